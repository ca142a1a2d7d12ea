using DanVan.Chassis.Messaging;
using DanVan.Conferences.Contracts.V1;
using MassTransit;

namespace DanVan.Awards.Decisions;

/// <summary>
/// Remembers the day of a conference, so that the decisions it hands over show when they were handed over, entered before it or after.
/// One statement guarded by the version: right under duplicates, reordering and replay.
/// </summary>
public sealed class WhenConferenceHeld(AwardsDb db) : IConsumer<ConferenceHeld>
{
    public Task Consume(ConsumeContext<ConferenceHeld> context)
    {
        var held = context.Message;
        DateOnly? day = held.DatePrecision == "DAY" ? held.HeldOn : null;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into held_conferences as stored (id, version, held_on) values ({held.ConferenceId}, {context.Envelope().Version}, {day})
            on conflict (id) do update set version = excluded.version, held_on = excluded.held_on where stored.version < excluded.version
            """,
            context.CancellationToken
        );
    }
}
