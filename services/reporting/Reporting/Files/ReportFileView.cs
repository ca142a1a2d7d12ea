using DanVan.Files;

namespace DanVan.Reporting.Files;

/// <summary>A file of a report.</summary>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal: what its cell says.</param>
/// <param name="Name">What it is called when it is saved: of the cell, never of who sent it.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Link">Where it is read.</param>
public sealed record ReportFileView(string Sha256, string Name, string MediaType, long Length, string Link)
{
    internal static ReportFileView Of(ReportFile file, string cell) => Of(file.ReportId, cell, file.Sha256, file.Type, file.Length);

    internal static ReportFileView Of(Guid report, string cell, string sha256, FileType type, long length) =>
        new(
            sha256,
            $"{ReportFile.NameIn(cell)}.{FileTypes.EndingOf(type)}",
            FileTypes.MediaTypeOf(type),
            length,
            $"/api/v1/reports/{report}/files/{sha256}"
        );
}
