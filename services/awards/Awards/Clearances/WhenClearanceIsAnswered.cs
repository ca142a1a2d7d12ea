using DanVan.Chassis.Messaging;
using DanVan.Petitions.Contracts.V1;
using MassTransit;

namespace DanVan.Awards.Clearances;

/// <summary>
/// Keeps the latest answer while the question is open, and the note that an award is to be examined once more. Each is one statement, the answer guarded by
/// its version: right under duplicates, reordering and replay.
/// </summary>
public sealed class WhenClearanceIsAnswered(AwardsDb db) : IConsumer<ClearanceAnswered>, IConsumer<ClearanceContradicted>
{
    public Task Consume(ConsumeContext<ClearanceAnswered> context)
    {
        // Whatever is not CLEAR holds, a word that this version does not know too.
        var state = EnumNames.Of(context.Message.Answer == "CLEAR" ? ClearanceState.Clear : ClearanceState.Hold);
        var version = context.Envelope().Version;
        return db.Database.ExecuteSqlAsync(
            $"""
            update clearances set state = {state}, answer_version = {version}
            where id = {context.Message.ClearanceId} and outcome is null and answer_version < {version}
            """,
            context.CancellationToken
        );
    }

    public Task Consume(ConsumeContext<ClearanceContradicted> context) =>
        db.Database.ExecuteSqlAsync(
            $"update clearances set re_examine = true where id = {context.Message.ClearanceId} and outcome = 'DECIDED'",
            context.CancellationToken
        );
}
