using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Units;

public static class RecodeUnit
{
    /// <param name="On">First day of the new code; the old one is closed.</param>
    /// <param name="CodeScheme">Where the code comes from; ADMINISTRATIVE unless told.</param>
    /// <param name="Code">The code.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request([BusinessDate] DateOnly On, CodeScheme? CodeScheme, [Text(40)] string Code, [Text(500)] string LegalBasis);

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/recoding", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Give a unit another code")
            .WithExample(new Request(new DateOnly(2026, 7, 1), CodeScheme.Qd20, "H99.9", "Quyết định ví dụ số 03/QĐ-VD"));

    static Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var code = new UnitCode(request.CodeScheme ?? CodeScheme.Administrative, request.Code);
        var act = (UnitChange.Recode, request.On, request.LegalBasis);
        return ChangeUnit.Run(db, caller, id, ifMatch, act, Decide, ct);

        async Task<Rejection?> Decide(Unit unit) => UnitRules.Recode(unit, request.On, request.LegalBasis, code, await db.UsesOf(code, ct));
    }
}
