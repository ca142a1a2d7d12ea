using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Checks;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Reports;

/// <summary>What a report said when it was submitted: the document that is approved, and that anybody can check against its hash.</summary>
/// <param name="Json">The document, to the byte.</param>
/// <param name="Hash">Its SHA-256, lower-case hexadecimal.</param>
public sealed record FrozenContent(string Json, string Hash)
{
    /// <summary>The document read.</summary>
    /// <param name="ReportId">The report.</param>
    /// <param name="UnitId">The reporting unit.</param>
    /// <param name="Form">Code of the form.</param>
    /// <param name="FormVersion">Version of the form, and with it of every formula.</param>
    /// <param name="Period">The period with its days.</param>
    /// <param name="Watermarks">Up to where each source had been read.</param>
    /// <param name="Cells">All cells.</param>
    /// <param name="Checks">What came of the form's rules, with what was explained; none in reports of before they were kept.</param>
    public sealed record Document(
        Guid ReportId,
        Guid UnitId,
        string Form,
        int FormVersion,
        Period Period,
        IReadOnlyDictionary<string, long> Watermarks,
        IReadOnlyList<Cell> Cells,
        IReadOnlyList<CheckView>? Checks = null
    )
    {
        /// <summary>What each cell says.</summary>
        [JsonIgnore]
        public IReadOnlyDictionary<string, CellValue> Values => Cells.ToDictionary(cell => cell.Code, cell => cell.Value);
    }

    /// <summary>Freezes these cells, and what came of the checks.</summary>
    public static FrozenContent Of(
        Report report,
        IReadOnlyDictionary<string, long> watermarks,
        IReadOnlyList<Cell> cells,
        IReadOnlyList<CheckView> checks
    )
    {
        var ordered = new SortedDictionary<string, long>(watermarks.ToDictionary(), StringComparer.Ordinal);
        var document = new Document(report.Id, report.UnitId, report.Form, report.FormVersion, report.Period, ordered, cells, checks);
        var json = KeptJson.Write(document);
        return new(json, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    /// <summary>Reads a frozen document.</summary>
    public static Document Read(string json) => KeptJson.Read<Document>(json);
}
