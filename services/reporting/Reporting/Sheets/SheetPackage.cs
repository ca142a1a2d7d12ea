using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DanVan.Chassis.Http;
using DanVan.Documents;

namespace DanVan.Reporting.Sheets;

/// <summary>Looks into the package of a workbook before anything of it is read: what it would unpack to, what it would run, what it would fetch.</summary>
static class SheetPackage
{
    // A sheet of figures has no use for objects and controls in it, nor for tables that come from elsewhere.
    static readonly string[] ObjectNames = ["/embeddings/", "/ctrlProps/"],
        ExternalNames = ["/externalLinks/", "/connections.xml", "/queryTables/", "/model/"];

    /// <summary>Why the package is not opened; null when it is.</summary>
    /// <exception cref="InvalidDataException">It is no package, or a damaged one.</exception>
    /// <exception cref="XmlException">Likewise.</exception>
    public static Rejection? Refuses(byte[] file, SheetOptions limits)
    {
        // What Office locks by a password, and what it wrote before 2007, are compound files.
        if (file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return RefusedSheet.Locked;
        using var package = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (package.Entries.Count > limits.Entries || !Fits(package, limits))
            return RefusedSheet.Bomb(limits);
        if (
            package.Entries.Any(entry => OfficePackage.IsActive(entry.FullName) || Has(ObjectNames, $"/{entry.FullName}"))
            || TypesOf(package).Any(OfficePackage.IsActiveType)
        )
            return RefusedSheet.Active;
        if (package.Entries.Any(entry => Has(ExternalNames, $"/{entry.FullName}")) || package.Entries.Any(IsLinked))
            return RefusedSheet.External;
        return null;
    }

    // What the directory of the package says of lengths may be a lie: what comes out is counted.
    static bool Fits(ZipArchive package, SheetOptions limits)
    {
        long left = limits.Unpacked;
        var buffer = new byte[64 * 1024];
        foreach (var entry in package.Entries)
        {
            var most = Math.Min(left, IsDescription(entry) ? limits.Description : left);
            using var content = entry.Open();
            for (var read = 1; read > 0; left -= read, most -= read)
                if ((read = content.Read(buffer)) > most)
                    return false;
        }
        return true;
    }

    static bool IsDescription(ZipArchiveEntry entry) =>
        (
            entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        )
        && !entry.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase)
        && !entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);

    static IEnumerable<string> TypesOf(ZipArchive package) =>
        Xml(package.GetEntry("[Content_Types].xml") ?? throw new InvalidDataException())
            .Root!.Elements()
            .Select(part => (string?)part.Attribute("ContentType") ?? "");

    static bool IsLinked(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && OfficePackage.Fetches(Xml(entry));

    static XDocument Xml(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, OfficePackage.Xml);
        return XDocument.Load(reader);
    }

    static bool Has(string[] parts, string text) => parts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
