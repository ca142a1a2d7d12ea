using DanVan.Directory.Client;
using DanVan.Directory.Reorganisations;
using DanVan.Directory.Units;
using static DanVan.Directory.Tests.Rules.Registered;

namespace DanVan.Directory.Tests.Reorganisations;

/// <summary>Items and plans for the tests of rules.</summary>
static class Drafts
{
    public static readonly DateOnly TheDay = Day("2027-01-01");

    public static PlanItem Merge(
        IReadOnlyList<Unit> units,
        Guid parent,
        string? code = null,
        UnitKind kind = UnitKind.Commune,
        Guid? id = null
    ) =>
        new(
            PlanItemKind.Merge,
            [.. units.Select(unit => unit.Id)],
            id ?? Guid.CreateVersion7(),
            "Mới",
            "Đơn vị Mới",
            kind,
            parent,
            null,
            code
        );

    public static PlanItem Split(Unit unit, params IReadOnlyList<SplitUnit.Part> parts) =>
        Of(PlanItemKind.Split, unit) with
        {
            Parts = parts,
        };

    /// <summary>A part of a commune.</summary>
    public static SplitUnit.Part Part(string? code, params IEnumerable<Unit> units) =>
        new(Guid.CreateVersion7(), "Phần", "Xã Phần", UnitKind.Commune, null, null, code, null, null, [.. units.Select(unit => unit.Id)]);

    public static PlanItem Rename(Unit unit, string name = "Tên mới") =>
        Of(PlanItemKind.Rename, unit) with
        {
            Name = name,
            FullName = $"Xã {name}",
        };

    public static PlanItem Status(Unit unit, UnitKind kind) =>
        Of(PlanItemKind.StatusChange, unit) with
        {
            Name = "Tên mới",
            FullName = "Thành phố Tên mới",
            UnitKind = kind,
        };

    public static PlanItem Recode(Unit unit, string code) => Of(PlanItemKind.Recode, unit) with { Code = code };

    public static PlanItem Move(Unit unit, Guid parent) => Of(PlanItemKind.MoveParent, unit) with { ParentId = parent };

    public static PlanItem Abolish(Unit unit) => Of(PlanItemKind.Abolish, unit);

    public static Unit Commune(Guid parent, string code) => Unit(UnitKind.Commune, UnitLevel.Commune, parent, code: code);

    public static Unit Body(Guid parent, UnitLevel level = UnitLevel.Commune) => Unit(UnitKind.PeoplesCommittee, level, parent);

    public static ReorganisationPlan Signed(DateOnly on, params IReadOnlyList<PlanItem> items)
    {
        var plan = Draft(on, items);
        Assert.Null(plan.AskForImpact(TimeProvider.System.GetUtcNow()));
        Assert.Null(plan.Sign((Basis, Day("2026-01-01")), "ai đó", [], TimeSpan.FromMinutes(1), TimeProvider.System));
        return plan;
    }

    public static ReorganisationPlan Draft(DateOnly on, params IReadOnlyList<PlanItem> items)
    {
        var plan = new ReorganisationPlan
        {
            Id = Guid.CreateVersion7(),
            DraftedBy = "ai đó",
            DraftedAt = TimeProvider.System.GetUtcNow(),
        };
        Assert.Null(plan.Draft(new("Phương án thử", on, items), RootUnit.Id));
        return plan;
    }

    static PlanItem Of(PlanItemKind kind, Unit unit) => new(kind, [unit.Id], null, null, null, null, null, null, null);
}
