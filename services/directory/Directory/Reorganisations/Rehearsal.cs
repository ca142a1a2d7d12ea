using DanVan.Chassis.Http;
using DanVan.Directory.Units;

namespace DanVan.Directory.Reorganisations;

/// <summary>
/// What a reorganisation comes to on a register as of its day: the units that change, or the items that a rule forbids. Pure: the register it is given
/// stays as it is, so a draft is tried the same way as a signed one is carried out.
/// </summary>
internal sealed class Rehearsal
{
    private readonly HashSet<Guid> ending;
    private readonly Dictionary<Guid, UnitChange> changes = [];
    private readonly HashSet<Guid> open = [];
    private readonly List<ItemProblem> problems = [];
    private readonly UnitRegister before;
    private readonly UnitRegister now;

    private Rehearsal(UnitRegister register, IReadOnlyList<PlanItem> items, DateOnly on, string legalBasis)
    {
        (before, now, On, LegalBasis) = (register, register.Copy(), on, legalBasis);
        ending = [.. items.Where(item => item.Rule.Ends).SelectMany(item => item.Units)];
    }

    public DateOnly On { get; }
    public string LegalBasis { get; }

    /// <summary>What stands in its way; empty when it can be carried out.</summary>
    public IReadOnlyList<ItemProblem> Problems => [.. problems.OrderBy(problem => problem.Item)];

    /// <summary>The units that change, each once, with the last thing that happens to it.</summary>
    public IReadOnlyList<(Unit Unit, UnitChange Change)> Changes => [.. changes.Select(change => (now.Find(change.Key)!, change.Value))];

    /// <summary>The register after it; as before where there are problems.</summary>
    public UnitRegister After => problems.Count == 0 ? now : before;

    /// <summary>Each unit that ends, and what comes out of it.</summary>
    public IEnumerable<(Guid UnitId, IReadOnlyList<Guid> SuccessorIds)> Endings
    {
        get
        {
            var successors = changes
                .Keys.SelectMany(id => now.Find(id)!.Predecessors, (id, predecessor) => (predecessor.UnitId, Successor: id))
                .ToLookup(pair => pair.UnitId, pair => pair.Successor);
            return ending.Select(unit => (unit, (IReadOnlyList<Guid>)[.. successors[unit]]));
        }
    }

    public static Rehearsal Of(UnitRegister register, IReadOnlyList<PlanItem> items, DateOnly on, string legalBasis)
    {
        var rehearsal = new Rehearsal(register, items, on, legalBasis);
        rehearsal.problems.AddRange(PlanConflicts.In(items));
        var able = items.Index().Where(item => rehearsal.problems.All(problem => problem.Item != item.Index)).ToList();
        foreach (var (index, item) in able.OrderBy(item => rehearsal.TurnOf(item.Item)))
            rehearsal.Try(index, item);
        return rehearsal;
    }

    /// <summary>Whether the unit ends in this reorganisation.</summary>
    public bool Ends(Guid unit) => ending.Contains(unit);

    public Unit? Find(Guid unit) => now.Find(unit);

    /// <summary>A unit to be changed.</summary>
    public Unit Open(Guid unit)
    {
        if (open.Add(unit))
            now.Put(now.Find(unit)!.Copy());
        return now.Find(unit)!;
    }

    public void Changed(Unit unit, UnitChange change)
    {
        open.Add(unit.Id);
        now.Put(unit);
        changes[unit.Id] = change;
    }

    public IReadOnlyList<Unit> BelongingTo(IReadOnlyCollection<Guid> parents) => [.. now.BelongingTo(parents, On)];

    public IReadOnlyCollection<CodeUse> UsesOf(UnitCode code) => now.UsesOf(code);

    public IReadOnlyCollection<Guid> LineFrom(Guid unit) => now.LineFrom(unit, On);

    private void Try(int index, PlanItem item)
    {
        if (item.Units.Any(unit => Find(unit) is null))
            problems.Add(new(index, ReorganisationRejections.NoSuchUnit));
        else if (item.Rule.CarryOut(this, item) is { } refused)
            problems.Add(new(index, refused));
    }

    // New units: parents before what belongs to them. Abolitions: from below upwards. All others in the order given.
    private (int Turn, int Within) TurnOf(PlanItem item) =>
        (
            item.Rule.Turn,
            item.Rule.Turn switch
            {
                0 => (int)(item.UnitKind?.OwnLevel() ?? UnitLevel.Commune + 1),
                1 => 0,
                _ => -before.LineOn(item.Units[0], On).Count,
            }
        );
}

/// <summary>An item that cannot be carried out.</summary>
/// <param name="Item">Its place in the draft, from 0.</param>
/// <param name="Rule">The rule that forbids it.</param>
internal sealed record ItemProblem(int Item, Rejection Rule);
