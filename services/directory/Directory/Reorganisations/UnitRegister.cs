using DanVan.Directory.Units;

namespace DanVan.Directory.Reorganisations;

/// <summary>All units in memory, and what rules ask of them.</summary>
internal sealed class UnitRegister(IEnumerable<Unit> units)
{
    private readonly Dictionary<Guid, Unit> units = units.ToDictionary(unit => unit.Id);

    /// <summary>A register of its own that holds the same units.</summary>
    public UnitRegister Copy() => new(units.Values);

    public Unit? Find(Guid id) => units.GetValueOrDefault(id);

    /// <summary>Adds a unit, or puts it in place of what was known of it.</summary>
    public void Put(Unit unit) => units[unit.Id] = unit;

    /// <summary>Units that belong to one of these on a day or at any time after.</summary>
    public IEnumerable<Unit> BelongingTo(IReadOnlyCollection<Guid> parents, DateOnly on) =>
        units.Values.Where(unit =>
            unit.Periods.Any(p => p.ParentId is { } parent && parents.Contains(parent) && (p.ValidTo is not { } end || on < end))
        );

    /// <summary>Who bears or bore a code, ever.</summary>
    public IReadOnlyCollection<CodeUse> UsesOf(UnitCode code) =>
        CodeUses.Joined(
            units.Values.SelectMany(unit =>
                unit.Periods.Where(p => p.UnitCode == code).Select(p => new CodeUse(unit.Id, p.ValidFrom, p.ValidTo))
            )
        );

    /// <summary>Every unit that stands above a unit on a day or at any time after.</summary>
    public IReadOnlyCollection<Guid> LineFrom(Guid unit, DateOnly on)
    {
        var line = new HashSet<Guid>();
        var next = new Stack<Guid>([unit]);
        while (next.TryPop(out var step))
            foreach (var period in Find(step)?.Periods.Where(p => p.ValidTo is not { } end || on < end) ?? [])
                if (period.ParentId is { } parent && line.Add(parent))
                    next.Push(parent);
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
}
