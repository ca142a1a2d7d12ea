using DanVan.Awards.Contracts.V1;
using DanVan.Chassis.Messaging;
using MassTransit;

namespace DanVan.Conferences.Ceremonies;

/// <summary>
/// Shows on the ceremony list that an award was cancelled (huỷ bỏ), wholly or for some: it was handed over all the same, so that the line stays. It may
/// come before the decision itself: then the row waits for the rest.
/// </summary>
public sealed class WhenAwardRevoked(ConferencesDb db) : IConsumer<AwardRevoked>
{
    public Task Consume(ConsumeContext<AwardRevoked> context)
    {
        var (revoked, version) = (context.Message, context.Envelope().Version);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into ceremony_awards as stored (
                id, entered_recipients, issued_version, entered_version, revoked_whole, revoked_on, revocation_ground,
                revoked_collectives, revoked_individuals, revoked_households, revoked_version)
            values (
                {revoked.DecisionId}, 0, 0, 0, {revoked.Whole}, {revoked.RevokedOn}, {revoked.Ground},
                {revoked.RevokedCollectives}, {revoked.RevokedIndividuals}, {revoked.RevokedHouseholds}, {version})
            on conflict (id) do update set
                revoked_whole = excluded.revoked_whole, revoked_on = excluded.revoked_on, revocation_ground = excluded.revocation_ground,
                revoked_collectives = excluded.revoked_collectives, revoked_individuals = excluded.revoked_individuals,
                revoked_households = excluded.revoked_households, revoked_version = excluded.revoked_version
            where stored.revoked_version < excluded.revoked_version
            """,
            context.CancellationToken
        );
    }
}
