using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Units;

public static class CreateUnit
{
    /// <param name="Id">Identity, when the caller has one (a seed, another register); made here otherwise.</param>
    /// <param name="Name">Name without its kind.</param>
    /// <param name="FullName">Name with its kind.</param>
    /// <param name="Kind">What the unit is; a body takes the level of its parent.</param>
    /// <param name="ParentId">The unit it belongs to.</param>
    /// <param name="CodeScheme">Where the code comes from; ADMINISTRATIVE unless told.</param>
    /// <param name="Code">Its code, if it has one.</param>
    /// <param name="From">First day of the unit.</param>
    /// <param name="To">First day on which it was no more, when a unit of the past is recorded.</param>
    /// <param name="LegalBasis">The document that created it, as cited.</param>
    /// <param name="Codes">Its codes of further schemes, one a scheme.</param>
    public sealed record Request(
        Guid? Id,
        [Text(200)] string Name,
        [Text(300)] string FullName,
        UnitKind Kind,
        Guid ParentId,
        CodeScheme? CodeScheme,
        [Text(40)] string? Code,
        [BusinessDate] DateOnly From,
        [BusinessDate] DateOnly? To,
        [Text(500)] string LegalBasis,
        [Items(1, 3)] IReadOnlyList<SchemeCode>? Codes = null
    ) : INewUnit;

    public static void Map(RouteGroupBuilder units) =>
        units.MapPost("/", Handle).RequireScope(Scopes.DirectoryWrite).WithSummary("Create a unit from a day on").WithExample(Example);

    /// <summary>A province that does not exist; the examples of the other operations name it.</summary>
    internal static readonly Request Example = new(
        new Guid("019cfa1c-5000-7000-8000-000000000010"),
        "Ví Dụ",
        "Tỉnh Ví Dụ",
        UnitKind.Province,
        RootUnit.Id,
        null,
        null,
        new DateOnly(2026, 1, 1),
        null,
        "Nghị quyết ví dụ số 01/NQ-VD"
    );

    static async Task<Results<Created<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        await using var change = await db.BeginChange(ct);
        if (!await db.Reaches(caller, request.ParentId, request.From, ct))
            return UnitRejections.OutOfReach("parentId").ToProblem();
        Unit? unit = null;
        Guid[] named = request.Id is { } id ? [request.ParentId, id] : [request.ParentId];
        if (
            await db.CarryOut(named, [], request.AllCodes(), request.From, registry => Apply(registry, request, out unit), ct) is
            { } refused
        )
            return refused.ToProblem();
        await change.Commit(ct);
        return TypedResults.Created($"/api/v1/units/{unit!.Id}", UnitView.Of(unit, unit.On(request.From)!));
    }

    internal static Rejection? Apply(UnitRegistry registry, Request request, out Unit? unit) =>
        registry.Begin(request, request.ParentId, (UnitChange.Create, request.From, request.To, request.LegalBasis), [], out unit);
}
