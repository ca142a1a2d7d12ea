namespace DanVan.Awards.Models;

/// <summary>The register of models and typical individuals.</summary>
public static class ReadModels
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/models", List)
            .RequireScope(Scopes.Read)
            .WithSummary("Sổ mô hình, điển hình / The register of models")
            .WithDescription("Cây nhân rộng: lọc theo parentId. / The replication tree: filter by parentId.");
        group.MapGet("/models/{id:guid}", Get).RequireScope(Scopes.Read).WithSummary("Một mô hình / One model");
    }

    static async Task<Ok<Page<ModelView>>> List(
        [AsParameters] PageRequest page,
        [AsParameters] Filter filter,
        AwardsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var models = db
            .Models.Visible(caller, db)
            .Where(model => filter.Stage == null || model.Stage == filter.Stage)
            .Where(model => filter.Field == null || model.Field == filter.Field)
            .Where(model => filter.MovementId == null || model.MovementId == filter.MovementId)
            .Where(model => filter.ParentId == null || model.ParentId == filter.ParentId);
        if (filter.OfEndedUnits is true)
        {
            var ended = db.EndedUnits(clock.Today());
            models = models.Where(model => model.DiscontinuedOn == null && ended.Contains(model.UnitId));
        }
        return TypedResults.Ok(
            await WithReplications(models, db).ToPage(page, row => row.Model.Id, row => row.Model.ToView(row.Replications), ct)
        );
    }

    static async Task<Results<Ok<ModelView>, NotFound>> Get(Guid id, AwardsDb db, Caller caller, CancellationToken ct)
    {
        var models = db.Models.Visible(caller, db).AsNoTracking().Where(model => model.Id == id);
        return await WithReplications(models, db).SingleOrDefaultAsync(ct) is { } row
            ? TypedResults.Ok(row.Model.ToView(row.Replications))
            : TypedResults.NotFound();
    }

    static IQueryable<Row> WithReplications(IQueryable<Model> models, AwardsDb db) =>
        models.Select(model => new Row { Model = model, Replications = db.Models.Count(replication => replication.ParentId == model.Id) });

    /// <param name="OfEndedUnits">True: not discontinued, and the unit has ended; a person decides who goes on with it.</param>
    public sealed record Filter(ModelStage? Stage, ModelField? Field, Guid? MovementId, Guid? ParentId, bool? OfEndedUnits);

    sealed class Row
    {
        public required Model Model { get; init; }
        public required int Replications { get; init; }
    }
}
