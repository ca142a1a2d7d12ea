using DanVan.Chassis.Http;
using DanVan.Directory.Units;

namespace DanVan.Directory.Reorganisations;

/// <summary>
/// What a reorganisation comes to as of its day: the units that change, or the items that a rule forbids. Pure: the registry it is given
/// stays as it is, so a draft is tried the same way as a signed one is carried out.
/// </summary>
internal sealed class Rehearsal
{
    private readonly HashSet<Guid> ending;
    private readonly HashSet<Guid> moving;
    private readonly ILookup<Guid, Guid?> heirs;
    private readonly List<ItemProblem> problems = [];
    private readonly UnitRegistry before;
    private readonly UnitRegistry now;

    private Rehearsal(UnitRegistry registry, IReadOnlyList<PlanItem> items, DateOnly on, string legalBasis)
    {
        (before, now, On, LegalBasis) = (registry, new(registry.Units), on, legalBasis);
        ending = [.. items.Where(item => item.Ends).SelectMany(item => item.Units)];
        moving = [.. items.Where(item => item.Kind is PlanItemKind.MoveParent).SelectMany(item => item.Units)];
        heirs = items.ToLookup(item => item.Units[0], item => item.HeirId);
    }

    public DateOnly On { get; }
    public string LegalBasis { get; }

    /// <summary>What stands in its way; empty when it can be carried out.</summary>
    public IReadOnlyList<ItemProblem> Problems => [.. problems.OrderBy(problem => problem.Item)];

    /// <summary>The units that change, each once, with the last thing that happens to it.</summary>
    public IReadOnlyList<ChangedUnit> Changes => now.Changes;

    /// <summary>The units after it; as before where there are problems.</summary>
    public UnitRegistry After => problems.Count == 0 ? now : before;

    /// <summary>Each unit that ends, what comes out of it, and which of these goes on with its open work where a split names one.</summary>
    public IEnumerable<(Guid UnitId, IReadOnlyList<Guid> SuccessorIds, Guid? HeirId)> Endings
    {
        get
        {
            var successors = now
                .Changes.SelectMany(
                    change => change.Unit.Predecessors.Where(predecessor => predecessor.EffectiveOn == On),
                    (change, predecessor) => (predecessor.UnitId, Successor: change.Unit.Id)
                )
                .ToLookup(pair => pair.UnitId, pair => pair.Successor);
            return ending.Select(unit => (unit, (IReadOnlyList<Guid>)[.. successors[unit]], heirs[unit].FirstOrDefault()));
        }
    }

    public static Rehearsal Of(UnitRegistry registry, IReadOnlyList<PlanItem> items, DateOnly on, string legalBasis)
    {
        var rehearsal = new Rehearsal(registry, items, on, legalBasis);
        rehearsal.problems.AddRange(PlanConflicts.In(items));
        var able = items.Index().Where(item => rehearsal.problems.All(problem => problem.Item != item.Index)).ToList();
        foreach (var (index, item) in able.OrderBy(item => rehearsal.TurnOf(item.Item)))
            rehearsal.Try(index, item);
        return rehearsal;
    }

    /// <summary>Whether the unit ends in this reorganisation.</summary>
    public bool Ends(Guid unit) => ending.Contains(unit);

    /// <summary>Whether an item of its own moves the unit.</summary>
    public bool Moves(Guid unit) => moving.Contains(unit);

    private void Try(int index, PlanItem item)
    {
        if (item.Units.Any(unit => now.Find(unit) is null))
            problems.Add(new(index, ReorganisationRejections.NoSuchUnit));
        else if (now.Try(registry => item.Rule.CarryOut(this, registry, item)) is { } refused)
            problems.Add(new(index, refused));
    }

    // New units: parents before what belongs to them. Abolitions: from below upwards. All others in the order given.
    private (int Turn, int Within) TurnOf(PlanItem item) =>
        (
            item.Rule.Turn,
            item.Rule.Turn switch
            {
                0 => (item.Parts?.Select(part => part.Kind) ?? [item.UnitKind!.Value]).Min(kind =>
                    (int)(kind.OwnLevel() ?? UnitLevel.Commune + 1)
                ),
                1 => 0,
                _ => -before.LineOn(item.Units[0], On).Count,
            }
        );
}

/// <summary>An item that cannot be carried out.</summary>
/// <param name="Item">Its place in the draft, from 0.</param>
/// <param name="Rule">The rule that forbids it.</param>
internal sealed record ItemProblem(int Item, Rejection Rule);
