using DanVan.Directory.Client;
using DanVan.Directory.Units;

namespace DanVan.Directory.Import;

/// <summary>What a file of mergers comes to: declarations for a date, checked against the units that stand on the day before. Pure.</summary>
internal sealed record MergerPlan(IReadOnlyList<RowResult> Results, IReadOnlyList<DeclaredMerger> Declared)
{
    public static readonly string[] Columns = ["old_code", "old_full_name", "new_code", "new_full_name"];

    public static MergerPlan Make(
        IEnumerable<Unit> units,
        IReadOnlyCollection<DeclaredMerger> known,
        IReadOnlyCollection<CsvRow> lines,
        DateOnly on
    )
    {
        var registry = units.ToList();
        var before = on.AddDays(-1);
        var bearers = registry
            .Where(unit => unit.On(before)?.CodeScheme is CodeScheme.Administrative)
            .ToDictionary(unit => unit.On(before)!.Code!);
        var successors = registry
            .SelectMany(unit => unit.Predecessors.Select(predecessor => (predecessor.UnitId, Code: unit.On(on)?.Code)))
            .ToLookup(pair => pair.UnitId, pair => pair.Code);
        var declared = known.ToDictionary(merger => merger.OldCode);
        var (results, added) = (new List<RowResult>(), new List<DeclaredMerger>());
        foreach (var line in lines)
        {
            var merger = new DeclaredMerger(line.Fields[0], line.Fields[1], line.Fields[2], line.Fields[3]);
            var result = Check(line.Number, merger);
            results.Add(result);
            if (result.Outcome is not RowOutcome.Create)
                continue;
            added.Add(merger);
            declared.Add(merger.OldCode, merger);
        }
        return new(results, added);

        RowResult Check(int line, DeclaredMerger merger)
        {
            RowResult Result(RowOutcome outcome, Guid? unit = null, Chassis.Http.Rejection? reason = null) =>
                new(line, merger.OldCode, outcome, unit, reason);

            if (bearers.GetValueOrDefault(merger.OldCode) is not { } unit)
                return Result(RowOutcome.Problem, reason: RowRejections.NoSuchUnit(merger.OldCode, before));
            var then = unit.On(before)!;
            if (!Spelling.IsSame(then.FullName, merger.OldFullName))
                return Result(RowOutcome.Problem, unit.Id, RowRejections.OtherName(then.FullName));
            if (new UnitCode(CodeScheme.Administrative, merger.NewCode).Check(then.Kind, then.Level) is { } malformed)
                return Result(RowOutcome.Problem, unit.Id, malformed);
            if (merger.NewFullName is not { Length: > 0 and <= 300 })
                return Result(RowOutcome.Problem, unit.Id, RowRejections.Field("new_full_name"));
            if (declared.GetValueOrDefault(merger.OldCode) is { } same)
                return same == merger
                    ? Result(RowOutcome.Exists, unit.Id)
                    : Result(RowOutcome.Problem, unit.Id, RowRejections.DeclaredOtherwise(same.NewCode));
            if (unit.Ends == on && !successors[unit.Id].Contains(merger.NewCode))
                return Result(RowOutcome.Problem, unit.Id, RowRejections.CarriedOut);
            return Result(unit.Ends == on ? RowOutcome.Exists : RowOutcome.Create, unit.Id);
        }
    }
}
