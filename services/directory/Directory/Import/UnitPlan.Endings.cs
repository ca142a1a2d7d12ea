using DanVan.Directory.Units;

namespace DanVan.Directory.Import;

/// <summary>What a plan ends, and what becomes of the bodies that belonged to it.</summary>
internal sealed partial class UnitPlan
{
    private readonly HashSet<Guid> ended = [];

    /// <summary>Administrative units that end with this plan and of whom nothing tells what they became. A whole level that goes (districts) has no successors.</summary>
    public IEnumerable<Unit> Undecided
    {
        get
        {
            var explained = changes
                .Values.SelectMany(change => change.Unit.Predecessors)
                .Select(predecessor => predecessor.UnitId)
                .ToHashSet();
            return changes
                .Values.Select(change => change.Unit)
                .Where(unit => ended.Contains(unit.Id) && unit.Last.Level is not UnitLevel.District && !explained.Contains(unit.Id));
        }
    }

    /// <summary>New units of a reorganised level of whom nothing tells what they came out of.</summary>
    public IEnumerable<Unit> Unexplained =>
        changes
            .Values.Where(change => change.Change is UnitChange.Create && reorganisedLengths.Contains(change.Unit.Last.Code!.Length))
            .Select(change => change.Unit);

    public int Ended => ended.Count;

    private void EndWhatIsNotKept(HashSet<Guid> kept, HashSet<string> listed)
    {
        var declared = mergersByNewCode
            .Where(merger => listed.Contains(merger.Key))
            .SelectMany(merger => merger)
            .Select(merger => dayBefore.GetValueOrDefault(merger.OldCode)?.Id)
            .OfType<Guid>()
            .ToHashSet();
        foreach (var unit in onTheDay.Values.Where(unit => !kept.Contains(unit.Id)))
        {
            var merged = declared.Contains(unit.Id);
            if (!merged && !terms.CompleteList)
                continue;
            var change = merged ? UnitChange.Merge : UnitChange.Abolish;
            if (unit.End(change, terms.On, terms.LegalBasis) is { } refused)
            {
                results.Add(new(0, unit.Last.Code!, RowOutcome.Problem, unit.Id, refused));
                continue;
            }
            ended.Add(unit.Id);
            Changed(unit, change);
        }
    }

    // Party committees, boards and departments outlive the unit they belonged to: they go to its one successor, or up the old line to who lives on.
    private void MoveBodies()
    {
        if (ended.Count == 0)
            return;
        var successors = changes
            .Values.SelectMany(change => change.Unit.Predecessors.Select(predecessor => (predecessor.UnitId, Heir: change.Unit)))
            .ToLookup(pair => pair.UnitId, pair => pair.Heir);
        var bodies = registry
            .Values.Where(unit => unit.Ends is not { } end || terms.On < end)
            .SelectMany(unit => unit.Periods.Select(p => p.ParentId).OfType<Guid>().Distinct().Select(parent => (parent, Unit: unit)))
            .Where(pair => !pair.Unit.Last.Kind.IsAdministrative())
            .ToLookup(pair => pair.parent, pair => pair.Unit);
        foreach (var unit in registry.Values)
        {
            if (unit.On(terms.On) is not { ParentId: { } parent } now || !ended.Contains(parent))
                continue;
            if (now.Kind.IsAdministrative())
                results.Add(new(0, now.Code ?? "", RowOutcome.Problem, unit.Id, RowRejections.LosesItsParent(now.FullName)));
            else if (Heir(parent) is var heir && UnitRules.Move(unit, terms.On, terms.LegalBasis, heir, []) is { } refused)
                results.Add(new(0, now.Code ?? "", RowOutcome.Problem, unit.Id, refused));
            else
            {
                unit.TakeLevels(heir, terms.On, terms.LegalBasis);
                Changed(unit, UnitChange.MoveParent);
                Relevel(unit);
            }
        }

        Unit Heir(Guid gone)
        {
            if (successors[gone].ToList() is [var only])
                return only;
            var above = registry[registry[gone].On(terms.On.AddDays(-1))!.ParentId!.Value];
            return ended.Contains(above.Id) ? Heir(above.Id) : above;
        }

        void Relevel(Unit above)
        {
            foreach (var body in bodies[above.Id])
                if (body.TakeLevels(above, terms.On, terms.LegalBasis))
                {
                    Changed(body, UnitChange.MoveParent);
                    Relevel(body);
                }
        }
    }
}
