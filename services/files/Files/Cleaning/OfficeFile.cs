using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DanVan.Documents;

namespace DanVan.Files.Cleaning;

/// <summary>
/// DOCX and XLSX (ISO/IEC 29500): packed again without properties and thumbnail, its pictures cleaned as pictures are. Macros, embedded programs and whatever it
/// would fetch from elsewhere are refused, and so is what unpacks to far more than it is.
/// </summary>
static class OfficeFile
{
    const string Types = "[Content_Types].xml";
    const string RootRelations = "_rels/.rels";
    const string MainOfWord = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    const string MainOfSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    const int LongestXml = 1024 * 1024;

    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static FileType Clean(Stream from, Stream to, FileLimits limits)
    {
        ZipDirectory.Check(from, limits.Entries);
        from.Position = 0;
        using var input = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        CheckSize(input, from.Length, limits);
        var types = Xml(input, Types);
        var type = TypeOf(types);
        if (
            input.Entries.Any(entry => IsActive(entry.FullName))
            || types.Descendants().Any(part => OfficePackage.IsActiveType(ContentType(part)))
        )
            throw new FaultyFile(FileFault.Active);

        var relations = Xml(input, RootRelations);
        var dropped = Describing(relations);
        foreach (var entry in input.Entries.Where(entry => entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            CheckRelations(Xml(input, entry.FullName));
        types.Root!.Elements().Where(part => dropped.Contains(NameOf((string?)part.Attribute("PartName")))).Remove();

        var budget = limits.Unpacked;
        using var output = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in input.Entries.Where(entry => !dropped.Contains(NameOf(entry.FullName)) && !entry.FullName.EndsWith('/')))
        {
            var written = output.CreateEntry(entry.FullName, CompressionLevel.Fastest);
            written.LastWriteTime = NoTime;
            using var target = written.Open();
            if (entry.FullName == Types)
                types.Save(target);
            else if (entry.FullName == RootRelations)
                relations.Save(target);
            else
                CopyPart(entry, target, ref budget);
        }
        return type;
    }

    static void CheckSize(ZipArchive archive, long packed, FileLimits limits)
    {
        long unpacked = 0;
        foreach (var entry in archive.Entries)
            unpacked = checked(unpacked + entry.Length);
        if (archive.Entries.Count > limits.Entries || unpacked > limits.Unpacked || unpacked / limits.Ratio > packed)
            throw new FaultyFile(FileFault.Bomb);
    }

    static FileType TypeOf(XDocument types)
    {
        var all = types.Root!.Elements().Select(ContentType).ToList();
        return all.Contains(MainOfWord) ? FileType.Docx
            : all.Contains(MainOfSheet) ? FileType.Xlsx
            : throw new FaultyFile(all.Any(OfficePackage.IsActiveType) ? FileFault.Active : FileFault.UnknownType);
    }

    // Pictures of a document may have the tables that they were drawn from in it.
    static bool IsActive(string name) =>
        OfficePackage.IsActive(name)
        || (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes all relations of the package but that to its document away; the parts that describe it.</summary>
    static HashSet<string> Describing(XDocument relations)
    {
        var others = relations.Root!.Elements().Where(r => !OfficePackage.IsRelation(r, "/officeDocument")).ToList();
        var parts = others.Select(r => NameOf((string?)r.Attribute("Target"))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        others.Remove();
        return relations.Root.HasElements ? parts : throw new InvalidDataException();
    }

    static void CheckRelations(XDocument relations)
    {
        if (OfficePackage.Fetches(relations))
            throw new FaultyFile(FileFault.Active);
    }

    static string? ContentType(XElement part) => (string?)part.Attribute("ContentType");

    static string NameOf(string? part) => (part ?? "").TrimStart('/');

    // What the directory says of lengths may be a lie: what is read is counted.
    static void CopyPart(ZipArchiveEntry entry, Stream target, ref long budget)
    {
        using var part = new CountedStream(entry.Open(), budget);
        switch (FileTypes.Of(part.Peek(12)))
        {
            case [FileType.Png]:
                Png.Clean(part, target);
                break;
            case [FileType.Jpeg]:
                Jpeg.Clean(part, target);
                break;
            default:
                part.CopyTo(target);
                break;
        }
        budget = part.Left;
    }

    static XDocument Xml(ZipArchive archive, string name)
    {
        var entry = archive.GetEntry(name) ?? throw new FaultyFile(FileFault.UnknownType);
        if (entry.Length > LongestXml)
            throw new FaultyFile(FileFault.Bomb);
        using var text = new CountedStream(entry.Open(), LongestXml);
        using var reader = XmlReader.Create(text, OfficePackage.Xml);
        try
        {
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            throw new InvalidDataException();
        }
    }
}
