using DanVan.Awards.Contracts.V1;
using DanVan.Chassis.Messaging;
using MassTransit;

namespace DanVan.Conferences.Ceremonies;

/// <summary>
/// Follows how many recipients of a decision are entered by name. It may come before the decision itself: then the row waits for the rest.
/// </summary>
public sealed class WhenAwardRecipientsEntered(ConferencesDb db) : IConsumer<AwardRecipientsEntered>
{
    public Task Consume(ConsumeContext<AwardRecipientsEntered> context)
    {
        var (entered, version) = (context.Message, context.Envelope().Version);
        var total = entered.EnteredCollectives + entered.EnteredIndividuals + entered.EnteredHouseholds;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into ceremony_awards as stored (id, entered_recipients, issued_version, entered_version)
            values ({entered.DecisionId}, {total}, 0, {version})
            on conflict (id) do update set entered_recipients = excluded.entered_recipients, entered_version = excluded.entered_version
            where stored.entered_version < excluded.entered_version
            """,
            context.CancellationToken
        );
    }
}
