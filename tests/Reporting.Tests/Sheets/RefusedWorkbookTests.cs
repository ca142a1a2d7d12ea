using System.IO.Compression;
using System.Text;
using DanVan.Reporting.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>Workbooks that are not read, and files that are none.</summary>
public class RefusedWorkbookTests
{
    static readonly byte[] Sheet = Sample.Sheet();

    [Fact]
    public void What_is_no_workbook_is_told_so()
    {
        byte[][] none =
        [
            [],
            [0],
            Encoding.UTF8.GetBytes("Mã;Giá trị\nQC01;1\n"),
            Zip(),
            Zip(("[Content_Types].xml", "<Types/>")),
            Zip(("[Content_Types].xml", "no XML")),
            Sheet[..^1000],
            Sheet[..200],
            [.. Sheet[..(Sheet.Length / 2)], .. new byte[200], .. Sheet[(Sheet.Length / 2 + 200)..]],
            Word(),
        ];
        Assert.All(none, file => Assert.Equal("reporting.not-a-workbook", Sample.Refusal(file)));
    }

    [Fact]
    public void One_that_a_password_locks_is_told_so() =>
        Assert.Equal("reporting.sheet-locked", Sample.Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]));

    [Fact]
    public void Macros_are_refused_under_whatever_name()
    {
        using var open = new MemoryStream();
        open.Write(Sheet);
        using (var file = SpreadsheetDocument.Open(open, true))
            file.ChangeDocumentType(SpreadsheetDocumentType.MacroEnabledWorkbook);

        Assert.Equal("reporting.sheet-active", Sample.Refusal(open.ToArray()));
        Assert.Equal("reporting.sheet-active", Sample.Refusal(With(Sheet, ("xl/vbaProject.bin", "x"))));
        Assert.Equal("reporting.sheet-active", Sample.Refusal(With(Sheet, ("xl/macrosheets/sheet1.xml", "<x/>"))));
        Assert.Equal("reporting.sheet-active", Sample.Refusal(With(Sheet, ("xl/embeddings/oleObject1.bin", "x"))));
        Assert.Equal(
            "reporting.sheet-active",
            Sample.Refusal(
                Changed(
                    Sheet,
                    "[Content_Types].xml",
                    xml =>
                        xml.Replace(
                            "</Types>",
                            """<Override PartName="/a.b" ContentType="application/vnd.ms-office.vbaProject"/></Types>"""
                        )
                )
            )
        );
    }

    [Fact]
    public void What_would_be_fetched_from_elsewhere_is_refused_and_a_link_for_people_is_not()
    {
        Assert.Equal("reporting.sheet-external", Sample.Refusal(With(Sheet, ("xl/externalLinks/externalLink1.xml", "<x/>"))));
        Assert.Equal("reporting.sheet-external", Sample.Refusal(With(Sheet, ("xl/connections.xml", "<x/>"))));
        using var open = new MemoryStream();
        open.Write(Sheet);
        using (var file = SpreadsheetDocument.Open(open, true))
            file.WorkbookPart!.WorksheetParts.Single().AddHyperlinkRelationship(new Uri("https://example.org/"), true);
        Assert.Null(Sample.Refusal(open.ToArray()));
        using (var file = SpreadsheetDocument.Open(open, true))
            file.WorkbookPart!.AddExternalRelationship(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
                new Uri("https://example.org/a.png")
            );
        Assert.Equal("reporting.sheet-external", Sample.Refusal(open.ToArray()));
    }

    [Fact]
    public void What_unpacks_to_too_much_is_refused_though_it_lies_about_its_length()
    {
        var limits = new SheetOptions { Unpacked = 1024 * 1024, Entries = 20 };
        var large = new string(' ', 2 * 1024 * 1024);

        Assert.Equal("reporting.sheet-unpacks-too-far", Sample.Refusal(With(Sheet, ("xl/media/a.bin", large)), limits));
        // The reader of packages finds the lie first, or what comes out is counted.
        Assert.NotNull(Sample.Refusal(Lying(With(Sheet, ("xl/media/a.bin", large))), limits));
        Assert.Equal(
            "reporting.sheet-unpacks-too-far",
            Sample.Refusal(With(Sheet, ("xl/theme/theme9.xml", new string(' ', 3 * 1024 * 1024))))
        );
        Assert.Equal(
            "reporting.sheet-unpacks-too-far",
            Sample.Refusal(With(Sheet, [.. Enumerable.Range(0, 21).Select(i => ($"xl/media/{i}.bin", "x"))]), limits)
        );
    }

    [Fact]
    public void A_sheet_of_endless_cells_is_refused() =>
        Assert.Equal(
            "reporting.sheet-too-large",
            Sample.Refusal(
                Changed(
                    Sheet,
                    "xl/worksheets/sheet1.xml",
                    xml =>
                        xml.Replace("</x:sheetData>", $"<x:row>{string.Concat(Enumerable.Repeat("<x:c/>", 2_000))}</x:row></x:sheetData>")
                ),
                new SheetOptions { Cells = 2_000 }
            )
        );

    [Fact]
    public void Entities_are_not_resolved() =>
        Assert.Equal(
            "reporting.not-a-workbook",
            Sample.Refusal(
                Changed(
                    Sheet,
                    "xl/worksheets/sheet1.xml",
                    xml => xml.Replace("<x:worksheet", """<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><x:worksheet""")
                )
            )
        );

    [Fact]
    public void Without_its_mark_or_its_titles_nothing_is_guessed()
    {
        using var unmarked = new Filled(Sheet);
        unmarked.Data.Elements<Row>().First().Remove();
        Assert.Equal("reporting.sheet-unmarked", Sample.Refusal(unmarked.Bytes()));

        using var untitled = new Filled(Sheet);
        untitled.Data.Elements<Row>().Single(row => row.RowIndex! == 5U).Remove();
        Assert.Equal("reporting.sheet-columns-missing", Sample.Refusal(untitled.Bytes()));

        using var twice = new Filled(Sheet);
        var title = twice
            .Data.Elements<Row>()
            .Single(row => row.RowIndex! == 5U)
            .Elements<Cell>()
            .Single(cell => cell.CellReference! == "B5");
        title.InlineString = new InlineString(new Text("Giá trị báo cáo"));
        Assert.Equal("reporting.sheet-columns-twice", Sample.Refusal(twice.Bytes()));
    }

    /// <summary>Whatever becomes of a workbook on its way: it is read or refused, and nothing else happens.</summary>
    [Fact]
    public void Damage_of_any_kind_is_refused_or_harmless()
    {
        var random = new Random(20261130);
        var parts = Parts(Sheet);
        for (var round = 0; round < 400; round++)
        {
            var damaged = parts.ToDictionary();
            var name = damaged.Keys.ElementAt(random.Next(damaged.Count));
            damaged[name] = Damaged(damaged[name], random);
            byte[] file = round % 4 == 0 ? Damaged(Sheet, random) : Packed(damaged);

            var (sheet, refused) = SheetReader.Read(file, new());
            Assert.True(sheet is null != refused is null);
            if (sheet is not null)
                _ = SheetPlan.Of(Sample.Form, Sample.Cells(), sheet);
        }
    }

    static byte[] Damaged(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var times = random.Next(1, 6); times > 0 && damaged.Count > 0; times--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(random.Next(40), damaged.Count - at));
                    break;
                case 2:
                    damaged.InsertRange(at, damaged.GetRange(at, Math.Min(random.Next(60), damaged.Count - at)));
                    break;
                default:
                    damaged[at] = (byte)"0123456789<>/\"'&;"[random.Next(17)];
                    break;
            }
        }
        return [.. damaged];
    }

    static Dictionary<string, byte[]> Parts(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                return bytes.ToArray();
            }
        );
    }

    static byte[] Packed(Dictionary<string, byte[]> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }

    static byte[] Zip(params (string Name, string Content)[] entries) =>
        Packed(entries.ToDictionary(entry => entry.Name, entry => Encoding.UTF8.GetBytes(entry.Content)));

    static byte[] With(byte[] file, params (string Name, string Content)[] more)
    {
        var parts = Parts(file);
        foreach (var (name, content) in more)
            parts[name] = Encoding.UTF8.GetBytes(content);
        return Packed(parts);
    }

    static byte[] Changed(byte[] file, string part, Func<string, string> change)
    {
        var parts = Parts(file);
        var (before, after) = (Encoding.UTF8.GetString(parts[part]), change(Encoding.UTF8.GetString(parts[part])));
        Assert.NotEqual(before, after);
        parts[part] = Encoding.UTF8.GetBytes(after);
        return Packed(parts);
    }

    /// <summary>Says of everything in it, at its end and before each, that it is one byte long.</summary>
    static byte[] Lying(byte[] zip)
    {
        var lying = (byte[])zip.Clone();
        for (var at = 0; at < lying.Length - 30; at++)
            if (lying.AsSpan(at).StartsWith("PK\x01\x02"u8))
                BitConverter.TryWriteBytes(lying.AsSpan(at + 24), 1);
            else if (lying.AsSpan(at).StartsWith("PK\x03\x04"u8))
                BitConverter.TryWriteBytes(lying.AsSpan(at + 22), 1);
        return lying;
    }

    static byte[] Word()
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
            file.AddMainDocumentPart().Document = new(new DocumentFormat.OpenXml.Wordprocessing.Body());
        return bytes.ToArray();
    }
}
