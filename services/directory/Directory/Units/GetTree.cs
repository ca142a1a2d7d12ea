using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace DanVan.Directory.Units;

/// <summary>The whole tree of a day as one document that may be cached.</summary>
public static class GetTree
{
    /// <param name="AsOf">The day.</param>
    /// <param name="Revision">State of the registry.</param>
    /// <param name="Units">Every unit of the day.</param>
    public sealed record TreeView(DateOnly AsOf, int Revision, IReadOnlyList<UnitView> Units);

    public static void Map(RouteGroupBuilder units) =>
        units.MapGet("/tree", Handle).RequireScope(Scopes.DirectoryRead).WithSummary("All units as of a day, with an ETag");

    static async Task<Results<Ok<TreeView>, StatusCodeHttpResult>> Handle(
        [BusinessDate] DateOnly? asOf,
        HttpResponse response,
        [Microsoft.AspNetCore.Mvc.FromHeader(Name = "If-None-Match")] string? ifNoneMatch,
        DirectoryDb db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var day = asOf ?? clock.Today();
        var revision = await db.Database.SqlQuery<int>($"""select revision as "Value" from registry""").SingleAsync(ct);
        // The day is part of it: without asOf the same address is another document tomorrow.
        var tag = new EntityTagHeaderValue($"\"{revision}-{day:yyyyMMdd}\"");
        response.GetTypedHeaders().ETag = tag;
        if (
            EntityTagHeaderValue.TryParseList([ifNoneMatch ?? ""], out var known)
            && known.Any(other => other.Compare(tag, useStrongComparison: false))
        )
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        var all = await db.UnitsAsOf(day).OrderBy(unit => unit.Level).ThenBy(unit => unit.Code).ThenBy(unit => unit.Id).ToListAsync(ct);
        return TypedResults.Ok(new TreeView(day, revision, all));
    }
}
