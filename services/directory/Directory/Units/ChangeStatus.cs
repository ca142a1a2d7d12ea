using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Units;

/// <summary>
/// A unit becomes another kind at the same level: a commune a ward, a province a city. It is the same unit, and its codes stay (QĐ 19/2025/QĐ-TTg, Điều 3).
/// </summary>
public static class ChangeStatus
{
    /// <param name="On">First day of the new status.</param>
    /// <param name="Kind">What the unit is then; of the same level as before.</param>
    /// <param name="FullName">Name with its new kind.</param>
    /// <param name="Name">Name without its kind; as before unless told.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request(
        [BusinessDate] DateOnly On,
        UnitKind Kind,
        [Text(300)] string FullName,
        [Text(200)] string? Name,
        [Text(500)] string LegalBasis
    );

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/status-change", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Change the kind of a unit at the same level, as from xã to phường")
            .WithExample(new Request(new DateOnly(2026, 7, 1), UnitKind.Ward, "Phường Ví Dụ", null, "Nghị quyết ví dụ số 08/NQ-VD"));

    static Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    ) => db.ChangeOne(caller, id, ifMatch, request.On, registry => Apply(registry, id, request), ct);

    internal static Rejection? Apply(UnitRegistry registry, Guid id, Request request)
    {
        if (registry.Edit(id) is not { } unit)
            return UnitRejections.NoSuchUnit(id);
        var now = unit.Last;
        if (request.Kind.OwnLevel() != now.Kind.OwnLevel())
            return UnitRejections.OtherLevel(now.Kind, request.Kind);
        if (request.Kind == now.Kind)
            return UnitRejections.SameKind(request.Kind);
        // The form of some codes depends on the kind.
        if (now.Codes.Select(code => code.Check(request.Kind, now.Level)).FirstOrDefault(malformed => malformed is not null) is { } unfit)
            return unfit;
        registry.Changed(unit, UnitChange.StatusChange, request.On, request.LegalBasis);
        return unit.Change(
            UnitChange.StatusChange,
            request.On,
            request.LegalBasis,
            period => (period.Kind, period.FullName, period.Name) = (request.Kind, request.FullName, request.Name ?? period.Name)
        );
    }
}
