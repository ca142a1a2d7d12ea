using DanVan.Conferences.Searching;

namespace DanVan.Conferences.People;

/// <summary>Finds the people whom a conference can name, public office holders also by name.</summary>
public static class ListParticipants
{
    /// <summary>A person in a list.</summary>
    public sealed record Line(Guid Id, Guid UnitId, string? Name);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Tìm người theo tên, không phân biệt hoa thường, dấu, cách đặt dấu / Find people by name, whatever its case, tones and tone placement"
            )
            .WithDescription(
                "Người trong sổ của danh bạ (`/api/v1/people`). Chỉ tên của người giữ chức vụ công khai được nêu và tìm được ở đây. / The people of the directory's register. Only names of public office holders are shown and found here."
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
                x.Name != null
                && EF.Functions.ToTsVector(SearchText.Configuration, x.Name)
                    .Matches(EF.Functions.WebSearchToTsQuery(SearchText.Configuration, q))
            );
        return TypedResults.Ok(await people.ToPage(page, x => x.Id, x => new Line(x.Id, x.UnitId, x.Name), ct));
    }
}
