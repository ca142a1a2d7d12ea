using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

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
            .WithSummary("Abolish a unit that nothing belongs to any more; its codes are closed with it")
            .WithExample(new Request(new DateOnly(2026, 7, 1), "Nghị quyết ví dụ số 05/NQ-VD"));

    static Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    ) => db.ChangeOne(caller, id, ifMatch, request.On, registry => Apply(registry, id, request), ct, withBelow: true);

    internal static Rejection? Apply(UnitRegistry registry, Guid id, Request request)
    {
        if (registry.Edit(id) is not { } unit)
            return UnitRejections.NoSuchUnit(id);
        if (unit.Last.Kind is UnitKind.Central)
            return UnitRejections.OnlyOneRoot;
        if (registry.BelongingTo(id, request.On) is { Count: > 0 } below)
            return UnitRejections.HasUnitsBelow(below.Count);
        registry.Changed(unit, UnitChange.Abolish, request.On, request.LegalBasis);
        return unit.End(UnitChange.Abolish, request.On, request.LegalBasis);
    }
}
