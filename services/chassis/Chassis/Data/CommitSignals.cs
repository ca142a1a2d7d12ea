using System.Data.Common;
using DanVan.Chassis.Journal;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DanVan.Chassis;

/// <summary>Wakes the relay of this process when a transaction has committed.</summary>
sealed class CommitSignals(OutboxSignal signal) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => signal.Set();

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        signal.Set();
        return Task.CompletedTask;
    }
}
