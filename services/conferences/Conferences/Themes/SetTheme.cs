using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Themes;

/// <summary>Enters the theme of a year.</summary>
public static class SetTheme
{
    /// <summary>A theme.</summary>
    /// <param name="Id">Identity, a UUIDv7 chosen by the caller; made here when absent. The same request again answers with what it made.</param>
    /// <param name="UnitId">The unit whose theme it is.</param>
    /// <param name="Year">The year.</param>
    /// <param name="Scope">Whom it reaches. A unit has one theme a year for each scope.</param>
    /// <param name="Name">The theme in its own words.</param>
    /// <param name="Source">Where it was found.</param>
    public sealed record Request(
        Guid? Id,
        Guid UnitId,
        [Whole(1945, 2100)] int Year,
        Reach Scope,
        [Text(500)] string Name,
        [Text(500)] string? Source
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Ghi chủ đề của năm / Enter the theme of a year")
            .WithExample(
                new Request(new Guid("019cfa1c-5000-7000-8000-000000000004"), RootUnit.Id, 2026, Reach.LienNganh, "Năm thử nghiệm", null)
            );

    static async Task<Results<Created<ThemeView>, Ok<ThemeView>, ProblemHttpResult>> Handle(
        Request request,
        ConferencesDb db,
        Caller caller,
        UnitTree tree,
        CancellationToken ct
    )
    {
        var digest = EntryDigest.Of(request);
        if (request.Id is { } asked && await db.Themes.SingleOrDefaultAsync(x => x.Id == asked, ct) is { } entered)
            return entered.EntryDigest.AsSpan().SequenceEqual(digest)
                ? TypedResults.Ok(ThemeView.Of(entered))
                : ConferenceRejections.AlreadyExists.ToProblem();
        // A theme stands for the whole year: the unit must have existed on its first day.
        if (!caller.ActsFor(request.UnitId, new DateOnly(request.Year, 1, 1), tree))
            return References.OutOfReach("unitId").ToProblem();
        var theme = new Theme
        {
            Id = request.Id ?? Guid.CreateVersion7(),
            UnitId = request.UnitId,
            Year = request.Year,
            Scope = request.Scope,
            Name = request.Name,
            Source = request.Source,
            EntryDigest = digest,
        };
        db.Add(theme);
        db.Announce(theme, new ThemeSet(theme.Id, theme.UnitId, theme.Year, EnumNames.Of(theme.Scope), theme.Name));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/themes/{theme.Id}", ThemeView.Of(theme));
    }
}
