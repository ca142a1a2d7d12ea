using DanVan.Files;
using DanVan.Support.Files;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What a file is, is found in its first bytes; its name is never seen.</summary>
public sealed class FileTypeTests
{
    public static TheoryData<string, byte[]> Known =>
        new()
        {
            { "PDF", Samples.Pdf() },
            { "JPEG", Samples.Jpeg() },
            { "PNG", Samples.Png() },
            { "DOCX,XLSX", Samples.Docx() },
            { "TEXT", Samples.Text() },
            { "TEXT", "#!/bin/sh\necho xin chào\n"u8.ToArray() },
            { "TEXT", "<html><script>alert(1)</script></html>"u8.ToArray() },
            { "MP3", Samples.Mp3() },
            { "MP3", [0xFF, 0xFB, 0x90, 0x00] },
            { "WAV", Samples.Wav() },
            { "MP4", Samples.Mp4() },
            { "M4A", Samples.Mp4("M4A ") },
        };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_known_type_is_known(string types, byte[] file) =>
        Assert.Equal(types, string.Join(',', FileTypes.Of(file).Select(Chassis.EnumNames.Of)));

    public static TheoryData<byte[]> Unknown =>
        [
            (byte[])[.. "MZ\x90\0"u8], // a program of Windows
            (byte[])[0x7F, .. "ELF"u8, 2, 1, 1, 0], // of Linux
            (byte[])[.. "GIF89a"u8, 1, 0],
            (byte[])[.. "{\\rtf1"u8],
            (byte[])[.. "Rar!\x1A\x07\0"u8],
            (byte[])[0x1F, 0x8B, 8, 0],
            (byte[])[0, 0, 0, 24, .. "ftypheic"u8], // HEIF
            (byte[])[0, 0, 0, 24, .. "ftypqt  "u8], // QuickTime
            (byte[])[0xFF, 0xFE, 0x41, 0x00], // UTF-16
            (byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], // .doc and .xls, where macros hide
            (byte[])[.. " %PDF-1.4"u8, 0],
        ];

    [Theory]
    [MemberData(nameof(Unknown))]
    public void Anything_else_is_not_taken(byte[] file) => Assert.Empty(FileTypes.Of(file));

    [Fact]
    public void Every_type_has_a_media_type_and_an_ending()
    {
        foreach (var type in Enum.GetValues<FileType>())
            Assert.Matches("^[a-z0-9]{3,4}$", FileTypes.EndingOf(type));
        Assert.Distinct(Enum.GetValues<FileType>().Select(FileTypes.MediaTypeOf));
    }
}
