using DanVan.Chassis.Http;

namespace DanVan.Directory.Units;

/// <summary>A unit that an act changed, and what the act was.</summary>
internal sealed record ChangedUnit(Unit Unit, UnitChange Change, DateOnly On, string LegalBasis);

/// <summary>
/// Units in memory, all of them or as many as acts concern, and what the acts make of them. Pure: acts change copies. One that is refused has changed
/// nothing; what the others came to stands in <see cref="Changes"/>, until <see cref="UnitWriter"/> saves it.
/// </summary>
internal sealed class UnitRegistry
{
    private readonly Dictionary<Guid, Unit> units;
    private readonly Dictionary<Guid, Unit?> before = [];
    private readonly OrderedDictionary<Guid, ChangedUnit> changes = [];
    private readonly List<ChangedUnit> draft = [];

    public UnitRegistry(IEnumerable<Unit> units) => this.units = units.ToDictionary(unit => unit.Id);

    public IEnumerable<Unit> Units => units.Values;

    /// <summary>Each unit that changed, once, with the last act on it, in the order in which they first changed.</summary>
    public IReadOnlyList<ChangedUnit> Changes => [.. changes.Values.Select(change => change with { Unit = units[change.Unit.Id] })];

    /// <summary>Carries out an act, or answers why not: then all is as before.</summary>
    public Rejection? Try(Func<UnitRegistry, Rejection?> act)
    {
        before.Clear();
        draft.Clear();
        if (act(this) is not { } refused)
        {
            foreach (var change in draft)
                changes[change.Unit.Id] = change;
            return null;
        }
        foreach (var (id, unit) in before)
            if (unit is null)
                units.Remove(id);
            else
                units[id] = unit;
        return refused;
    }

    public Unit? Find(Guid id) => units.GetValueOrDefault(id);

    /// <summary>The unit as an act may change it.</summary>
    public Unit? Edit(Guid id)
    {
        if (units.GetValueOrDefault(id) is not { } unit || before.ContainsKey(id))
            return units.GetValueOrDefault(id);
        before[id] = unit;
        return units[id] = unit.Copy();
    }

    public void Add(Unit unit)
    {
        before[unit.Id] = null;
        units.Add(unit.Id, unit);
    }

    /// <summary>Says that a unit was changed by the act.</summary>
    public void Changed(Unit unit, UnitChange change, DateOnly on, string legalBasis) => draft.Add(new(unit, change, on, legalBasis));

    /// <summary>Units that belong to a unit on a day or at any time after.</summary>
    public IReadOnlyList<Unit> BelongingTo(Guid parent, DateOnly on) =>
        [.. units.Values.Where(unit => unit.Periods.Any(p => p.ParentId == parent && (p.ValidTo is not { } end || on < end)))];

    /// <summary>Who bears or bore a code.</summary>
    public IReadOnlyCollection<CodeUse> UsesOf(UnitCode code) =>
        CodeUses.Joined(
            units.Values.SelectMany(unit =>
                unit.Periods.Where(p => p.Codes.Contains(code)).Select(p => new CodeUse(unit.Id, p.ValidFrom, p.ValidTo))
            )
        );

    /// <summary>Every unit that stands above a unit on a day or at any time after, itself not.</summary>
    public HashSet<Guid> LineFrom(Guid unit, DateOnly on)
    {
        var line = new HashSet<Guid>();
        var next = new Queue<Guid>([unit]);
        while (next.TryDequeue(out var id))
            foreach (var period in units.GetValueOrDefault(id)?.Periods.Where(p => p.ValidTo is not { } end || on < end) ?? [])
                if (period.ParentId is { } parent && line.Add(parent))
                    next.Enqueue(parent);
        return line;
    }

    /// <summary>
    /// The line from a unit up to the root on a day, the unit itself first; of a unit that did not exist then, on its first or last day. Empty when unknown.
    /// </summary>
    public IReadOnlyList<Guid> LineOn(Guid unit, DateOnly day)
    {
        var line = new List<Guid>();
        for (var step = Find(unit); step is not null && !line.Contains(step.Id); )
        {
            line.Add(step.Id);
            var state = step.On(day) ?? (day < step.Begins ? step.Periods.Min! : step.Last);
            step = state.ParentId is { } parent ? Find(parent) : null;
        }
        return line;
    }

    /// <summary>Moves a unit; the bodies that stand below it take the level of where they stand now.</summary>
    public Rejection? Move(Guid id, DateOnly on, string legalBasis, Guid parent)
    {
        if (Edit(id) is not { } unit)
            return UnitRejections.NoSuchUnit(id);
        if (UnitRules.Move(unit, on, legalBasis, Find(parent), LineFrom(parent, on)) is { } refused)
            return refused;
        unit.TakeLevels(Find(parent)!, on, legalBasis);
        Changed(unit, UnitChange.MoveParent, on, legalBasis);
        Relevel(unit, on, legalBasis);
        return null;
    }

    private void Relevel(Unit above, DateOnly on, string legalBasis)
    {
        foreach (var id in BelongingTo(above.Id, on).Select(below => below.Id))
            if (Edit(id)!.TakeLevels(above, on, legalBasis))
            {
                Changed(Find(id)!, UnitChange.MoveParent, on, legalBasis);
                Relevel(Find(id)!, on, legalBasis);
            }
    }
}
