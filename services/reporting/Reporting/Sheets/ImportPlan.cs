using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Sheets;

/// <summary>What a file of rows would change: which reports it is about, which of them are new, and what becomes of each row.</summary>
sealed class ImportPlan(ReportingDb db, ReportRules rules, Caller caller, TimeProvider clock, bool dryRun)
{
    readonly SortedDictionary<int, ImportedRow> results = [];
    readonly Dictionary<PeriodRequest, Period?> periods = [];

    /// <summary>The reports with the values to be entered.</summary>
    public List<(Report Report, bool IsNew, Form Form, List<CellInput> Cells)> Reports { get; } = [];

    public IReadOnlyList<ImportedRow> Results => [.. results.Values];

    public async Task Take(IEnumerable<ReadRow> rows, CancellationToken ct)
    {
        var right = new List<(int Number, ImportRow Row, Guid Unit)>();
        foreach (var row in rows)
            if ((row.Fault ?? FaultOf(row.Row!)) is { } fault)
                Refuse(row.Number, null, fault);
            else
                right.Add((row.Number, row.Row!, await UnitOf(row.Row!, ct) ?? Guid.Empty));
        foreach (var report in right.GroupBy(row => (row.Row.Form, row.Row.Period, row.Unit)))
            await Take(new(report.Key.Form, report.Key.Unit, report.Key.Period), [.. report.Select(row => (row.Number, row.Row))], ct);
    }

    async Task Take(OpenReport.Request request, List<(int Number, ImportRow Row)> rows, CancellationToken ct)
    {
        var (report, isNew, refused) = await OpenReport.Find(db, request, rules, caller, clock, ct);
        if ((refused ?? report!.RefusesEdits() ?? await rules.Locks.Refuse(report!, ct)) is { } no)
        {
            foreach (var (number, _) in rows)
                Refuse(number, isNew ? null : report?.Id, new(FieldOf(no.Field), Phrases.Of(no.Vi, no.En)));
            return;
        }
        var form = rules.Forms.Version(report!.Form, report.FormVersion);
        var (_, cells) = await db.CellsNow(report, form, ct);
        var now = cells.ToDictionary(cell => cell.Code);
        var known = isNew ? (Guid?)null : report.Id;
        var (seen, entered) = (new HashSet<string>(), new List<CellInput>());
        foreach (var (number, row) in rows)
        {
            var input = row.Input;
            if (!seen.Add(input.Code))
                Refuse(number, known, Fault(CellInput.Twice));
            else if (
                now.TryGetValue(input.Code, out var cell)
                && SheetPlan.Says(cell, new(input.State, input.Number, input.Text), input.Reason, asComputed: true)
            )
                results[number] = new(number, RowOutcome.Unchanged, known);
            else if (input.Check(form.Find(input.Code)) is { } fault)
                Refuse(number, known, Fault(fault));
            else
            {
                entered.Add(input);
                // A report that is made on the way has its id; what it would have is nobody's business.
                results[number] = new(number, RowOutcome.Entered, dryRun ? known : report.Id);
            }
        }
        if (entered.Count > 0)
            Reports.Add((report, isNew, form, entered));
    }

    // What the attributes of a body demand is demanded of a row.
    static RowFault? FaultOf(ImportRow row) =>
        InputRules.Faults(row) is { Count: > 0 } faults ? new(faults.First().Key, faults.First().Value[0]) : null;

    // A code is one of the last day of the period; which unit bears it on another day is another question.
    async Task<Guid?> UnitOf(ImportRow row, CancellationToken ct)
    {
        if (Guid.TryParse(row.Unit, out var id))
            return id;
        if (row.Unit.Split(':', 2) is not [var scheme, var code])
            return null;
        if (!periods.TryGetValue(row.Period, out var period))
            periods[row.Period] = period = (await rules.Duties.Find(row.Period, caller, ct)).Period;
        return period is null ? null : rules.Tree.FindByCode(code, period.To, scheme)?.UnitId;
    }

    static RowFault Fault(CellInput.Fault fault) => new(fault.Field is "code" ? "indicator" : fault.Field, Phrases.Of(fault.Vi, fault.En));

    static string FieldOf(string? field) =>
        field switch
        {
            null => "$",
            "unitId" => "unit",
            "period.kind" => "periodKind",
            _ => field.Split('.')[^1],
        };

    void Refuse(int number, Guid? report, RowFault fault) => results[number] = new(number, RowOutcome.Refused, report, fault);
}
