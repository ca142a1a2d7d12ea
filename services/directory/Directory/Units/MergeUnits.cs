using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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
        [Text(500)] string LegalBasis
    );

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
        if (request.Id is { } wanted && await db.Units.FindAsync([wanted], ct) is not null)
            return UnitRejections.AlreadyExists.ToProblem();
        var ids = request.Predecessors.Distinct().ToList();
        var predecessors = await db.Units.Where(unit => ids.Contains(unit.Id)).ToListAsync(ct);
        if (predecessors.Count < ids.Count)
            return UnitRejections.OutOfReach("predecessors").ToProblem();
        if (await OutOfReach(db, caller, ids, request, ct) is { } field)
            return UnitRejections.OutOfReach(field).ToProblem();

        var below = await db.BelongingTo(ids, request.On).ToListAsync(ct);
        var (merged, refused) = Decide(
            request,
            predecessors,
            [.. below.Where(unit => !ids.Contains(unit.Id))],
            await db.Units.FindAsync([request.ParentId], ct),
            request.Code is { } code ? await db.UsesOf(new(request.CodeScheme ?? CodeScheme.Administrative, code), ct) : []
        );
        if (merged is null)
            return refused!.ToProblem();

        db.Units.Add(merged);
        db.Announce(merged, merged.Recorded(UnitChange.Merge, request.On, request.LegalBasis));
        foreach (var predecessor in predecessors)
            db.Announce(predecessor, predecessor.Recorded(UnitChange.Merge, request.On, request.LegalBasis));
        foreach (var unit in below.Except(predecessors))
            db.Announce(unit, unit.Recorded(UnitChange.MoveParent, request.On, request.LegalBasis));
        await db.SaveChangesAsync(ct);
        await change.Commit(ct);
        return TypedResults.Created($"/api/v1/units/{merged.Id}", UnitView.Of(merged, merged.Last));
    }

    internal static (Unit? Merged, Rejection? Refused) Decide(
        Request request,
        IReadOnlyCollection<Unit> predecessors,
        IReadOnlyCollection<Unit> below,
        Unit? parent,
        IReadOnlyCollection<CodeUse> usesOfCode
    )
    {
        if (predecessors.Any(unit => unit.Last.Kind is UnitKind.Central))
            return (null, UnitRejections.OnlyOneRoot);
        if (predecessors.Any(unit => unit.Id == request.ParentId) || below.Any(unit => unit.Id == request.ParentId))
            return (null, UnitRejections.Cycle);
        foreach (var predecessor in predecessors)
            if (predecessor.End(UnitChange.Merge, request.On, request.LegalBasis) is { } refused)
                return (null, refused);

        // The predecessors' use of the code ends with them.
        var uses = usesOfCode.Select(use => predecessors.Any(unit => unit.Id == use.UnitId) ? use with { To = use.To ?? request.On } : use);
        var (merged, no) = UnitRules.Create(request.Id ?? Guid.CreateVersion7(), PeriodOf(request), parent, [.. uses], predecessors);
        if (merged is null)
            return (null, no);
        foreach (var unit in below)
            if (UnitRules.Move(unit, request.On, request.LegalBasis, merged, []) is { } stuck)
                return (null, stuck);
        return (merged, null);
    }

    static UnitPeriod PeriodOf(Request request) =>
        new()
        {
            ValidFrom = request.On,
            Name = request.Name,
            FullName = request.FullName,
            Kind = request.Kind,
            Level = UnitLevel.Central,
            ParentId = request.ParentId,
            CodeScheme = request.Code is null ? null : request.CodeScheme ?? CodeScheme.Administrative,
            Code = request.Code,
            Change = UnitChange.Merge,
            LegalBasis = request.LegalBasis,
        };

    // The predecessors are looked at on their last day: on the day itself they are no more.
    static async Task<string?> OutOfReach(DirectoryDb db, Caller caller, List<Guid> predecessors, Request request, CancellationToken ct)
    {
        foreach (var unit in predecessors)
            if (!await db.Reaches(caller, unit, request.On.AddDays(-1), ct))
                return "predecessors";
        return await db.Reaches(caller, request.ParentId, request.On, ct) ? null : "parentId";
    }
}
