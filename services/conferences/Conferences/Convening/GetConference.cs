namespace DanVan.Conferences.Convening;

/// <summary>Reads one conference.</summary>
public static class GetConference
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Một hội nghị với mọi điều đã ghi / Read a conference with all that is known of it");

    static async Task<Results<Ok<ConferenceView>, NotFound>> Handle(Guid id, ConferencesDb db, Caller caller, CancellationToken ct) =>
        await db.Conferences.AsNoTracking().Visible(caller, db).Whole().SingleOrDefaultAsync(x => x.Id == id, ct) is { } conference
            ? TypedResults.Ok(await db.View(conference, ct))
            : TypedResults.NotFound();
}
