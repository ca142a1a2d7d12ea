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
    /// <param name="Kind">New kind at the same level, when a province becomes a city or a commune a ward; the code stays (QĐ 19/2025/QĐ-TTg, Điều 3).</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request(
        [BusinessDate] DateOnly On,
        [Text(200)] string Name,
        [Text(300)] string FullName,
        UnitKind? Kind,
        [Text(500)] string LegalBasis
    );

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/renaming", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Rename a unit, or change its kind at the same level")
            .WithExample(
                new Request(new DateOnly(2026, 7, 1), "Ví Dụ Mới", "Phường Ví Dụ Mới", UnitKind.Ward, "Nghị quyết ví dụ số 02/NQ-VD")
            );

    static Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var change = request.Kind is null ? UnitChange.Rename : UnitChange.StatusChange;
        var act = (change, request.On, request.LegalBasis);
        return ChangeUnit.Run(db, caller, id, ifMatch, act, unit => Task.FromResult(Decide(unit, change, request)), ct);
    }

    internal static Rejection? Decide(Unit unit, UnitChange change, Request request)
    {
        var kind = request.Kind ?? unit.Last.Kind;
        if (kind.OwnLevel() != unit.Last.Kind.OwnLevel())
            return UnitRejections.OtherLevel(unit.Last.Kind, kind);
        return unit.Change(
            change,
            request.On,
            request.LegalBasis,
            period => (period.Name, period.FullName, period.Kind) = (request.Name, request.FullName, kind)
        );
    }
}
