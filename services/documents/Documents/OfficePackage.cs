using System.Xml;
using System.Xml.Linq;

namespace DanVan.Documents;

/// <summary>What is looked for in a DOCX or XLSX (ISO/IEC 29500) that comes from outside: what it would run, and what it would fetch.</summary>
public static class OfficePackage
{
    static readonly string[] ActiveNames = ["vbaProject", "vbaData", "/activeX/", "/macrosheets/", "/dialogsheets/"],
        ActiveTypes = ["macroEnabled", "vbaProject", "oleObject", "activeX", "macrosheet"];

    /// <summary>How its parts are read: no entity is resolved.</summary>
    public static XmlReaderSettings Xml { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Whether a part of that name is a program.</summary>
    /// <param name="part">As in the package: <c>word/vbaProject.bin</c>.</param>
    public static bool IsActive(string part) => Has(ActiveNames, $"/{part}");

    /// <summary>Whether a part of that type is a program, or a document that holds one.</summary>
    public static bool IsActiveType(string? contentType) => contentType is not null && Has(ActiveTypes, contentType);

    /// <summary>
    /// Whether something elsewhere is fetched as soon as the file is opened: templates, pictures, objects. A link is followed by a person who sees it.
    /// </summary>
    /// <param name="relations">A part that ends in .rels.</param>
    public static bool Fetches(XDocument relations) =>
        relations.Root!.Elements().Any(r => (string?)r.Attribute("TargetMode") == "External" && !IsRelation(r, "/hyperlink"));

    /// <summary>Whether a relation is of a type that ends so.</summary>
    public static bool IsRelation(XElement relation, string name) =>
        ((string?)relation.Attribute("Type"))?.EndsWith(name, StringComparison.OrdinalIgnoreCase) is true;

    static bool Has(string[] words, string text) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
