using DanVan.Awards.Contracts.V1;
using DanVan.Awards.Movements;
using DanVan.Directory.Contracts.V1;
using MassTransit;

namespace DanVan.Awards.Reorganisations;

/// <summary>Counts the running movements that the units launched, and their models that are not discontinued. Decisions are past and move no more.</summary>
public sealed class WhenReorganisationImpactIsAsked(AwardsDb db) : IConsumer<ReorganisationImpactAsked>
{
    public Task Consume(ConsumeContext<ReorganisationImpactAsked> context) =>
        db.CountOnce(
            context,
            async (ending, ct) =>
            {
                var movements = await ending.Count(units =>
                    db.Movements.CountAsync(x => x.State == MovementState.Running && units.Contains(x.UnitId), ct)
                );
                var models = await ending.Count(units =>
                    db.Models.CountAsync(x => x.DiscontinuedOn == null && units.Contains(x.UnitId), ct)
                );
                return new ReorganisationImpactCounted(
                    context.Message.ReorganisationId,
                    context.Message.Round,
                    [new("MOVEMENTS", movements.All, movements.Undecided), new("MODELS", models.All, models.Undecided)]
                );
            }
        );
}
