using DanVan.Conferences.Searching;

namespace DanVan.Conferences.People;

/// <summary>Finds people by name.</summary>
public static class ListPeople
{
    /// <summary>A person in a list.</summary>
    public sealed record Line(Guid Id, Guid UnitId, string FullName, string? Note);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Tìm người theo tên, không phân biệt hoa thường, dấu, cách đặt dấu / Find people by name, whatever its case, tones and tone placement"
            );

    static async Task<Ok<Page<Line>>> Handle(
        [Text(200)] string? q,
        [AsParameters] PageRequest page,
        ConferencesDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var people = db.People.KnownTo(caller, db);
        if (q is not null)
            people = people.Where(x =>
                EF.Functions.ToTsVector(SearchText.Configuration, x.FullName)
                    .Matches(EF.Functions.WebSearchToTsQuery(SearchText.Configuration, q))
            );
        return TypedResults.Ok(await people.ToPage(page, x => x.Id, x => new Line(x.Id, x.UnitId, x.FullName, x.Note), ct));
    }
}
