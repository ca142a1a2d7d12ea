namespace DanVan.Conferences.Ceremonies;

/// <summary>The award decisions that a conference hands over.</summary>
public static class ListCeremony
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/ceremony", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Các quyết định khen thưởng được trao tại hội nghị, số đã nêu cạnh số đã ghi / List the award decisions that a conference hands over, declared counts beside recipients entered"
            );

    static async Task<Results<Ok<Page<CeremonyView>>, NotFound>> Handle(
        Guid id,
        [AsParameters] PageRequest page,
        ConferencesDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.Conferences.Visible(caller, db).AnyAsync(x => x.Id == id, ct)
            ? TypedResults.Ok(await db.CeremonyAwards.Where(x => x.ConferenceId == id).ToPage(page, x => x.Id, CeremonyView.Of, ct))
            : TypedResults.NotFound();
}
