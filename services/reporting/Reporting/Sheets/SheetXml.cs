using System.Text;
using System.Xml;
using DanVan.Documents;

namespace DanVan.Reporting.Sheets;

/// <summary>Reads the parts of a workbook as a stream: none of them is ever whole in memory, and no entity is resolved.</summary>
static class SheetXml
{
    /// <summary>The texts that cells refer to by number.</summary>
    public static List<string> Texts(Stream part)
    {
        var texts = new List<string>();
        using var xml = XmlReader.Create(part, OfficePackage.Xml);
        while (xml.Read())
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "si")
                texts.Add(Content(xml).Text);
        return texts;
    }

    /// <summary>The value and the text of the element that the reader stands on, and whether a formula makes them.</summary>
    public static (string Value, string Text, bool IsFormula) Content(XmlReader xml)
    {
        using var inside = xml.ReadSubtree();
        var (value, text, formula) = ("", new StringBuilder(), false);
        inside.Read();
        while (!inside.EOF)
        {
            var name = inside.NodeType is XmlNodeType.Element ? inside.LocalName : "";
            if (name == "v")
                value = inside.ReadElementContentAsString();
            else if (name == "t") // Of rich text there are several.
                text.Append(inside.ReadElementContentAsString());
            else if (name == "rPh") // How it is spoken, beside what it says.
                inside.Skip();
            else
            {
                formula |= name == "f";
                inside.Read();
            }
        }
        return (value, SheetText.Read(text.ToString()), formula);
    }
}
