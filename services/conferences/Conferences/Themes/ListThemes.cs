using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Themes;

/// <summary>Reads the themes of years. They are set for everybody below, so every caller with the scope may read them.</summary>
public static class ListThemes
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/", List).RequireScope(Scopes.Read).WithSummary("Danh sách chủ đề các năm / List the themes of years");
        group.MapGet("/{id:guid}", Get).RequireScope(Scopes.Read).WithSummary("Một chủ đề năm / Read the theme of a year");
    }

    static async Task<Ok<Page<ThemeView>>> List(
        [Whole(1945, 2100)] int? year,
        Reach? scope,
        Guid? unit,
        [AsParameters] PageRequest page,
        ConferencesDb db,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            await db
                .Themes.Where(x =>
                    (year == null || x.Year == year) && (scope == null || x.Scope == scope) && (unit == null || x.UnitId == unit)
                )
                .ToPage(page, x => x.Id, ThemeView.Of, ct)
        );

    static async Task<Results<Ok<ThemeView>, NotFound>> Get(Guid id, ConferencesDb db, CancellationToken ct) =>
        await db.Themes.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) is { } theme
            ? TypedResults.Ok(ThemeView.Of(theme))
            : TypedResults.NotFound();
}
