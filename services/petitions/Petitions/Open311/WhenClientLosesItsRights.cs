using DanVan.Chassis;
using DanVan.Directory.Contracts.V1;
using DanVan.Petitions.Contracts.V1;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Open311;

/// <summary>Ends the keys of a client or account that is disabled, or that may not enter petitions any more: a key can do no more than who it acts for.</summary>
public sealed class WhenClientLosesItsRights(PetitionsDb db, TimeProvider clock)
    : IConsumer<ApiClientDisabled>,
        IConsumer<ApiClientChanged>,
        IConsumer<AccountDisabled>
{
    public Task Consume(ConsumeContext<ApiClientDisabled> context) =>
        EndKeysOf($"client-{context.Message.ClientId:n}", context.CancellationToken);

    public Task Consume(ConsumeContext<ApiClientChanged> context) =>
        context.Message.Scopes.Contains(Scopes.Write)
            ? Task.CompletedTask
            : EndKeysOf($"client-{context.Message.ClientId:n}", context.CancellationToken);

    public Task Consume(ConsumeContext<AccountDisabled> context) =>
        EndKeysOf($"account-{context.Message.AccountId:n}", context.CancellationToken);

    async Task EndKeysOf(string client, CancellationToken ct)
    {
        var today = clock.Today();
        foreach (var key in await db.IntakeKeys.Where(k => k.Client == client && k.EndedOn == null).ToListAsync(ct))
        {
            key.End(today);
            db.Announce(key, new IntakeKeyEnded(key.Id, key.UnitId, key.Client, today));
        }
        await db.SaveChangesAsync(ct);
    }
}
