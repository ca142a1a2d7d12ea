using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Units;

public static class AbolishUnit
{
    /// <param name="On">First day on which the unit is no more.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request([BusinessDate] DateOnly On, [Text(500)] string LegalBasis);

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/abolition", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Abolish a unit that nothing belongs to any more")
            .WithExample(new Request(new DateOnly(2026, 7, 1), "Nghị quyết ví dụ số 05/NQ-VD"));

    static Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var act = (UnitChange.Abolish, request.On, request.LegalBasis);
        return ChangeUnit.Run(db, caller, id, ifMatch, act, Decide, ct);

        async Task<Rejection?> Decide(Unit unit)
        {
            if (unit.Last.Kind is UnitKind.Central)
                return UnitRejections.OnlyOneRoot;
            var below = await db.BelongingTo([unit.Id], request.On).CountAsync(ct);
            return below > 0 ? UnitRejections.HasUnitsBelow(below) : unit.End(UnitChange.Abolish, request.On, request.LegalBasis);
        }
    }
}
