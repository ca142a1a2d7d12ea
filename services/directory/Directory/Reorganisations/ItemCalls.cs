using DanVan.Chassis.Http;
using DanVan.Directory.Units;

namespace DanVan.Directory.Reorganisations;

/// <summary>The unit operations behind the kinds of items, called on the registry of a rehearsal.</summary>
internal static class ItemCalls
{
    public static Rejection? Merge(Rehearsal rehearsal, UnitRegistry registry, PlanItem item)
    {
        if (registry.Find(item.NewUnitId!.Value) is not null)
            return UnitRejections.AlreadyExists;
        if (rehearsal.Ends(item.ParentId!.Value))
            return UnitRejections.NoSuchParent(rehearsal.On, null);
        var request = new MergeUnits.Request(
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
        );
        // What ends with it on this day does not move first.
        return MergeUnits.Apply(registry, request, out _, stays: rehearsal.Ends);
    }

    public static Rejection? Split(Rehearsal rehearsal, UnitRegistry registry, PlanItem item)
    {
        foreach (var (index, parent) in item.Parents(registry).Index())
            if (parent is { } above && rehearsal.Ends(above))
                return UnitRejections.NoSuchParent(rehearsal.On, null) with { Field = $"parts[{index}].parentId" };
        var request = new SplitUnit.Request(rehearsal.On, item.LivesOn is true, item.Parts!, rehearsal.LegalBasis);
        // What ends or is moved by another item on this day is given to no part.
        return SplitUnit.Apply(registry, item.Units[0], request, out _, stays: unit => rehearsal.Ends(unit) || rehearsal.Moves(unit));
    }

    public static Rejection? Rename(Rehearsal rehearsal, UnitRegistry registry, PlanItem item) =>
        RenameUnit.Apply(registry, item.Units[0], new(rehearsal.On, item.Name!, item.FullName!, rehearsal.LegalBasis));

    public static Rejection? ChangeStatus(Rehearsal rehearsal, UnitRegistry registry, PlanItem item) =>
        Units.ChangeStatus.Apply(
            registry,
            item.Units[0],
            new(rehearsal.On, item.UnitKind!.Value, item.FullName!, item.Name, rehearsal.LegalBasis)
        );

    public static Rejection? Recode(Rehearsal rehearsal, UnitRegistry registry, PlanItem item) =>
        RecodeUnit.Apply(registry, item.Units[0], new(rehearsal.On, item.CodeScheme, item.Code!, rehearsal.LegalBasis));

    public static Rejection? Move(Rehearsal rehearsal, UnitRegistry registry, PlanItem item) =>
        rehearsal.Ends(item.ParentId!.Value)
            ? UnitRejections.NoSuchParent(rehearsal.On, null)
            : registry.Move(item.Units[0], rehearsal.On, rehearsal.LegalBasis, item.ParentId.Value);

    public static Rejection? Abolish(Rehearsal rehearsal, UnitRegistry registry, PlanItem item) =>
        AbolishUnit.Apply(registry, item.Units[0], new(rehearsal.On, rehearsal.LegalBasis));
}
