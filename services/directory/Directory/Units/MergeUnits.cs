using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Units;

/// <summary>Several units go up in a new one. It is a new identity even when it keeps a name or a code ("tỉnh mới"); what belonged to them belongs to it.</summary>
public static class MergeUnits
{
    /// <param name="Id">Identity of the new unit, when the caller has one.</param>
    /// <param name="Predecessors">The units that end; one, when a unit is simply replaced.</param>
    /// <param name="On">First day of the new unit.</param>
    /// <param name="Name">Name without its kind.</param>
    /// <param name="FullName">Name with its kind.</param>
    /// <param name="Kind">What the new unit is.</param>
    /// <param name="ParentId">The unit it belongs to.</param>
    /// <param name="CodeScheme">Where the code comes from; ADMINISTRATIVE unless told.</param>
    /// <param name="Code">A code of one of the predecessors, or one never issued.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    /// <param name="Codes">Its codes of further schemes, one a scheme.</param>
    public sealed record Request(
        Guid? Id,
        [Items(1, 100)] IReadOnlyList<Guid> Predecessors,
        [BusinessDate] DateOnly On,
        [Text(200)] string Name,
        [Text(300)] string FullName,
        UnitKind Kind,
        Guid ParentId,
        CodeScheme? CodeScheme,
        [Text(40)] string? Code,
        [Text(500)] string LegalBasis,
        [Items(1, 3)] IReadOnlyList<SchemeCode>? Codes = null
    ) : INewUnit;

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/mergers", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Merge units into a new one")
            .WithExample(
                new Request(
                    null,
                    [CreateUnit.Example.Id!.Value],
                    new DateOnly(2026, 10, 1),
                    "Ví Dụ Hợp Nhất",
                    "Tỉnh Ví Dụ Hợp Nhất",
                    UnitKind.Province,
                    RootUnit.Id,
                    null,
                    null,
                    "Nghị quyết ví dụ số 06/NQ-VD"
                )
            );

    static async Task<Results<Created<UnitView>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        await using var change = await db.BeginChange(ct);
        if (await OutOfReach(db, caller, request, ct) is { } field)
            return UnitRejections.OutOfReach(field).ToProblem();
        Unit? merged = null;
        Guid[] named = [request.ParentId, .. request.Id is { } id ? [id] : Array.Empty<Guid>()];
        if (
            await db.CarryOut(
                named,
                request.Predecessors,
                request.AllCodes(),
                request.On,
                registry => Apply(registry, request, out merged),
                ct
            ) is
            { } refused
        )
            return refused.ToProblem();
        await change.Commit(ct);
        return TypedResults.Created($"/api/v1/units/{merged!.Id}", UnitView.Of(merged, merged.On(request.On)!));
    }

    /// <param name="registry">The units that it concerns.</param>
    /// <param name="request">What goes up in what.</param>
    /// <param name="merged">The new unit.</param>
    /// <param name="stays">Units below that are not moved to the new one, because they end on the same day themselves.</param>
    internal static Rejection? Apply(UnitRegistry registry, Request request, out Unit? merged, Predicate<Guid>? stays = null)
    {
        merged = null;
        // Sent once more it is told apart from a mistake.
        if (request.Id is { } wanted && registry.Find(wanted) is not null)
            return UnitRejections.AlreadyExists;
        var (on, legalBasis) = (request.On, request.LegalBasis);
        var ids = request.Predecessors.Distinct().ToList();
        if (ids.Contains(request.ParentId))
            return UnitRejections.Cycle;
        var below = ids.SelectMany(id => registry.BelongingTo(id, on)).Select(unit => unit.Id).Except(ids).ToList();
        if (stays is not null)
            below.RemoveAll(stays);
        if (ids.Find(id => registry.Find(id) is null) is var unknown && unknown != Guid.Empty)
            return UnitRejections.NoSuchUnit(unknown);
        var predecessors = ids.ConvertAll(id => registry.Edit(id)!);
        foreach (var predecessor in predecessors)
        {
            if (predecessor.Last.Kind is UnitKind.Central)
                return UnitRejections.OnlyOneRoot with { Field = "predecessors" };
            if (predecessor.End(UnitChange.Merge, on, legalBasis) is { } refused)
                return refused;
        }
        var whole = predecessors.ConvertAll(unit => (unit, (decimal?)null));
        if (registry.Begin(request, request.ParentId, (UnitChange.Merge, on, null, legalBasis), whole, out merged) is { } no)
            return no;
        foreach (var predecessor in predecessors)
            registry.Changed(predecessor, UnitChange.Merge, on, legalBasis);
        foreach (var id in below)
            if (registry.Move(id, on, legalBasis, merged!.Id) is { } stuck)
                return stuck;
        return null;
    }

    // The predecessors are looked at on their last day: on the day itself they are no more.
    static async Task<string?> OutOfReach(DirectoryDb db, Caller caller, Request request, CancellationToken ct)
    {
        foreach (var unit in request.Predecessors)
            if (!await db.Exists(unit, ct) || !await db.Reaches(caller, unit, request.On.AddDays(-1), ct))
                return "predecessors";
        return await db.Reaches(caller, request.ParentId, request.On, ct) ? null : "parentId";
    }
}
