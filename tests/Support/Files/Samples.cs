using System.IO.Compression;
using System.Text;

namespace DanVan.Support.Files;

/// <summary>Files as small as they can be. Where others' programs are to read them, those make them too: see <see cref="Programs"/>.</summary>
public static class Samples
{
    /// <summary>Stands wherever metadata stands.</summary>
    public const string Canary = "ZungChimHoangYen";

    /// <summary>A text of its own each time: the same file is the same attachment.</summary>
    public static byte[] Text() => Encoding.UTF8.GetBytes($"Đơn kèm giấy tờ số {Guid.CreateVersion7()}\r\n");

    /// <summary>The segments that a decoder needs, around what is given.</summary>
    public static byte[] Jpeg(params byte[][] segments) =>
        [
            .. (byte[])[0xFF, 0xD8],
            .. segments.SelectMany(s => s),
            .. Segment(0xDB, new byte[65]),
            .. Segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0, .. new byte[16], 0]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. (byte[])[0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56],
            .. (byte[])[0xFF, 0xD9],
        ];

    public static byte[] Segment(byte marker, byte[] payload) =>
        [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];

    /// <summary>Exif with an orientation and an artist.</summary>
    public static byte[] Exif(byte orientation) =>
        Segment(
            0xE1,
            [
                .. "Exif\0\0II*\0\b\0\0\0\x02\0"u8,
                .. (byte[])[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
                .. (byte[])[0x3B, 0x01, 2, 0, (byte)(Canary.Length + 1), 0, 0, 0, 38, 0, 0, 0],
                .. new byte[4],
                .. Encoding.ASCII.GetBytes(Canary),
                0,
            ]
        );

    public static byte[] Png(params (string Type, byte[] Data)[] between) =>
        [
            .. (byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
            .. between.SelectMany(c => Chunk(c.Type, c.Data)),
            .. Chunk("IDAT", [1, 2, 3]),
            .. Chunk("IEND", []),
        ];

    static byte[] Chunk(string type, byte[] data) =>
        [0, 0, (byte)(data.Length >> 8), (byte)data.Length, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];

    /// <summary>A document of one paragraph with its properties.</summary>
    public static byte[] Docx(string text = "Nội dung", params (string Name, byte[] Content)[] more) =>
        Zip([
            ("[Content_Types].xml", Utf8(ContentTypes("wordprocessingml.document.main+xml", "word/document.xml"))),
            ("_rels/.rels", Utf8(Relations)),
            ("word/document.xml", Utf8(Document(text))),
            ("docProps/core.xml", Utf8(Core)),
            ("docProps/app.xml", Utf8(App)),
            .. more,
        ]);

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var whole = new MemoryStream();
        using (var zip = new ZipArchive(whole, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        return whole.ToArray();
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string ContentTypes(string main, string part) =>
        $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Default Extension="jpeg" ContentType="image/jpeg"/>
            <Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{main}"/>
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            </Types>
            """;

    const string Relations = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        <Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
        <Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>
        </Relationships>
        """;

    static string Document(string text) =>
        $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>""";

    const string Core = $"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:creator>{Canary}</dc:creator><cp:lastModifiedBy>{Canary}</cp:lastModifiedBy></cp:coreProperties>
        """;

    const string App =
        $"""<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>{Canary}</Company></Properties>""";

    /// <summary>One page; further objects of its document, and entries of its catalog.</summary>
    public static byte[] Pdf(string catalog = "", params string[] objects)
    {
        string[] all =
        [
            $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> >>",
            $"<< /Author ({Canary}) /Title ({Canary}) /Producer ({Canary}) >>",
            .. objects,
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (index, content) in all.Index())
        {
            offsets.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = text.Length;
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {all.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offset:d10} 00000 n \n");
        text.Append(
            System.Globalization.CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {all.Length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    /// <summary>Ten frames of silence between the two tags of ID3.</summary>
    public static byte[] Mp3() =>
        [
            .. "ID3\x03\0\0\0\0\0"u8,
            (byte)Canary.Length,
            .. Encoding.ASCII.GetBytes(Canary),
            .. Enumerable.Range(0, 10).SelectMany(_ => (byte[])[0xFF, 0xFB, 0x90, 0x00, .. new byte[413]]),
            .. "TAG"u8,
            .. Encoding.ASCII.GetBytes(Canary.PadRight(125)),
        ];

    public static byte[] Wav()
    {
        byte[] chunks =
        [
            .. Riff("fmt ", [1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0]),
            .. Riff("LIST", [.. "INFOIART"u8, 17, 0, 0, 0, .. Encoding.ASCII.GetBytes(Canary), 0, 0]),
            .. Riff("data", new byte[200]),
        ];
        return [.. Riff("RIFF", [.. "WAVE"u8, .. chunks])];
    }

    static byte[] Riff(string name, byte[] data) => [.. Encoding.ASCII.GetBytes(name), .. BitConverter.GetBytes(data.Length), .. data];

    public static byte[] Mp4(string brand = "isom") =>
        [
            .. Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 2, 0]),
            .. Box(
                "moov",
                [
                    .. Box("mvhd", [0, 0, 0, 0, 0xDA, 1, 2, 3, 0xDA, 1, 2, 3, 0, 0, 3, 0xE8, 0, 0, 3, 0xE8, .. new byte[80]]),
                    .. Box("udta", Box("\u00a9xyz", Encoding.ASCII.GetBytes($"+21.0285+105.8542/{Canary}"))),
                ]
            ),
            .. Box("mdat", [1, 2, 3, 4]),
            .. Box("uuid", Encoding.ASCII.GetBytes(Canary)),
        ];

    static byte[] Box(string type, byte[] payload) =>
        [0, 0, (byte)((payload.Length + 8) >> 8), (byte)(payload.Length + 8), .. Encoding.Latin1.GetBytes(type), .. payload];
}
