using DanVan.Awards.Contracts.V1;
using DanVan.Directory.Contracts.V1;
using MassTransit;

namespace DanVan.Awards.Reorganisations;

/// <summary>Takes running movements, and models that are not discontinued, to the one successor of their unit.</summary>
public sealed class WhenReorganisationIsCarriedOut(AwardsDb db) : IConsumer<ReorganisationCarriedOut>
{
    public Task Consume(ConsumeContext<ReorganisationCarriedOut> context) =>
        db.FollowOnce(
            context,
            async (heirs, ct) =>
            {
                var reorganisation = context.Message;
                var movements = await FollowMovements(heirs, reorganisation, ct);
                var models = await FollowModels(heirs, reorganisation, ct);
                return new ReorganisationFollowed(reorganisation.ReorganisationId, [movements, models]);
            }
        );

    // Locked, here and below, so that whoever changes one at this moment is answered that it has changed, and not we.
    async Task<MovedWork> FollowMovements(Heirs heirs, ReorganisationCarriedOut reorganisation, CancellationToken ct)
    {
        var movements = await db
            .Movements.FromSql($"select * from movements where state = 'RUNNING' and unit_id = any ({heirs.Ended}) order by id for update")
            .ToListAsync(ct);
        var moved = 0;
        foreach (var movement in movements)
            if (heirs.Of(movement.UnitId) is { } heir)
            {
                db.Announce(movement, movement.MoveTo(heir, reorganisation.EffectiveOn, reorganisation.ReorganisationId));
                moved++;
            }
        return new("MOVEMENTS", moved, movements.Count - moved);
    }

    async Task<MovedWork> FollowModels(Heirs heirs, ReorganisationCarriedOut reorganisation, CancellationToken ct)
    {
        var models = await db
            .Models.FromSql($"select * from models where discontinued_on is null and unit_id = any ({heirs.Ended}) order by id for update")
            .ToListAsync(ct);
        var moved = 0;
        foreach (var model in models)
            if (heirs.Of(model.UnitId) is { } heir)
            {
                db.Announce(model, model.MoveTo(heir, reorganisation.EffectiveOn, reorganisation.ReorganisationId));
                moved++;
            }
        return new("MODELS", moved, models.Count - moved);
    }
}
