using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

public static class GetUnitHistory
{
    /// <summary>A unit through all its time.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="Version">Version of the record; the ETag, for If-Match of changes.</param>
    /// <param name="Periods">Its states in order of time.</param>
    /// <param name="Ending">How it ended; absent while it exists.</param>
    /// <param name="Predecessors">Units that it came out of.</param>
    public sealed record UnitHistory(
        Guid Id,
        int Version,
        IReadOnlyList<UnitView> Periods,
        Ending? Ending,
        IReadOnlyList<Predecessor> Predecessors
    ) : IVersionedView;

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapGet("/{id:guid}/history", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("A unit with all its periods, ending and predecessors");

    static async Task<Results<Ok<UnitHistory>, NotFound>> Handle(Guid id, DirectoryDb db, CancellationToken ct) =>
        await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == id, ct) is { } unit
            ? TypedResults.Ok(
                new UnitHistory(
                    id,
                    unit.Version,
                    [.. unit.Periods.Select(period => UnitView.Of(unit, period))],
                    unit.Ending,
                    unit.Predecessors
                )
            )
            : TypedResults.NotFound();
}
