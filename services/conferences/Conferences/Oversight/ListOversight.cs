namespace DanVan.Conferences.Oversight;

/// <summary>Reads plans of inspections and surveys.</summary>
public static class ListOversight
{
    /// <summary>Which plans: everything given must hold.</summary>
    /// <param name="Year">The year planned for.</param>
    /// <param name="Kind">Kind.</param>
    /// <param name="State">State.</param>
    /// <param name="Conference">Announced by this conference.</param>
    public sealed record Filter([Whole(1945, 2100)] int? Year, OversightKind? Kind, OversightState? State, Guid? Conference);

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/", List)
            .RequireScope(Scopes.Read)
            .WithSummary("Danh sách kế hoạch kiểm tra, khảo sát / List plans of inspections and surveys");
        group
            .MapGet("/{id:guid}", Get)
            .RequireScope(Scopes.Read)
            .WithSummary("Một kế hoạch kiểm tra, khảo sát / Read a plan of an inspection or survey");
    }

    static async Task<Ok<Page<OversightView>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ConferencesDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            await db
                .OversightPlans.Visible(caller, db)
                .Where(x => filter.Year == null || x.Year == filter.Year)
                .Where(x => filter.Kind == null || x.Kind == filter.Kind)
                .Where(x => filter.State == null || x.State == filter.State)
                .Where(x => filter.Conference == null || x.ConferenceId == filter.Conference)
                .ToPage(page, x => x.Id, OversightView.Of, ct)
        );

    static async Task<Results<Ok<OversightView>, NotFound>> Get(Guid id, ConferencesDb db, Caller caller, CancellationToken ct) =>
        await db.OversightPlans.AsNoTracking().Visible(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is { } plan
            ? TypedResults.Ok(OversightView.Of(plan))
            : TypedResults.NotFound();
}
