using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Units;

/// <summary>
/// A unit is split. Each part is a new unit that came out of it, and one of them may keep its codes: the one at the old seat (QĐ 19/2025/QĐ-TTg, Điều 3).
/// Or parts are cut out of a unit that lives on with its codes.
/// </summary>
public static class SplitUnit
{
    /// <param name="On">First day of the parts.</param>
    /// <param name="LivesOn">The unit goes on, smaller; otherwise it ends and everything that belongs to it must be given to a part.</param>
    /// <param name="Parts">The new units: two or more, or one when the unit lives on.</param>
    /// <param name="LegalBasis">The document, as cited.</param>
    public sealed record Request(
        [BusinessDate] DateOnly On,
        bool LivesOn,
        [Items(1, 100)] IReadOnlyList<Part> Parts,
        [Text(500)] string LegalBasis
    );

    /// <param name="Id">Identity of the part, when the caller has one.</param>
    /// <param name="Name">Name without its kind.</param>
    /// <param name="FullName">Name with its kind.</param>
    /// <param name="Kind">What the part is.</param>
    /// <param name="ParentId">The unit it belongs to; that of the split unit unless told.</param>
    /// <param name="CodeScheme">Where the code comes from; ADMINISTRATIVE unless told.</param>
    /// <param name="Code">The code of the unit that ends, or one never issued.</param>
    /// <param name="Codes">Its codes of further schemes, one a scheme.</param>
    /// <param name="Share">The part's weight, of 1, for restating sums of before the split. Told for all parts or for none: without, nothing can be restated.</param>
    /// <param name="Units">The units below that go to this part.</param>
    public sealed record Part(
        Guid? Id,
        [Text(200)] string Name,
        [Text(300)] string FullName,
        UnitKind Kind,
        Guid? ParentId,
        CodeScheme? CodeScheme,
        [Text(40)] string? Code,
        [Items(1, 3)] IReadOnlyList<SchemeCode>? Codes,
        decimal? Share,
        [Items(0, 1000)] IReadOnlyList<Guid>? Units
    ) : INewUnit;

    public static void Map(RouteGroupBuilder units) =>
        units
            .MapPost("/{id:guid}/split", Handle)
            .RequireScope(Scopes.DirectoryWrite)
            .WithSummary("Split a unit, or cut parts out of it")
            .WithExample(
                new Request(
                    new DateOnly(2026, 10, 1),
                    LivesOn: true,
                    [new Part(null, "Ví Dụ Đông", "Xã Ví Dụ Đông", UnitKind.Commune, null, null, null, null, null, null)],
                    "Nghị quyết ví dụ số 09/NQ-VD"
                )
            );

    static async Task<Results<Ok<IReadOnlyList<UnitView>>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        await using var change = await db.BeginChange(ct);
        // The unit is looked at on the day before: on the day itself it may be no more.
        if (!await db.Exists(id, ct) || !await db.Reaches(caller, id, request.On.AddDays(-1), ct))
            return TypedResults.NotFound();
        foreach (var parent in request.Parts.Select(part => part.ParentId).OfType<Guid>())
            if (!await db.Reaches(caller, parent, request.On, ct))
                return UnitRejections.OutOfReach("parts").ToProblem();
        if (ifMatch.Refuses(await db.VersionOf(id, ct)) is { } stale)
            return stale;
        IReadOnlyList<Unit> parts = [];
        Guid[] named = [.. request.Parts.SelectMany(part => new[] { part.Id, part.ParentId }).OfType<Guid>()];
        List<UnitCode> codes = [.. request.Parts.SelectMany(part => part.AllCodes())];
        if (await db.CarryOut(named, [id], codes, request.On, registry => Apply(registry, id, request, out parts), ct) is { } refused)
            return refused.ToProblem();
        await change.Commit(ct);
        return TypedResults.Ok<IReadOnlyList<UnitView>>([.. parts.Select(part => UnitView.Of(part, part.On(request.On)!))]);
    }

    /// <param name="registry">The units that it concerns.</param>
    /// <param name="id">The unit that is split.</param>
    /// <param name="request">Into what.</param>
    /// <param name="parts">The new units.</param>
    /// <param name="stays">Units below that are given to no part, because something else happens to them on the same day.</param>
    internal static Rejection? Apply(
        UnitRegistry registry,
        Guid id,
        Request request,
        out IReadOnlyList<Unit> parts,
        Predicate<Guid>? stays = null
    )
    {
        var (on, legalBasis, begun) = (request.On, request.LegalBasis, new List<Unit>());
        parts = begun;
        if (registry.Edit(id) is not { } unit)
            return UnitRejections.NoSuchUnit(id);
        if (unit.Last.Kind is UnitKind.Central)
            return UnitRejections.OnlyOneRoot;
        if (on <= unit.Begins)
            return UnitRejections.BeforeItExists(unit, on);
        // Sent once more it is told apart from a mistake.
        if (unit.RefuseDate(on) is { } refusedDay)
            return refusedDay;
        if (RefuseShares(request) is { } unequal)
            return unequal;
        if (
            RefuseUnits(
                request,
                [.. registry.BelongingTo(id, on).Select(below => below.Id).Where(below => stays?.Invoke(below) is not true)]
            ) is
            { } unassigned
        )
            return unassigned;
        var parent = unit.Last.ParentId!.Value;
        // What lives on must be there on that day as well.
        var refused = request.LivesOn
            ? unit.Change(UnitChange.Split, on, legalBasis, _ => { })
            : unit.End(UnitChange.Split, on, legalBasis);
        if (refused is not null)
            return refused;
        foreach (var (index, part) in request.Parts.Index())
        {
            var act = (UnitChange.Split, on, (DateOnly?)null, legalBasis);
            if (registry.Begin(part, part.ParentId ?? parent, act, [(unit, part.Share)], out var made) is { } no)
                return no with { Field = $"parts[{index}].{no.Field}" };
            begun.Add(made!);
        }
        registry.Changed(unit, UnitChange.Split, on, legalBasis);
        foreach (var (index, made) in begun.Index())
        foreach (var below in request.Parts[index].Units ?? [])
            if (registry.Move(below, on, legalBasis, made.Id) is { } stuck)
                return stuck with { Field = $"parts[{index}].units" };
        return null;
    }

    static Rejection? RefuseShares(Request request)
    {
        if (!request.LivesOn && request.Parts.Count < 2)
            return UnitRejections.OnePart;
        var shares = request.Parts.Select(part => part.Share).OfType<decimal>().ToList();
        if (shares.Count == 0)
            return null;
        var all = shares.Count == request.Parts.Count && shares.TrueForAll(share => share > 0);
        return all && (request.LivesOn ? shares.Sum() < 1 : shares.Sum() == 1) ? null : UnitRejections.Shares;
    }

    static Rejection? RefuseUnits(Request request, HashSet<Guid> below)
    {
        var given = request.Parts.SelectMany(part => part.Units ?? []).ToList();
        if (given.Distinct().Count() < given.Count || given.Exists(id => !below.Contains(id)))
            return UnitRejections.GivenTwiceOrNotBelow;
        return request.LivesOn || given.Count == below.Count ? null : UnitRejections.NotGiven(below.Count - given.Count);
    }
}
