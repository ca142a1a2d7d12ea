using System.Text;
using DanVan.Files;
using DanVan.Files.Cleaning;
using DanVan.Petitions.Attachments;
using DanVan.Support.Files;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>File names, thumbnails and Exif leak handwriting and names (edge case 35): a file is stored without what it says about its maker.</summary>
public sealed class CleaningTests
{
    public static TheoryData<string, byte[]> Telling =>
        new()
        {
            { "Exif", Samples.Jpeg(Samples.Exif(1)) },
            { "XMP", Samples.Jpeg(Samples.Segment(0xE1, Tells("http://ns.adobe.com/xap/1.0/\0"))) },
            { "IPTC", Samples.Jpeg(Samples.Segment(0xED, Tells("Photoshop 3.0\0"))) },
            { "a comment", Samples.Jpeg(Samples.Segment(0xFE, Tells(""))) },
            { "a thumbnail", Samples.Jpeg(Samples.Segment(0xE0, Tells("JFXX\0"))) },
            { "a profile", Samples.Jpeg(Samples.Segment(0xE2, Tells("ICC_PROFILE\0"))) },
            { "a second picture", [.. Samples.Jpeg(), .. Tells("")] },
            { "tEXt", Samples.Png(("tEXt", Tells("Author\0"))) },
            { "iTXt", Samples.Png(("iTXt", Tells("XML:com.adobe.xmp\0"))) },
            { "zTXt", Samples.Png(("zTXt", Tells("Author\0"))) },
            { "eXIf", Samples.Png(("eXIf", Tells("MM"))) },
            { "behind the end", [.. Samples.Png(), .. Tells("")] },
            { "properties", Samples.Docx() },
            { "the end of a ZIP", [.. Samples.Docx()[..^2], 16, 0, .. Encoding.ASCII.GetBytes(Samples.Canary)] },
            { "a picture in a document", Samples.Docx("a", ("word/media/image1.jpeg", Samples.Jpeg(Samples.Exif(3)))) },
            { "Info", Samples.Pdf() },
            { "XMP of a PDF", Samples.Pdf("/Metadata 5 0 R", XmpOfPdf) },
            { "a former version", Samples.Pdf("", $"<< /Type /Note /Contents ({Samples.Canary}) >>") },
            { "ID3", Samples.Mp3() },
            { "LIST", Samples.Wav() },
            { "udta", Samples.Mp4() },
        };

    static string XmpOfPdf => $"<< /Type /Metadata /Subtype /XML /Length {Samples.Canary.Length} >>\nstream\n{Samples.Canary}\nendstream";

    [Theory]
    [MemberData(nameof(Telling))]
    public void What_tells_of_the_maker_is_gone(string what, byte[] file)
    {
        Assert.True(Holds(file), what);

        Assert.False(Holds(Clean(file).File), what);
    }

    [Fact]
    public void A_picture_keeps_what_it_shows()
    {
        Assert.Equal(Samples.Jpeg(), Clean(Samples.Jpeg()).File);
        Assert.Equal(Samples.Jpeg(), Clean(Samples.Jpeg(Samples.Exif(1), Samples.Segment(0xFE, [1, 2]))).File);
        Assert.Equal(Samples.Png(), Clean(Samples.Png(("tIME", new byte[7]))).File);
        Assert.Equal(Samples.Png(("tRNS", [0, 0])), Clean(Samples.Png(("tRNS", [0, 0]))).File);
        Assert.Equal(Samples.Mp3()[26..^128], Clean(Samples.Mp3()).File);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void A_turned_picture_stays_turned(byte orientation)
    {
        var clean = Clean(Samples.Jpeg(Samples.Exif(orientation))).File;

        Assert.Equal([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation], clean[22..32]);
    }

    [Fact]
    public void A_document_is_what_its_parts_say() => Assert.Equal(FileType.Docx, Clean(Samples.Docx()).Type);

    [Fact]
    public void A_recording_keeps_its_place_in_the_file()
    {
        var (before, after) = (Samples.Mp4(), Clean(Samples.Mp4()).File);

        Assert.Equal(before.Length, after.Length);
        Assert.Equal(before.AsSpan().IndexOf("mdat"u8), after.AsSpan().IndexOf("mdat"u8));
        Assert.Equal(-1, after.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xDA, 1, 2, 3]));
    }

    [Fact]
    public void Text_stays_as_it_is() => Assert.Equal("Đơn\tkhiếu nại\r\n"u8.ToArray(), Clean("Đơn\tkhiếu nại\r\n"u8.ToArray()).File);

    static byte[] Tells(string before) => Encoding.Latin1.GetBytes(before + Samples.Canary);

    // A document's parts are packed, so they are looked at one by one.
    static bool Holds(byte[] file)
    {
        if (file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Samples.Canary)) >= 0)
            return true;
        if (!file.AsSpan().StartsWith("PK"u8))
            return false;
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return zip.Entries.Any(entry =>
        {
            using var part = entry.Open();
            using var content = new MemoryStream();
            part.CopyTo(content);
            return content.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(Samples.Canary)) >= 0;
        });
    }

    internal static (FileType Type, byte[] File) Clean(byte[] file, AttachmentOptions? limits = null)
    {
        using var clean = new MemoryStream();
        var type = Cleaner.Clean(
            FileTypes.Of(file.AsSpan(0, Math.Min(file.Length, FileTypes.HeadLength))),
            new MemoryStream(file),
            clean,
            limits ?? new()
        );
        return (type, clean.ToArray());
    }
}
