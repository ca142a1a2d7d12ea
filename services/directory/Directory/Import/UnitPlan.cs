using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Directory.Units;

namespace DanVan.Directory.Import;

/// <summary>
/// What a list of administrative units comes to on a date, given the registry and the mergers declared for that date. Pure: it changes only the units
/// it was given, and saves nothing.
/// </summary>
/// <remarks>
/// A unit keeps its identity when nothing was declared about it, or when it alone goes up in a unit of the same code and name. Every other unit of a
/// reorganised level is a new identity, with the predecessors that the declarations tell, or with none: then a person decides. A unit that the registry
/// knows from a later day on, entered by hand, is the same one: it begins earlier then.
/// </remarks>
internal sealed partial class UnitPlan
{
    private readonly ImportTerms terms;
    private readonly Dictionary<Guid, Unit> registry;
    private readonly Dictionary<string, Unit> dayBefore;
    private readonly Dictionary<string, Unit> onTheDay;
    private readonly ILookup<string, DeclaredMerger> mergersByNewCode;
    private readonly HashSet<int> reorganisedLengths;
    private readonly ILookup<string, CodeUse> uses;
    private readonly List<RowResult> results = [];
    private readonly ILookup<Guid, Unit> heirs;
    private readonly OrderedDictionary<Guid, ChangedUnit> changes = [];

    private UnitPlan(IEnumerable<Unit> units, IReadOnlyCollection<DeclaredMerger> mergers, ImportTerms terms)
    {
        this.terms = terms;
        registry = units.ToDictionary(unit => unit.Id);
        dayBefore = ByCode(terms.On.AddDays(-1));
        onTheDay = ByCode(terms.On);
        mergersByNewCode = mergers.ToLookup(merger => merger.NewCode);
        reorganisedLengths = [.. mergers.Select(merger => merger.NewCode.Length)];
        uses = registry
            .Values.SelectMany(unit => unit.Periods.Where(IsCoded).Select(p => (p.Code, Use: new CodeUse(unit.Id, p.ValidFrom, p.ValidTo))))
            .ToLookup(pair => pair.Code!, pair => pair.Use);
        heirs = registry
            .Values.SelectMany(unit => unit.Predecessors.Select(predecessor => (predecessor.UnitId, Heir: unit)))
            .ToLookup(pair => pair.UnitId, pair => pair.Heir);
    }

    /// <summary>What each row comes to, in the order of the file.</summary>
    public IReadOnlyList<RowResult> Results => results;

    /// <summary>The units that change, each once.</summary>
    public IReadOnlyList<ChangedUnit> Changes => changes.Values;

    public static UnitPlan Make(
        IEnumerable<Unit> units,
        IReadOnlyCollection<DeclaredMerger> mergers,
        IReadOnlyCollection<CsvRow> lines,
        ImportTerms terms
    )
    {
        var plan = new UnitPlan(units, mergers, terms);
        var rows = plan.Read(lines).Select(row => (Row: row, Kept: plan.KeptBy(row))).ToList();
        plan.EndWhatIsNotKept([.. rows.Where(r => r.Kept is not null).Select(r => r.Kept!.Id)], [.. rows.Select(r => r.Row.Code)]);
        // Parents first, wherever they stand in the file.
        foreach (var (row, kept) in rows.OrderBy(r => r.Row.Level))
            plan.results.Add(kept is null ? plan.Create(row) : plan.Keep(row, kept));
        plan.MoveBodies();
        plan.results.Sort((one, other) => one.Line.CompareTo(other.Line));
        return plan;
    }

    private IEnumerable<UnitRow> Read(IReadOnlyCollection<CsvRow> lines)
    {
        var seen = new HashSet<string>();
        foreach (var line in lines)
        {
            var (row, wrong) = UnitRow.Of(line);
            if (row is null)
                results.Add(new(line.Number, line.Fields[0], RowOutcome.Problem, Reason: RowRejections.Field(wrong!)));
            else if (!seen.Add(row.Code))
                results.Add(new(line.Number, row.Code, RowOutcome.Problem, Reason: RowRejections.Twice));
            else
                yield return row;
        }
    }

    private Dictionary<string, Unit> ByCode(DateOnly day) =>
        registry.Values.Where(unit => unit.On(day) is { } period && IsCoded(period)).ToDictionary(unit => unit.On(day)!.Code!);

    private static bool IsCoded(UnitPeriod period) => period.CodeScheme is CodeScheme.Administrative;

    // The unit that the row speaks of without making a new identity; on a second run of the same file, the one made by the first.
    private Unit? KeptBy(UnitRow row)
    {
        if (registry.GetValueOrDefault(IdOf(row)) is { } made)
            return made;
        if (onTheDay.GetValueOrDefault(row.Code) is not { } bearer)
            return KnownLater(row);
        // Whoever begins on the very day under this code is the unit of the new order already, entered by hand.
        if (bearer.Begins == terms.On)
            return bearer;
        var declared = mergersByNewCode[row.Code].ToList();
        if (declared is [var only])
            return only.OldCode == row.Code && Spelling.IsSame(only.OldFullName, row.FullName) ? bearer : null;
        return declared.Count == 0 && !reorganisedLengths.Contains(row.Code.Length) ? bearer : null;
    }

    // The first to bear the code after the day, if it has borne it all its life and came out of nobody.
    private Unit? KnownLater(UnitRow row)
    {
        var use = uses[row.Code].Where(use => use.From > terms.On).OrderBy(use => use.From).FirstOrDefault();
        return registry.GetValueOrDefault(use.UnitId) is { Predecessors.Count: 0 } unit && unit.Begins == use.From ? unit : null;
    }

    private RowResult Keep(UnitRow row, Unit kept)
    {
        if (ParentOf(row) is not { } parent)
            return Problem(row, RowRejections.Parent(row.ParentCode));
        if (kept.Begins > terms.On)
            return BeginEarlier(row, kept, parent);
        var now = kept.On(terms.On);
        // The full name begins with the kind: it may differ where the kind does.
        if (now is null || !Spelling.IsSame(now.Name, row.Name) || (now.Kind == row.Kind && !Spelling.IsSame(now.FullName, row.FullName)))
            return Problem(row, RowRejections.OtherName(now?.FullName ?? "?"), kept);
        if (now.Kind == row.Kind && now.ParentId == parent.Id)
            return new(row.Line, row.Code, RowOutcome.Exists, kept.Id);
        if (now.Kind.OwnLevel() != row.Level)
            return Problem(row, UnitRejections.OtherLevel(now.Kind, row.Kind), kept);
        if (UnitRules.RefuseParent(now, terms.On, parent) is { } refusedParent)
            return Problem(row, refusedParent, kept);
        var change = now.ParentId == parent.Id ? UnitChange.StatusChange : UnitChange.MoveParent;
        if (kept.Change(change, terms.On, terms.LegalBasis, p => Take(p, row, parent)) is { } refused)
            return Problem(row, refused, kept);
        Changed(kept, change);
        return new(row.Line, row.Code, RowOutcome.Change, kept.Id);
    }

    private static void Take(UnitPeriod period, UnitRow row, Unit parent)
    {
        if (period.Kind != row.Kind)
            (period.Kind, period.FullName) = (row.Kind, row.FullName);
        period.ParentId = parent.Id;
    }

    private RowResult BeginEarlier(UnitRow row, Unit known, Unit parent)
    {
        var first = known.Periods.Min!;
        if (first.Kind != row.Kind || !Spelling.IsSame(first.FullName, row.FullName) || !Spelling.IsSame(first.Name, row.Name))
            return Problem(row, RowRejections.OtherName(first.FullName), known);
        if (first.ParentId != parent.Id)
            return Problem(row, RowRejections.OtherParent(first.ValidFrom), known);
        if (!parent.Covers(terms.On, first.ValidFrom))
            return Problem(row, UnitRejections.NoSuchParent(terms.On, first.ValidFrom), known);
        if (uses[row.Code].Any(use => use.To is { } end && end <= first.ValidFrom))
            return Problem(row, UnitRejections.CodeClosed(first.UnitCode!.Value, first.ValidFrom), known);
        known.BeginEarlier(terms.On, terms.LegalBasis);
        onTheDay[row.Code] = known;
        Changed(known, UnitChange.Create);
        return new(row.Line, row.Code, RowOutcome.Change, known.Id);
    }

    private RowResult Create(UnitRow row)
    {
        if (ParentOf(row) is not { } parent)
            return Problem(row, RowRejections.Parent(row.ParentCode));
        var predecessors = new List<Unit>();
        foreach (var merger in mergersByNewCode[row.Code])
            if (dayBefore.GetValueOrDefault(merger.OldCode) is { } predecessor)
                predecessors.Add(predecessor);
            else
                return Problem(row, RowRejections.NoSuchUnit(merger.OldCode, terms.On.AddDays(-1)));
        var change = predecessors.Count > 0 ? UnitChange.Merge : UnitChange.Create;
        var period = new UnitPeriod
        {
            ValidFrom = terms.On,
            Name = row.Name,
            FullName = row.FullName,
            Kind = row.Kind,
            Level = row.Level,
            ParentId = parent.Id,
            CodeScheme = CodeScheme.Administrative,
            Code = row.Code,
            Change = change,
            LegalBasis = terms.LegalBasis,
        };
        if (LaterParents(parent) is not { } later)
            return Problem(row, RowRejections.ParentEnds(parent.Last.FullName, parent.Ends!.Value));
        if (UnitRules.RefuseCode(period.UnitCode!.Value, IdOf(row), period, UsesNow(row.Code), ended) is { } refusedCode)
            return Problem(row, refusedCode);
        var whole = predecessors.ConvertAll(predecessor => (predecessor, (decimal?)null));
        var (unit, refused) = UnitRules.Create(IdOf(row), period.Until(parent.Ends), parent, _ => [], whole);
        if (unit is null)
            return Problem(row, refused!);
        foreach (var heir in later)
            unit.GoOnUnder(heir, heir.Predecessors.Find(predecessor => predecessor.UnitId == unit.Last.ParentId)!.LegalBasis);
        registry.Add(unit.Id, unit);
        onTheDay[row.Code] = unit;
        Changed(unit, change);
        return new(row.Line, row.Code, RowOutcome.Create, unit.Id);
    }

    private Guid IdOf(UnitRow row) => UnitIds.Of(CodeScheme.Administrative, row.Code, terms.On);

    private void Changed(Unit unit, UnitChange change) => changes[unit.Id] = new(unit, change, terms.On, terms.LegalBasis);

    // A parent that has since gone up in another unit has taken along what belonged to it: those of whom each ended in one other, up to who lives on.
    // Null when that cannot be told.
    private List<Unit>? LaterParents(Unit parent)
    {
        var line = new List<Unit>();
        for (var last = parent; last.Ends is { } end; last = line[^1])
            if (heirs[last.Id].ToList() is [var only] && only.On(end) is not null)
                line.Add(only);
            else
                return null;
        return line;
    }

    private IReadOnlyCollection<CodeUse> UsesNow(string code) =>
        CodeUses.Joined(uses[code].Select(use => ended.Contains(use.UnitId) && use.To is null ? use with { To = terms.On } : use));

    private Unit? ParentOf(UnitRow row) =>
        row.ParentCode.Length == 0 ? registry.GetValueOrDefault(RootUnit.Id)
        : onTheDay.GetValueOrDefault(row.ParentCode) is { } parent && !ended.Contains(parent.Id) ? parent
        : null;

    private static RowResult Problem(UnitRow row, Rejection reason, Unit? unit = null) =>
        new(row.Line, row.Code, RowOutcome.Problem, unit?.Id, reason);
}

/// <summary>On what terms a file is taken.</summary>
/// <param name="On">The day from which it holds.</param>
/// <param name="LegalBasis">The document behind it.</param>
/// <param name="CompleteList">The file lists every administrative unit from that day on: those that it does not list end.</param>
internal sealed record ImportTerms(DateOnly On, string LegalBasis, bool CompleteList);
