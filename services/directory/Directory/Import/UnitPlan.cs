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
/// reorganised level is a new identity, with the predecessors that the declarations tell, or with none: then a person decides.
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
    private readonly List<(Unit Unit, UnitChange Change)> changes = [];

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
    }

    /// <summary>What each row comes to, in the order of the file.</summary>
    public IReadOnlyList<RowResult> Results => results;

    /// <summary>The units that change, each once.</summary>
    public IReadOnlyList<(Unit Unit, UnitChange Change)> Changes => changes;

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
        if (registry.GetValueOrDefault(UnitIds.Of(CodeScheme.Administrative, row.Code, terms.On)) is { } made)
            return made;
        if (onTheDay.GetValueOrDefault(row.Code) is not { } bearer)
            return null;
        // Whoever begins on the very day under this code is the unit of the new order already, entered by hand.
        if (bearer.Begins == terms.On)
            return bearer;
        var declared = mergersByNewCode[row.Code].ToList();
        if (declared is [var only])
            return only.OldCode == row.Code && Spelling.IsSame(only.OldFullName, row.FullName) ? bearer : null;
        return declared.Count == 0 && !reorganisedLengths.Contains(row.Code.Length) ? bearer : null;
    }

    private RowResult Keep(UnitRow row, Unit kept)
    {
        if (ParentOf(row) is not { } parent)
            return Problem(row, RowRejections.Parent(row.ParentCode));
        var now = kept.On(terms.On);
        if (now is null || !Spelling.IsSame(now.FullName, row.FullName) || !Spelling.IsSame(now.Name, row.Name))
            return Problem(row, RowRejections.OtherName(now?.FullName ?? "?"), kept);
        if (now.Kind == row.Kind && now.ParentId == parent.Id)
            return new(row.Line, row.Code, RowOutcome.Exists, kept.Id);
        if (now.Kind.OwnLevel() != row.Level)
            return Problem(row, UnitRejections.OtherLevel(now.Kind, row.Kind), kept);
        if (UnitRules.RefuseParent(now, terms.On, parent) is { } refusedParent)
            return Problem(row, refusedParent, kept);
        var change = now.ParentId == parent.Id ? UnitChange.StatusChange : UnitChange.MoveParent;
        if (kept.Change(change, terms.On, terms.LegalBasis, p => (p.Kind, p.ParentId) = (row.Kind, parent.Id)) is { } refused)
            return Problem(row, refused, kept);
        changes.Add((kept, change));
        return new(row.Line, row.Code, RowOutcome.Change, kept.Id);
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
        var (unit, refused) = UnitRules.Create(UnitIds.Of(CodeScheme.Administrative, row.Code, terms.On), period, parent, [], predecessors);
        if (unit is null)
            return Problem(row, refused!);
        if (UnitRules.RefuseCode(period.UnitCode!.Value, unit.Id, period, UsesNow(row.Code), ended) is { } refusedCode)
            return Problem(row, refusedCode);
        registry.Add(unit.Id, unit);
        onTheDay[row.Code] = unit;
        changes.Add((unit, change));
        return new(row.Line, row.Code, RowOutcome.Create, unit.Id);
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
