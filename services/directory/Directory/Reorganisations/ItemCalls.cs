using DanVan.Chassis.Http;
using DanVan.Directory.Units;

namespace DanVan.Directory.Reorganisations;

/// <summary>The unit operations behind the kinds of items, called on the units of a rehearsal.</summary>
internal static class ItemCalls
{
    public static Rejection? Merge(Rehearsal rehearsal, PlanItem item)
    {
        if (rehearsal.Find(item.NewUnitId!.Value) is not null)
            return UnitRejections.AlreadyExists;
        if (rehearsal.Ends(item.ParentId!.Value))
            return UnitRejections.NoSuchParent(rehearsal.On, null);
        var predecessors = item.Units.Select(rehearsal.Open).ToList();
        // What ends with it on this day does not move first.
        var below = rehearsal
            .BelongingTo(item.Units)
            .Where(unit => !rehearsal.Ends(unit.Id))
            .Select(unit => rehearsal.Open(unit.Id))
            .ToList();
        var (merged, refused) = MergeUnits.Decide(
            new(
                item.NewUnitId,
                item.Units,
                rehearsal.On,
                item.Name!,
                item.FullName!,
                item.UnitKind!.Value,
                item.ParentId.Value,
                item.CodeScheme,
                item.Code,
                rehearsal.LegalBasis
            ),
            predecessors,
            below,
            rehearsal.Find(item.ParentId.Value),
            item.UnitCode is { } code ? rehearsal.UsesOf(code) : []
        );
        if (merged is null)
            return refused;
        rehearsal.Changed(merged, UnitChange.Merge);
        predecessors.ForEach(unit => rehearsal.Changed(unit, UnitChange.Merge));
        below.ForEach(unit => rehearsal.Changed(unit, UnitChange.MoveParent));
        return null;
    }

    public static Rejection? Rename(Rehearsal rehearsal, PlanItem item) => Rename(rehearsal, item, UnitChange.Rename);

    public static Rejection? ChangeStatus(Rehearsal rehearsal, PlanItem item) => Rename(rehearsal, item, UnitChange.StatusChange);

    public static Rejection? Recode(Rehearsal rehearsal, PlanItem item)
    {
        var (unit, code) = (rehearsal.Open(item.Units[0]), item.UnitCode!.Value);
        return Done(
            rehearsal,
            unit,
            UnitChange.Recode,
            UnitRules.Recode(unit, rehearsal.On, rehearsal.LegalBasis, code, rehearsal.UsesOf(code))
        );
    }

    public static Rejection? Move(Rehearsal rehearsal, PlanItem item)
    {
        var (unit, parent) = (rehearsal.Open(item.Units[0]), item.ParentId!.Value);
        return Done(
            rehearsal,
            unit,
            UnitChange.MoveParent,
            rehearsal.Ends(parent)
                ? UnitRejections.NoSuchParent(rehearsal.On, null)
                : UnitRules.Move(unit, rehearsal.On, rehearsal.LegalBasis, rehearsal.Find(parent), rehearsal.LineFrom(parent))
        );
    }

    public static Rejection? Abolish(Rehearsal rehearsal, PlanItem item)
    {
        var unit = rehearsal.Open(item.Units[0]);
        if (unit.Last.Kind is UnitKind.Central)
            return UnitRejections.OnlyOneRoot;
        var below = rehearsal.BelongingTo(item.Units).Count;
        return Done(
            rehearsal,
            unit,
            UnitChange.Abolish,
            below > 0 ? UnitRejections.HasUnitsBelow(below) : unit.End(UnitChange.Abolish, rehearsal.On, rehearsal.LegalBasis)
        );
    }

    private static Rejection? Rename(Rehearsal rehearsal, PlanItem item, UnitChange change)
    {
        var unit = rehearsal.Open(item.Units[0]);
        var request = new RenameUnit.Request(rehearsal.On, item.Name!, item.FullName!, item.UnitKind, rehearsal.LegalBasis);
        return Done(rehearsal, unit, change, RenameUnit.Decide(unit, change, request));
    }

    private static Rejection? Done(Rehearsal rehearsal, Unit unit, UnitChange change, Rejection? refused)
    {
        if (refused is null)
            rehearsal.Changed(unit, change);
        return refused;
    }
}
