using DanVan.Conferences.Convening;

namespace DanVan.Conferences.People;

/// <summary>Enters a person once, so that conferences can name the same one.</summary>
public static class RegisterPerson
{
    /// <summary>A person.</summary>
    /// <param name="Id">Identity, a UUIDv7 chosen by the caller; made here when absent. The same request again answers with what it made.</param>
    /// <param name="UnitId">The unit that registers the person.</param>
    /// <param name="FullName">Full name in standard spelling and case.</param>
    /// <param name="Note">Tells two people of one name apart.</param>
    public sealed record Request(Guid? Id, Guid UnitId, [Text(200)] string FullName, [Text(500)] string? Note);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Ghi một người vào sổ / Register a person")
            .WithExample(new Request(new Guid("019cfa1c-5000-7000-8000-000000000003"), RootUnit.Id, "Nguyễn Văn Thử", null));

    static async Task<Results<Created<PersonView>, Ok<PersonView>, ProblemHttpResult>> Handle(
        Request request,
        ConferencesDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var digest = EntryDigest.Of(request);
        if (request.Id is { } asked && await db.People.SingleOrDefaultAsync(x => x.Id == asked, ct) is { } entered)
            return entered.EntryDigest.AsSpan().SequenceEqual(digest)
                ? TypedResults.Ok(PersonView.Of(entered, []))
                : ConferenceRejections.AlreadyExists.ToProblem();
        if (!caller.ActsFor(request.UnitId, clock.Today(), tree))
            return References.OutOfReach("unitId").ToProblem();
        var person = new Person
        {
            Id = request.Id ?? Guid.CreateVersion7(),
            UnitId = request.UnitId,
            FullName = request.FullName,
            Note = request.Note,
            EntryDigest = digest,
        };
        db.Add(person);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/participants/{person.Id}", PersonView.Of(person, []));
    }
}
