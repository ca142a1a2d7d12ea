using DanVan.Awards.Contracts.V1;
using DanVan.Chassis.Messaging;
using MassTransit;

namespace DanVan.Conferences.Ceremonies;

/// <summary>
/// Puts an award decision on the ceremony list of the conference that hands it over, whether the conference is known here already or not.
/// One statement guarded by the version of the decision: right under duplicates, reordering and replay.
/// </summary>
public sealed class WhenAwardDecisionIssued(ConferencesDb db) : IConsumer<AwardDecisionIssued>
{
    public Task Consume(ConsumeContext<AwardDecisionIssued> context)
    {
        var (issued, version) = (context.Message, context.Envelope().Version);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into ceremony_awards as stored (
                id, conference_id, unit_id, number, decided_on, form, movement_id,
                declared_collectives, declared_individuals, declared_households, entered_recipients, issued_version, entered_version,
                reference_version)
            values (
                {issued.DecisionId}, {issued.ConferenceId}, {issued.ProposerUnitId}, {issued.Number}, {issued.DecidedOn}, {issued.Form},
                {issued.MovementId}, {issued.DeclaredCollectives}, {issued.DeclaredIndividuals}, {issued.DeclaredHouseholds},
                {issued.EnteredRecipients}, {version}, {version}, {version})
            on conflict (id) do update set
                conference_id = excluded.conference_id, unit_id = excluded.unit_id,
                number = case when stored.reference_version < excluded.issued_version then excluded.number else stored.number end,
                decided_on = case when stored.reference_version < excluded.issued_version then excluded.decided_on else stored.decided_on end,
                reference_version = greatest(stored.reference_version, excluded.issued_version),
                form = excluded.form, movement_id = excluded.movement_id, declared_collectives = excluded.declared_collectives,
                declared_individuals = excluded.declared_individuals, declared_households = excluded.declared_households,
                issued_version = excluded.issued_version
            where stored.issued_version < excluded.issued_version
            """,
            context.CancellationToken
        );
    }
}
