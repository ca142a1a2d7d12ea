using System.Globalization;
using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Documents;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Sheets;

namespace DanVan.Reporting.Documents;

/// <summary>Writes what was sent as an official document: a table for the figures of each section, paragraphs for what is told in words.</summary>
static class Paper
{
    /// <summary>Báo cáo.</summary>
    public const string Type = "BC";

    static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    static readonly Column[] Columns = [new("TT", 1, IsNumber: true), new("Chỉ tiêu", 8), new("Số liệu", 3, IsNumber: true)];

    /// <param name="issue">By whom, when and under which number it is issued; a draft to be signed when none.</param>
    public static OfficialDocument Of(
        Report report,
        FrozenContent.Document content,
        Form form,
        UnitTree tree,
        SymbolTable symbols,
        PaperIssue? issue = null
    )
    {
        var (of, on) = (issue?.UnitId ?? report.UnitId, issue?.On ?? report.SubmittedAt!.Value.BusinessDate());
        var unit = tree.FindOrLast(of, on);
        var parent = unit?.ParentId is { } above ? tree.FindOrLast(above, on) : null;
        var issuer = symbols.IssuerOf(UnitOf(of, on, tree), on);
        var cells = content.Cells.ToDictionary(cell => cell.Code, cell => cell.Value);
        return new(
            issuer?.Layout ?? (content.Period.Regime == "PARTY" ? DocumentLayout.Party : DocumentLayout.State),
            issuer?.SuperiorBody,
            issuer?.Body ?? unit?.FullName ?? "",
            issue?.Number ?? (issuer is null ? null : symbols.SymbolOf(Type, issuer)),
            issuer?.Place ?? symbols.CentralPlace,
            on,
            symbols.NameOf(Type),
            Abstract(form, content),
            parent is null ? [] : [parent.FullName],
            [
                new Paragraph(
                    $"Kỳ báo cáo: {content.Period.Label.Vi}, từ ngày {Day(content.Period.From)} đến ngày {Day(content.Period.To)}."
                ),
                .. form.Sections.Index().SelectMany(section => Section(section.Index, section.Item, cells)),
                .. Notes(form, content),
                new Paragraph("Trên đây là báo cáo theo biểu mẫu và kỳ nêu trên."),
            ],
            parent is null ? ["Lưu"] : ["Như trên", "Lưu"],
            // Who signs a draft is not known before somebody does.
            issue?.Signature
                ?? new(null, null, "Thủ trưởng đơn vị", ""),
            $"Mã băm SHA-256 của nội dung: {report.ContentHash}"
        );
    }

    /// <summary>A unit as the table of symbols asks for it.</summary>
    public static IssuingUnit UnitOf(Guid id, DateOnly on, UnitTree tree)
    {
        var unit = tree.FindOrLast(id, on);
        var parent = unit?.ParentId is { } above ? tree.FindOrLast(above, on) : null;
        return IssuingUnit.Of(id, Registered(unit), Registered(parent), tree.Ancestors(id, on).Select(one => Registered(one)!));
    }

    static RegisteredUnit? Registered(UnitVersion? unit) => unit is null ? null : new(unit.Name, unit.FullName, unit.Kind, unit.Level);

    // The type stands above it and need not be said again.
    static string Abstract(Form form, FrozenContent.Document content)
    {
        const string type = "Báo cáo ";
        var name = form.Name.Vi.StartsWith(type, StringComparison.Ordinal) ? form.Name.Vi[type.Length..] : form.Name.Vi;
        return $"{char.ToUpperInvariant(name[0])}{name[1..]} ({content.Period.Label.Vi})";
    }

    static IEnumerable<Block> Section(int index, Section section, Dictionary<string, CellValue> cells)
    {
        yield return new Paragraph($"{RomanNumerals.Of(index + 1)}. {section.Name.Vi.ToUpperInvariant()}", Style: ParagraphStyle.Heading);
        var figures = section
            .Indicators.Where(one => one.Type is not (IndicatorType.Text or IndicatorType.File) && one.PartOf is not { OfChoice: true })
            .ToList();
        if (figures.Count > 0)
            yield return new Table(
                Columns,
                [
                    .. figures.Select(
                        (indicator, i) =>
                            (IReadOnlyList<string>)[$"{i + 1}", indicator.Name.Vi, Said(indicator, cells.GetValueOrDefault(indicator.Code))]
                    ),
                ]
            );
        foreach (var indicator in section.Indicators.Where(indicator => indicator.Type is IndicatorType.Text))
        foreach (var (line, text) in Lines(cells.GetValueOrDefault(indicator.Code)).Index())
            yield return new Paragraph(text, line == 0 ? $"{indicator.Name.Vi}:" : null);
        foreach (var indicator in section.Indicators.Where(indicator => indicator.Type is IndicatorType.File))
            yield return new Paragraph(AnnexOf(cells.GetValueOrDefault(indicator.Code)), $"{AsAnnex(indicator.Name.Vi)}:");
    }

    const string Annex = "Phụ lục";

    static string AsAnnex(string name) => name.StartsWith(Annex, StringComparison.Ordinal) ? name : $"{Annex}: {name}";

    // The bytes are bound by their hash, as the cells are by that of the content.
    static string AnnexOf(CellValue? value) =>
        $"{StateWords.OfFile(value?.State ?? CellState.NotReported)}{(value?.Text is { } sha256 ? $", mã băm SHA-256 {sha256}" : "")}.";

    /// <summary>What was explained: figures beside what the events say, and rules of the form that do not hold.</summary>
    static IEnumerable<Block> Notes(Form form, FrozenContent.Document content)
    {
        var notes = new List<Block>();
        foreach (var cell in content.Cells)
            if (cell.Override is { } instead && form.Find(cell.Code) is { } indicator)
                notes.Add(
                    new Paragraph(
                        $"báo cáo {Said(indicator, instead.Value)}, tính từ sự kiện {Said(indicator, cell.Derived)}. {instead.Reason}",
                        $"{indicator.Name.Vi}:"
                    )
                );
        foreach (var check in content.Checks ?? [])
            if (check.Explanation is { } explanation)
                notes.Add(new Paragraph(explanation.Text, $"{check.Name.Vi}:"));
        return notes.Count == 0 ? [] : [new Paragraph("GIẢI TRÌNH", Style: ParagraphStyle.Heading), .. notes];
    }

    static string[] Lines(CellValue? value) =>
        value?.Text is { } text
            ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [$"{StateWords.Of(value?.State ?? CellState.NotReported).ToLowerInvariant()}."];

    /// <summary>A figure as it is printed; what is no number is told in words.</summary>
    internal static string Said(Indicator indicator, CellValue? value) =>
        value switch
        {
            { Number: { } share } when indicator.Type is IndicatorType.Ratio => $"{(share * 100).ToString("#,##0.##", Vietnamese)}%",
            { Text: { } chosen } when indicator.Choices is { } choices => ChoiceWords.Of(choices, chosen),
            { Number: { } number } => number.ToString("#,##0.######", Vietnamese),
            _ => StateWords.Of(value?.State ?? CellState.NotReported),
        };

    static string Day(DateOnly day) => $"{day:dd/MM/yyyy}";
}
