using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Units;

public static class RecodeUnit
{
    /// <param name="On">First day of the new code; the one of the same scheme that the unit had is closed.</param>
    /// <param name="CodeScheme">Where the code comes from; ADMINISTRATIVE unless told.</param>
    /// <param name="Code">The code.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request([BusinessDate] DateOnly On, CodeScheme? CodeScheme, [Text(40)] string Code, [Text(500)] string LegalBasis);

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/recoding", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Give a unit another code of a scheme, or its first; its codes of other schemes stay")
            .WithExample(new Request(new DateOnly(2026, 7, 1), CodeScheme.Qd20, "H99.9", "Quyết định ví dụ số 03/QĐ-VD"));

    static Task<Results<Ok<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    ) => db.ChangeOne(caller, id, ifMatch, request.On, registry => Apply(registry, id, request), ct, codes: [CodeOf(request)]);

    internal static Rejection? Apply(UnitRegistry registry, Guid id, Request request)
    {
        if (registry.Edit(id) is not { } unit)
            return UnitRejections.NoSuchUnit(id);
        var code = CodeOf(request);
        registry.Changed(unit, UnitChange.Recode, request.On, request.LegalBasis);
        return UnitRules.Recode(unit, request.On, request.LegalBasis, code, registry.UsesOf(code));
    }

    static UnitCode CodeOf(Request request) => new(request.CodeScheme ?? CodeScheme.Administrative, request.Code);
}
