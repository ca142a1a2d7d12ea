using DanVan.Awards.Contracts.V1;
using DanVan.Chassis.Messaging;
using MassTransit;

namespace DanVan.Conferences.Ceremonies;

/// <summary>
/// Puts number and date of a decision on the ceremony list when they become known or are corrected. It may come before the decision itself: then the
/// row waits for the rest.
/// </summary>
public sealed class WhenAwardDecisionReferenceStated(ConferencesDb db) : IConsumer<AwardDecisionReferenceStated>
{
    public Task Consume(ConsumeContext<AwardDecisionReferenceStated> context)
    {
        var (stated, version) = (context.Message, context.Envelope().Version);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into ceremony_awards as stored (
                id, number, decided_on, entered_recipients, issued_version, entered_version, reference_version)
            values ({stated.DecisionId}, {stated.Number}, {stated.DecidedOn}, 0, 0, 0, {version})
            on conflict (id) do update set
                number = excluded.number, decided_on = excluded.decided_on, reference_version = excluded.reference_version
            where stored.reference_version < excluded.reference_version
            """,
            context.CancellationToken
        );
    }
}
