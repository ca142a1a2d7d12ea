using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

/// <summary>Units by name, of today or of any time: "dong thap" finds both that bore the name. Case, tones and đ do not matter.</summary>
public static class SearchUnits
{
    public static void Map(RouteGroupBuilder units) =>
        units
            .MapGet("/search", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("Units whose name holds a text, best first; of all times unless asOf is told");

    static async Task<Ok<IReadOnlyList<UnitView>>> Handle(
        [Text(200)] string name,
        [BusinessDate] DateOnly? asOf,
        [Whole(1, 100)] int? limit,
        DirectoryDb db,
        CancellationToken ct
    )
    {
        var most = limit ?? 20;
        var found = await db
            .Database.SqlQuery<Candidate>(
                $"""
                with wanted as (select fold({name}) as text)
                select unit_id as "UnitId", valid_from as "ValidFrom" from unit_periods, wanted
                where folded like '%' || replace(replace(replace(wanted.text, '\', '\\'), '%', '\%'), '_', '\_') || '%'
                    and ({asOf}::date is null or (valid_from <= {asOf} and (valid_to is null or {asOf} < valid_to)))
                order by fold(name) = wanted.text or folded = wanted.text desc, valid_to is null desc, similarity(folded, wanted.text) desc, unit_id, valid_from
                limit {most}
                """
            )
            .ToListAsync(ct);
        var ids = found.Select(candidate => candidate.UnitId).ToHashSet();
        var units = await db.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, ct);
        return TypedResults.Ok<IReadOnlyList<UnitView>>([.. found.Select(View)]);

        UnitView View(Candidate candidate)
        {
            var unit = units[candidate.UnitId];
            return UnitView.Of(unit, unit.Periods.Single(period => period.ValidFrom == candidate.ValidFrom));
        }
    }

    sealed record Candidate(Guid UnitId, DateOnly ValidFrom);
}
