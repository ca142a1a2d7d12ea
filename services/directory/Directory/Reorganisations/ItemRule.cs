using System.Collections.Frozen;
using DanVan.Chassis.Http;
using DanVan.Directory.Units;

namespace DanVan.Directory.Reorganisations;

/// <summary>A kind of item: what it needs, what it may do with, and how it is carried out. Another kind is another entry of <see cref="all"/>.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Turn">Items of a lower turn are carried out before those of a higher: new units first, endings without successors last.</param>
/// <param name="Ends">Whether its units end, unless the item says that they live on.</param>
/// <param name="TakesSeveral">Whether it takes more than one unit.</param>
/// <param name="Needs">The members of an item that must be given.</param>
/// <param name="May">The members that may be.</param>
/// <param name="CarryOut">The unit operation itself, as a plain call: null after it was done, or the rule that forbids it.</param>
internal sealed record ItemRule(
    PlanItemKind Kind,
    int Turn,
    bool Ends,
    bool TakesSeveral,
    string[] Needs,
    string[] May,
    Func<Rehearsal, UnitRegistry, PlanItem, Rejection?> CarryOut
)
{
    private static readonly FrozenDictionary<PlanItemKind, ItemRule> all = new ItemRule[]
    {
        new(
            PlanItemKind.Merge,
            Turn: 0,
            Ends: true,
            TakesSeveral: true,
            [nameof(PlanItem.Name), nameof(PlanItem.FullName), nameof(PlanItem.UnitKind), nameof(PlanItem.ParentId)],
            [nameof(PlanItem.NewUnitId), nameof(PlanItem.CodeScheme), nameof(PlanItem.Code)],
            ItemCalls.Merge
        ),
        new(
            PlanItemKind.Split,
            Turn: 0,
            Ends: true,
            TakesSeveral: false,
            [nameof(PlanItem.Parts)],
            [nameof(PlanItem.LivesOn), nameof(PlanItem.HeirId)],
            ItemCalls.Split
        ),
        new(PlanItemKind.Rename, 1, false, false, [nameof(PlanItem.Name), nameof(PlanItem.FullName)], [], ItemCalls.Rename),
        new(
            PlanItemKind.StatusChange,
            1,
            false,
            false,
            [nameof(PlanItem.Name), nameof(PlanItem.FullName), nameof(PlanItem.UnitKind)],
            [],
            ItemCalls.ChangeStatus
        ),
        new(PlanItemKind.Recode, 1, false, false, [nameof(PlanItem.Code)], [nameof(PlanItem.CodeScheme)], ItemCalls.Recode),
        new(PlanItemKind.MoveParent, 1, false, false, [nameof(PlanItem.ParentId)], [], ItemCalls.Move),
        new(PlanItemKind.Abolish, 2, true, false, [], [], ItemCalls.Abolish),
    }.ToFrozenDictionary(rule => rule.Kind);

    public static ItemRule Of(PlanItemKind kind) => all[kind];
}
