using DanVan.Chassis.Http;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Cells;

/// <summary>A value for a cell, as somebody sends it.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="State">REPORTED with a number or a text; NOT_REPORTED, NOT_APPLICABLE or UNSPECIFIED without. Zero is REPORTED with 0.</param>
/// <param name="Number">The number of a cell that holds numbers.</param>
/// <param name="Text">The text of a cell that holds text; of a choice, the code of what is chosen.</param>
/// <param name="Reason">Why; needed where the value stands instead of a derived one.</param>
public sealed record CellInput(
    [Text(64)] string Code,
    CellState State,
    decimal? Number = null,
    [Text(20_000)] string? Text = null,
    [Text(2_000)] string? Reason = null
)
{
    const decimal Largest = 1_000_000_000_000_000;

    /// <summary>What is wrong with these values for a form, by field; empty when nothing is.</summary>
    internal static Dictionary<string, string[]> Check(Form form, IReadOnlyList<CellInput> cells)
    {
        var wrong = new Dictionary<string, string[]>();
        var seen = new HashSet<string>();
        for (var i = 0; i < cells.Count; i++)
            if ((seen.Add(cells[i].Code) ? cells[i].Check(form.Find(cells[i].Code)) : Twice) is { } fault)
                wrong[$"cells[{i}].{fault.Field}"] = [Phrases.Of(fault.Vi, fault.En)];
        return wrong;
    }

    /// <summary>What is wrong with this value for a cell; null when nothing is.</summary>
    internal Fault? Check(Indicator? indicator) =>
        indicator switch
        {
            null => new("code", "Biểu mẫu không có chỉ tiêu này.", "The form has no such indicator."),
            { Ratio: { } ratio } => new(
                "code",
                $"Tỷ lệ được tính từ {ratio.Numerator} và {ratio.Denominator}; hãy nhập hai ô đó.",
                $"A ratio is computed from {ratio.Numerator} and {ratio.Denominator}; enter those."
            ),
            { PartOf: { OfChoice: true } of } => new(
                "code",
                $"Ô này suy ra từ lựa chọn ở {of.Indicator}; hãy chọn ở ô đó.",
                $"This cell follows from what is chosen in {of.Indicator}; choose there."
            ),
            { Formula: not null } when Reason is null => new(
                "reason",
                "Ô này tính từ sự kiện; giá trị thay thế phải kèm lý do.",
                "This cell is computed from events; a value that stands instead needs a reason."
            ),
            { Type: IndicatorType.Text } => CheckText(),
            { Choices: { } choices } => CheckText() ?? CheckChoice(choices),
            { Type: IndicatorType.File } => CheckFile(),
            _ => CheckNumber(indicator.Type),
        };

    Fault? CheckText() =>
        Number is not null ? new("number", "Ô này chứa văn bản.", "This cell holds text.")
        : State is CellState.Reported == Text is null
            ? new("text", "Văn bản đi cùng trạng thái REPORTED, và chỉ khi đó.", "A text goes with the state REPORTED, and only then.")
        : null;

    Fault? CheckFile() =>
        State is CellState.NotReported or CellState.NotApplicable && Number is null && Text is null
            ? null
            : new(
                "state",
                "Ô này chứa tệp: gửi chính tệp tới /cells/{code}/file; ở đây chỉ xóa được bằng NOT_REPORTED hoặc NOT_APPLICABLE.",
                "This cell holds a file: send the file itself to /cells/{code}/file; here it is only cleared, by NOT_REPORTED or NOT_APPLICABLE."
            );

    Fault? CheckChoice(IReadOnlyList<Category> choices) =>
        Text is not null && choices.All(choice => choice.Code != Text)
            ? new(
                "text",
                $"Chọn một trong: {string.Join(", ", choices.Select(choice => $"{choice.Code} ({choice.Name.Vi})"))}.",
                $"Choose one of: {string.Join(", ", choices.Select(choice => $"{choice.Code} ({choice.Name.En})"))}."
            )
            : null;

    Fault? CheckNumber(IndicatorType type) =>
        Text is not null ? new("text", "Ô này chứa số.", "This cell holds a number.")
        : State is CellState.Reported == Number is null
            ? new("number", "Số đi cùng trạng thái REPORTED, và chỉ khi đó.", "A number goes with the state REPORTED, and only then.")
        : Number is { } number && (Math.Abs(number) >= Largest || number.Scale > 6)
            ? new("number", "Số quá lớn hoặc quá nhiều chữ số thập phân.", "The number is too large or has too many decimals.")
        : Number < 0 && type is not IndicatorType.Number ? new("number", "Số không được âm.", "The number must not be negative.")
        : type is IndicatorType.Count && Number is { } count && count != Math.Truncate(count)
            ? new("number", "Phải là số nguyên.", "Must be a whole number.")
        : null;

    internal static readonly Fault Twice = new("code", "Mỗi ô chỉ ghi một lần.", "Give each cell once.");

    internal sealed record Fault(string Field, string Vi, string En);
}
