using System.Text;
using DanVan.Files;
using DanVan.Files.Cleaning;
using DanVan.Petitions.Attachments;
using DanVan.Support.Files;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What runs, fetches, unpacks without end or is broken is refused by name.</summary>
public sealed class HarmfulFileTests
{
    const string Rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

    public static TheoryData<string, string, byte[]> Harmful =>
        new()
        {
            { "macros", "file-active", Samples.Docx("a", ("word/vbaProject.bin", [1])) },
            { "a document of macros", "file-active", Office("application/vnd.ms-word.document.macroEnabled.main+xml") },
            { "an embedded program", "file-active", Samples.Docx("a", ("word/embeddings/oleObject1.bin", [1])) },
            { "ActiveX", "file-active", Samples.Docx("a", ("word/activeX/activeX1.xml", [1])) },
            { "a sheet of macros", "file-active", Samples.Docx("a", ("xl/macrosheets/sheet1.xml", [1])) },
            { "macros by their type", "file-active", Holding("application/vnd.ms-office.vbaProject") },
            { "a program by its type", "file-active", Holding("application/vnd.openxmlformats-officedocument.oleObject") },
            { "ActiveX by its type", "file-active", Holding("application/vnd.ms-office.activeX+xml") },
            {
                "a template from elsewhere",
                "file-active",
                Samples.Docx("a", ("word/_rels/settings.xml.rels", External("attachedTemplate")))
            },
            { "no document", "file-type", Samples.Zip([("[Content_Types].xml", Samples.Utf8("<Types/>")), ("_rels/.rels", [])]) },
            { "any archive", "file-type", Samples.Zip([("virus.exe", [.. "MZ"u8])]) },
            { "a bomb", "file-unpacks-too-far", Samples.Docx("a", ("word/bomb.xml", new byte[300 * 1024 * 1024])) },
            { "a small bomb", "file-unpacks-too-far", Samples.Docx("a", ("word/bomb.xml", new byte[20 * 1024 * 1024])) },
            {
                "too many parts",
                "file-unpacks-too-far",
                Samples.Docx("a", [.. Enumerable.Range(0, 2000).Select(i => ($"p{i}", new byte[1]))])
            },
            { "a bomb of XML", "file-broken", Office("x", "<!DOCTYPE a [<!ENTITY b \"c\">]><Types/>") },
            { "JavaScript", "file-active", Samples.Pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>") },
            {
                "JavaScript by name",
                "file-active",
                Samples.Pdf("/Names << /JavaScript << /Names [(a) 5 0 R] >> >>", "<< /S /JavaScript /JS (1) >>")
            },
            { "a program to launch", "file-active", Samples.Pdf("/OpenAction 5 0 R", "<< /S /Launch /F (cmd.exe) >>") },
            { "a form to send", "file-active", Samples.Pdf("/AA << /WC << /S /SubmitForm /F (http://x) >> >>") },
            { "a file in a file", "file-active", Samples.Pdf("/Names << /EmbeddedFiles << /Names [] >> >>") },
            { "a PDF without pages", "file-broken", [.. "%PDF-1.4\n%%EOF"u8] },
            { "half a PDF", "file-broken", Samples.Pdf()[..200] },
            { "half a picture", "file-broken", Samples.Jpeg()[..^20] },
            { "a picture without data", "file-broken", [.. Samples.Jpeg()[..4], 0xFF, 0xD9] },
            { "half a PNG", "file-broken", Samples.Png()[..^20] },
            { "half a ZIP", "file-broken", Samples.Docx()[..^40] },
            { "half a WAV", "file-broken", Samples.Wav()[..^40] },
            { "an MP4 without a film", "file-broken", Samples.Mp4()[..40] },
            { "ID3 and nothing else", "file-broken", [.. "ID3\x03\0\0\0\0\0\x01"u8, 0] },
            { "text in another encoding", "file-not-utf8", [.. "Kh"u8, 0xE9, .. "u"u8] },
            { "text that is none further on", "file-type", [.. new byte[5000].Select(_ => (byte)'a'), 0] },
        };

    static string Refused(byte[] file, AttachmentOptions? limits = null)
    {
        limits ??= new();
        return limits.Refuse(Assert.Throws<FaultyFile>(() => CleaningTests.Clean(file, limits)).Fault).Code;
    }

    [Theory]
    [MemberData(nameof(Harmful))]
    public void It_is_refused_by_name(string what, string code, byte[] file)
    {
        var told = Refused(file);

        Assert.True($"petitions.{code}" == told, $"{what}: {told}");
    }

    [Theory]
    [InlineData("/OpenAction << /S /ImportData /F (x) >>")]
    [InlineData("/OpenAction << /S /GoToE /T << >> >>")]
    [InlineData("/OpenAction << /S /GoToR /F (x) >>")]
    [InlineData("/OpenAction << /S /Rendition >>")]
    [InlineData("/OpenAction << /S /RichMediaExecute >>")]
    [InlineData("/AF [ << /Type /Filespec /EF << >> >> ]")]
    [InlineData("/AcroForm << /XFA [ ] >>")]
    [InlineData("/A << /RichMediaContent << >> >>")]
    public void Whatever_a_PDF_would_do_by_itself_is_refused(string what) =>
        Assert.Equal("petitions.file-active", Refused(Samples.Pdf(what)));

    [Fact]
    public void A_PDF_that_asks_for_a_password_is_refused_by_name()
    {
        using var document = new PdfSharp.Pdf.PdfDocument();
        document.AddPage();
        document.SecuritySettings.UserPassword = "x";
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);

        Assert.Equal("petitions.file-locked", Refused(file.ToArray()));
    }

    [Fact]
    public void A_directory_that_lies_about_lengths_unpacks_no_further_than_it_says()
    {
        var file = Samples.Docx("a", ("word/big.xml", new byte[1024 * 1024]));
        // The length unpacked, in the last record of the directory.
        var record = file.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BitConverter.GetBytes(10).CopyTo(file, record + 24);

        using var clean = new System.IO.Compression.ZipArchive(new MemoryStream(CleaningTests.Clean(file).File));

        Assert.InRange(clean.GetEntry("word/big.xml")!.Length, 0, 10);
    }

    [Fact]
    public void A_stream_of_a_PDF_that_unpacks_without_end_is_a_bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 2; i++)
                zlib.Write(new byte[1024 * 1024]);
        var stream =
            $"<< /Length {packed.Length} /Filter /FlateDecode >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";

        Assert.Equal("petitions.file-unpacks-too-far", Refused(Samples.Pdf("", stream), new AttachmentOptions { Unpacked = 1024 * 1024 }));
        CleaningTests.Clean(Samples.Pdf("", stream));
    }

    [Fact]
    public void A_link_to_elsewhere_is_no_harm() =>
        CleaningTests.Clean(Samples.Docx("a", ("word/_rels/document.xml.rels", External("hyperlink"))));

    static byte[] External(string type) =>
        Samples.Utf8(
            $"{Rels}<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"http://x/a\" TargetMode=\"External\"/></Relationships>"
        );

    /// <summary>A document with a part of that type, whose name tells nothing.</summary>
    static byte[] Holding(string type) =>
        Office(
            "",
            $"<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Override PartName=\"/word/a.dat\" ContentType=\"{type}\"/></Types>"
        );

    static byte[] Office(string main, string? types = null) =>
        Samples.Zip([
            (
                "[Content_Types].xml",
                Samples.Utf8(types ?? $"<Types><Override PartName=\"/word/document.xml\" ContentType=\"{main}\"/></Types>")
            ),
            ("_rels/.rels", Samples.Utf8($"{Rels}</Relationships>")),
        ]);
}
