using DanVan.Chassis.Http;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Sheets;

/// <summary>What a filled sheet would change in a report, line by line, and what is wrong with it. A blank says nothing: the cell keeps what it has.</summary>
sealed class SheetPlan
{
    readonly Form form;
    readonly Dictionary<string, Cell> now;
    readonly SheetTable sheet;
    readonly Dictionary<string, int> seen = [];
    readonly List<SheetChange> changes = [];
    readonly List<CellInput> inputs = [];
    readonly List<SheetFault> faults = [];

    SheetPlan(Form form, IReadOnlyList<Cell> cells, SheetTable sheet) =>
        (this.form, now, this.sheet) = (form, cells.ToDictionary(cell => cell.Code), sheet);

    public IReadOnlyList<SheetChange> Changes => changes;

    /// <summary>The values to be entered for it.</summary>
    public IReadOnlyList<CellInput> Inputs => inputs;
    public IReadOnlyList<SheetFault> Faults => faults;

    public static SheetPlan Of(Form form, IReadOnlyList<Cell> cells, SheetTable sheet)
    {
        var plan = new SheetPlan(form, cells, sheet);
        foreach (var (row, column) in sheet.Formulas)
            plan.faults.Add(
                new(
                    row,
                    column,
                    null,
                    Phrases.Of(
                        "Ô chứa công thức. Chép lại dưới dạng giá trị (Paste Special > Values).",
                        "The cell holds a formula. Paste it as a value (Paste Special > Values)."
                    )
                )
            );
        foreach (var row in sheet.Rows)
            plan.Take(row);
        plan.faults.Sort((one, other) => (one.Row, one.Column).CompareTo((other.Row, other.Column)));
        return plan;
    }

    void Take(SheetRow row)
    {
        var written = row.Code.Text;
        var indicator = form.Indicators.FirstOrDefault(one => StateWords.Plain(one.Code) == StateWords.Plain(written));
        var code = indicator?.Code ?? written;
        if (!seen.TryAdd(code, row.Number))
            Wrong(
                row,
                SheetColumn.Code,
                code,
                $"Mã này đã có ở dòng {seen[code]}; mỗi ô chỉ ghi một lần.",
                $"Row {seen[code]} has this code already; give each cell once."
            );
        else if (indicator is null)
            Wrong(row, SheetColumn.Code, code, "Biểu mẫu không có chỉ tiêu này.", "The form has no such indicator.");
        else if (row is { SaysNothing: false, HasFormula: false } && InputOf(row, indicator) is { } input)
            Take(row, indicator, input);
    }

    void Take(SheetRow row, Indicator indicator, CellInput input)
    {
        var cell = now[indicator.Code];
        var to = new CellValue(input.State, input.Number, input.Text);
        if (Says(cell, to, input.Reason))
            return;
        if (input.Check(indicator) is { } fault)
            Wrong(row, ColumnOf(fault.Field), indicator.Code, fault.Vi, fault.En);
        else if (InputRules.Faults(input) is { Count: > 0 } shape)
            faults.AddRange(shape.Select(one => new SheetFault(row.Number, LettersOf(ColumnOf(one.Key)), indicator.Code, one.Value[0])));
        else
        {
            inputs.Add(input);
            changes.Add(new(row.Number, indicator.Code, cell.Value, to, input.Reason));
        }
    }

    /// <summary>Whether a cell says so already, so that nothing need be entered; of an override the reason may be another.</summary>
    /// <param name="asComputed">A value that repeats what was computed says nothing; else it is one to stand beside it.</param>
    internal static bool Says(Cell cell, CellValue to, string? reason, bool asComputed = false) =>
        Trimmed(cell.Value) == Trimmed(to)
        && (
            cell.Override is { } standing
                ? reason is null || reason == standing.Reason
                : cell.Derived is null || (asComputed && reason is null)
        );

    static CellValue Trimmed(CellValue value) =>
        value.Text is { } text ? value with { Text = text.Trim().ReplaceLineEndings("\n") } : value;

    /// <summary>The value that a line gives its cell; null when that cannot be read, which is told.</summary>
    CellInput? InputOf(SheetRow row, Indicator indicator)
    {
        var before = faults.Count;
        var state = StateOf(row, indicator);
        var (number, text) = indicator.HoldsNumber ? (NumberOf(row, indicator), null) : ((decimal?)null, WordsOf(row, indicator));
        var reason = TextOf(row, SheetColumn.Reason, row.Reason, indicator);
        return faults.Count > before ? null : new(indicator.Code, state, number, text, reason);
    }

    CellState StateOf(SheetRow row, Indicator indicator)
    {
        if (row.State.IsEmpty)
            return CellState.Reported;
        if (StateWords.Read(row.State.Text) is { } state)
            return state;
        var words = string.Join(", ", StateWords.All.Select(word => $"«{word}»"));
        Wrong(row, SheetColumn.State, indicator.Code, $"Trạng thái phải là một trong: {words}.", $"The state must be one of: {words}.");
        return default;
    }

    decimal? NumberOf(SheetRow row, Indicator indicator)
    {
        switch (row.Value.Kind)
        {
            case SheetKind.Empty:
                return null;
            case SheetKind.Number:
                return row.Value.Number;
            case SheetKind.Text when NumberText.Read(row.Value.Text) is { } number:
                return number;
            case SheetKind.Date:
                Wrong(
                    row,
                    SheetColumn.Value,
                    indicator.Code,
                    "Ô có định dạng ngày, giờ. Đổi định dạng thành số rồi nhập lại số liệu.",
                    "The cell is formatted as a day or a time. Format it as a number and enter the figure again."
                );
                return null;
            default:
                Wrong(
                    row,
                    SheetColumn.Value,
                    indicator.Code,
                    $"Đây không phải số; viết như 1234, 1.234 hoặc 1.234,5, hoặc để trống và chọn ở cột «{SheetColumns.TitleOf(SheetColumn.State)}».",
                    $"This is no number; write it as 1234, 1.234 or 1.234,5, or leave it blank and choose under “{SheetColumns.TitleOf(SheetColumn.State)}”."
                );
                return null;
        }
    }

    string? WordsOf(SheetRow row, Indicator indicator)
    {
        var text = TextOf(row, SheetColumn.Value, row.Value, indicator);
        return text is not null && indicator.Choices is { } choices ? ChoiceWords.Read(choices, text) : text;
    }

    string? TextOf(SheetRow row, SheetColumn column, SheetCell cell, Indicator indicator)
    {
        if (cell.IsEmpty)
            return null;
        if (cell.Kind is SheetKind.Text or SheetKind.Number && CleanText.TryClean(cell.Text, out var clean))
            return clean;
        Wrong(
            row,
            column,
            indicator.Code,
            "Ô này phải là văn bản, không phải ngày, TRUE/FALSE, mã lỗi hay ký tự điều khiển.",
            "This cell must hold text: no day, no TRUE or FALSE, no error and no control characters."
        );
        return null;
    }

    void Wrong(SheetRow row, SheetColumn column, string code, string vi, string en) =>
        faults.Add(new(row.Number, LettersOf(column), code, Phrases.Of(vi, en)));

    string LettersOf(SheetColumn column) => sheet.Columns.GetValueOrDefault(column) ?? sheet.Columns[SheetColumn.Value];

    static SheetColumn ColumnOf(string field) =>
        field switch
        {
            "code" => SheetColumn.Code,
            "state" => SheetColumn.State,
            "reason" => SheetColumn.Reason,
            _ => SheetColumn.Value,
        };
}
