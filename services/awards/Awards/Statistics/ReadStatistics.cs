using DanVan.Awards.Decisions;
using DanVan.Awards.Models;

namespace DanVan.Awards.Statistics;

/// <summary>Awards and models counted: as awarded and net of revocations, declared told apart from named.</summary>
public static class ReadStatistics
{
    /// <param name="From">First day under which a decision counts.</param>
    /// <param name="To">Last day under which a decision counts.</param>
    public sealed record Filter(DateOnly? From, DateOnly? To, Guid? MovementId);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/statistics", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Số liệu khen thưởng, mô hình / Awards and models in numbers")
            .WithDescription(
                "from, to lọc theo ngày của quyết định; mô hình không lọc theo ngày. / from and to filter decisions by their day, not models."
            );

    static async Task<Ok<StatisticsView>> Handle([AsParameters] Filter filter, AwardsDb db, Caller caller, CancellationToken ct)
    {
        var decisions = db.VisibleDecisions(caller)
            .Where(decision => filter.MovementId == null || decision.MovementId == filter.MovementId)
            .Where(decision => filter.From == null || decision.CountsOn >= filter.From)
            .Where(decision => filter.To == null || decision.CountsOn <= filter.To);
        var models = db.Models.Visible(caller, db).Where(model => filter.MovementId == null || model.MovementId == filter.MovementId);
        return TypedResults.Ok(new StatisticsView(await CountDecisions(decisions, ct), await CountModels(models, db, ct)));
    }

    static async Task<DecisionNumbers> CountDecisions(IQueryable<AwardDecision> decisions, CancellationToken ct)
    {
        var rows = await decisions
            .GroupBy(decision => decision.Form)
            .Select(group => new FormNumbers
            {
                Form = group.Key,
                Decisions = group.Count(),
                Revoked = group.Count(x => x.State == DecisionState.Revoked),
                PartlyRevoked = group.Count(x => x.State == DecisionState.PartlyRevoked),
                Unnamed = group.Count(x => x.Entered.Collectives + x.Entered.Individuals + x.Entered.Households == 0),
                Collectives = new KindNumbers
                {
                    Declared = group.Sum(x => x.Declared.Collectives ?? 0),
                    NotDeclaredIn = group.Count(x => x.Declared.Collectives == null),
                    Named = group.Sum(x => x.Entered.Collectives),
                    AsAwarded = group.Sum(x => x.Declared.Collectives ?? x.Entered.Collectives),
                    Revoked = group.Sum(x => x.Revoked.Collectives),
                },
                Individuals = new KindNumbers
                {
                    Declared = group.Sum(x => x.Declared.Individuals ?? 0),
                    NotDeclaredIn = group.Count(x => x.Declared.Individuals == null),
                    Named = group.Sum(x => x.Entered.Individuals),
                    AsAwarded = group.Sum(x => x.Declared.Individuals ?? x.Entered.Individuals),
                    Revoked = group.Sum(x => x.Revoked.Individuals),
                },
                Households = new KindNumbers
                {
                    Declared = group.Sum(x => x.Declared.Households ?? 0),
                    NotDeclaredIn = group.Count(x => x.Declared.Households == null),
                    Named = group.Sum(x => x.Entered.Households),
                    AsAwarded = group.Sum(x => x.Declared.Households ?? x.Entered.Households),
                    Revoked = group.Sum(x => x.Revoked.Households),
                },
            })
            .OrderBy(row => row.Form)
            .ToListAsync(ct);
        return DecisionNumbers.Of(rows);
    }

    static async Task<ModelNumbers> CountModels(IQueryable<Model> models, AwardsDb db, CancellationToken ct)
    {
        var stages = await models
            .GroupBy(model => new { model.Stage, Ended = model.DiscontinuedOn != null })
            .Select(group => new
            {
                group.Key.Stage,
                group.Key.Ended,
                Count = group.Count(),
            })
            .ToListAsync(ct);
        int Count(Func<ModelStage, bool> stage) => stages.Where(row => stage(row.Stage)).Sum(row => row.Count);
        return new(
            Registered: Count(_ => true),
            InImplementation: stages.Where(row => row is { Stage: ModelStage.InImplementation, Ended: false }).Sum(row => row.Count),
            Effective: Count(stage => stage >= ModelStage.Effective),
            Recognised: Count(stage => stage >= ModelStage.Recognised),
            Replicated: await models.CountAsync(model => db.Models.Any(replication => replication.ParentId == model.Id), ct),
            Replications: await models.CountAsync(model => model.ParentId != null, ct),
            Discontinued: stages.Where(row => row.Ended).Sum(row => row.Count)
        );
    }
}
