using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Units;

public static class RenameUnit
{
    /// <param name="On">First day of the new name.</param>
    /// <param name="Name">Name without its kind.</param>
    /// <param name="FullName">Name with its kind.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request(
        [BusinessDate] DateOnly On,
        [Text(200)] string Name,
        [Text(300)] string FullName,
        [Text(500)] string LegalBasis
    );

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/renaming", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Rename a unit; its codes stay (QĐ 19/2025/QĐ-TTg, Điều 3)")
            .WithExample(new Request(new DateOnly(2026, 7, 1), "Ví Dụ Mới", "Xã Ví Dụ Mới", "Nghị quyết ví dụ số 02/NQ-VD"));

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
        registry.Changed(unit, UnitChange.Rename, request.On, request.LegalBasis);
        return unit.Change(
            UnitChange.Rename,
            request.On,
            request.LegalBasis,
            period => (period.Name, period.FullName) = (request.Name, request.FullName)
        );
    }
}
