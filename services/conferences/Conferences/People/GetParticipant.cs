namespace DanVan.Conferences.People;

/// <summary>Reads a person with the titles attested by the conferences that the caller may see.</summary>
public static class GetParticipant
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Một người với các hội nghị đã dự và chức danh vào từng ngày / Read a person with conferences attended and the titles held on each day"
            );

    static async Task<Results<Ok<PersonTakingPart>, NotFound>> Handle(Guid id, ConferencesDb db, Caller caller, CancellationToken ct)
    {
        if (await db.People.AsNoTracking().KnownTo(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } person)
            return TypedResults.NotFound();
        var conferences = await db
            .Conferences.AsNoTracking()
            .Visible(caller, db)
            .Where(x => x.Participants.Any(one => one.PersonId == id))
            .Include(x => x.Participants.Where(one => one.PersonId == id))
            .OrderBy(x => x.HeldOn)
            .ThenBy(x => x.Id)
            .ToListAsync(ct);
        return TypedResults.Ok(PersonTakingPart.Of(person, conferences.SelectMany(x => x.Participants, PartTaken.Of)));
    }
}
