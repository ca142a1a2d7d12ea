using System.Globalization;
using System.Text;

namespace DanVan.Documents;

/// <summary>What both writers of documents say alike.</summary>
static class Wording
{
    /// <summary>NĐ 30/2020, phụ lục I: days below 10 and months 1 and 2 get a zero before them.</summary>
    public static string PlaceAndDate(OfficialDocument document) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{document.Place}, ngày {document.Date.Day:00} tháng {(document.Date.Month < 3 ? "0" : "")}{document.Date.Month} năm {document.Date.Year}"
        );

    public static string Upper(string text) => text.ToUpperInvariant();

    /// <summary>The lines above the space for the signature: by which right, and the position.</summary>
    public static IEnumerable<(string Text, bool Bold)> Positions(OfficialDocument document, LayoutMetrics layout)
    {
        var by = document.Signature;
        if (by.Capacity is { } capacity)
            yield return ($"{layout.Capacities[capacity]} {Upper(by.OnBehalfOf ?? "")}".TrimEnd(), true);
        yield return (Upper(by.Position), layout.PositionBold || by.Capacity is null);
    }

    /// <summary>The recipients as they are listed: each with a semicolon, the last with a full stop.</summary>
    public static IEnumerable<string> Recipients(OfficialDocument document) =>
        document.Recipients.Select((recipient, i) => $"- {recipient}{(i == document.Recipients.Count - 1 ? "." : ";")}");

    /// <summary>Several addressees as they are listed below each other.</summary>
    public static IEnumerable<string> Addressees(OfficialDocument document) =>
        document.Addressees.Select((one, i) => $"- {one}{(i == document.Addressees.Count - 1 ? "." : ";")}");

    /// <summary>The content with the mark that ends it.</summary>
    public static IReadOnlyList<Block> Body(OfficialDocument document, LayoutMetrics layout)
    {
        if (layout.EndMark.Length == 0 || document.Body is not [.., Paragraph last])
            return document.Body;
        return [.. document.Body.Take(document.Body.Count - 1), last with { Text = last.Text.TrimEnd('.', ' ') + layout.EndMark }];
    }

    /// <summary>In one writing of each letter (NFC), without what no page can show.</summary>
    public static string Clean(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormC).Select(c => char.IsWhiteSpace(c) ? ' ' : c).Where(c => !char.IsControl(c)));
}
