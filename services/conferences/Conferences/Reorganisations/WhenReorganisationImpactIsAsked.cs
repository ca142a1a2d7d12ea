using DanVan.Conferences.Contracts.V1;
using DanVan.Directory.Contracts.V1;
using MassTransit;

namespace DanVan.Conferences.Reorganisations;

/// <summary>Counts the conferences still to come that the units organise, the delegates that they send to such, and their open tasks.</summary>
public sealed class WhenReorganisationImpactIsAsked(ConferencesDb db) : IConsumer<ReorganisationImpactAsked>
{
    public Task Consume(ConsumeContext<ReorganisationImpactAsked> context) =>
        db.CountOnce(
            context,
            async (ending, ct) =>
            {
                var coming = db.Conferences.StillToCome();
                var conferences = await ending.Count(units => coming.CountAsync(x => units.Contains(x.UnitId), ct));
                var delegates = await ending.Count(units =>
                    coming.SelectMany(x => x.Participants).CountAsync(x => x.UnitId != null && units.Contains(x.UnitId.Value), ct)
                );
                var tasks = await ending.Count(units =>
                    db.Tasks.Open().CountAsync(x => units.Contains(x.UnitId) || units.Contains(x.AssignedByUnitId), ct)
                );
                return new ReorganisationImpactCounted(
                    context.Message.ReorganisationId,
                    context.Message.Round,
                    [
                        new("CONFERENCES", conferences.All, conferences.Undecided),
                        new("DELEGATES", delegates.All, delegates.Undecided),
                        new("TASKS", tasks.All, tasks.Undecided),
                    ]
                );
            }
        );
}
