using DanVan.Petitions.Tests.Rules;
using DanVan.Support.Files;

namespace DanVan.Petitions.Tests.Files;

/// <summary>Files made by others' programs, cleaned, and looked into by others' programs.</summary>
public sealed class OthersFileTests : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("files").FullName;

    const string Pictures = """
        import sys
        from PIL import Image, PngImagePlugin
        folder = sys.argv[1]
        picture = Image.linear_gradient("L").convert("RGB")
        picture.save(folder + "/plain.jpg")
        picture.save(folder + "/progressive.jpg", progressive=True, restart_marker_blocks=4)
        picture.convert("CMYK").save(folder + "/cmyk.jpg")
        picture.convert("L").save(folder + "/grey.jpg", quality=100)
        text = PngImagePlugin.PngInfo()
        text.add_text("Author", sys.argv[2])
        text.add_itxt("Comment", sys.argv[2])
        text.add_text("Description", sys.argv[2], zip=True)
        picture.save(folder + "/plain.png", pnginfo=text, dpi=(300, 300))
        picture.quantize(16).save(folder + "/palette.png", transparency=0)
        picture.save(folder + "/plain.pdf", title=sys.argv[2], author=sys.argv[2], subject=sys.argv[2], creator=sys.argv[2])
        """;

    const string Same = """
        import sys
        from PIL import Image, ImageChops
        one, other = Image.open(sys.argv[1]), Image.open(sys.argv[2])
        assert one.mode == other.mode and one.size == other.size
        assert one.tobytes() == other.tobytes()
        """;

    [Fact]
    public async Task Pictures_lose_what_they_say_and_show_the_same()
    {
        await Programs.Python(Pictures, folder, Samples.Canary);
        foreach (var picture in System.IO.Directory.GetFiles(folder).Where(file => !file.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            await Programs.Exiftool(
                "-overwrite_original",
                $"-Artist={Samples.Canary}",
                $"-Comment={Samples.Canary}",
                $"-XMP:Creator={Samples.Canary}",
                "-GPSLatitude=21.0285",
                "-GPSLatitudeRef=N",
                "-Orientation#=6",
                picture
            );
            if (picture.EndsWith(".jpg", StringComparison.Ordinal))
                await Programs.Exiftool("-overwrite_original", $"-IPTC:By-line={Samples.Canary}", $"-ThumbnailImage<={picture}", picture);
            Assert.Contains(Samples.Canary, await Programs.Exiftool("-a", "-u", "-G1", picture), StringComparison.Ordinal);

            var clean = Clean(picture);

            var told = await Programs.Exiftool("-a", "-u", "-G1", clean);
            Assert.DoesNotContain(Samples.Canary, told, StringComparison.Ordinal);
            Assert.DoesNotContain("GPS", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Thumbnail", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Error", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Warning", told, StringComparison.Ordinal);
            if (picture.EndsWith(".jpg", StringComparison.Ordinal))
                Assert.Contains("Rotate 90 CW", told, StringComparison.Ordinal);
            await Programs.Python(Same, picture, clean);
        }
    }

    [Fact]
    public async Task A_PDF_loses_its_properties_and_shows_the_same()
    {
        await Programs.Python(Pictures, folder, Samples.Canary);
        var pdf = Path.Combine(folder, "plain.pdf");
        await Programs.Exiftool("-overwrite_original", $"-XMP:Creator={Samples.Canary}", $"-Keywords={Samples.Canary}", pdf);
        Assert.Contains(Samples.Canary, await Programs.PdfInfo(pdf), StringComparison.Ordinal);

        var clean = Clean(pdf);

        var told = await Programs.PdfInfo(clean) + await Programs.Exiftool("-a", "-u", "-G1", clean);
        Assert.DoesNotContain(Samples.Canary, told, StringComparison.Ordinal);
        Assert.Matches("Pages: +1", told);
        Assert.True((await File.ReadAllBytesAsync(clean)).AsSpan().IndexOf(Samples.Utf8(Samples.Canary)) < 0);
    }

    [Fact]
    public async Task A_document_loses_its_properties_and_stays_whole()
    {
        var path = Path.Combine(folder, "a.docx");
        await File.WriteAllBytesAsync(path, Samples.Docx("Đơn khiếu nại", ("word/media/image1.jpeg", Samples.Jpeg(Samples.Exif(3)))));
        Assert.Contains(Samples.Canary, await Programs.Exiftool("-a", "-u", "-G1", path), StringComparison.Ordinal);

        var clean = Clean(path);

        Assert.DoesNotContain(Samples.Canary, await Programs.Exiftool("-a", "-u", "-G1", clean), StringComparison.Ordinal);
        var parts = await Programs.Python(
            """
            import sys, zipfile
            file = zipfile.ZipFile(sys.argv[1])
            assert file.testzip() is None
            for part in file.infolist():
                assert sys.argv[2].encode() not in file.read(part)
                assert part.date_time == (1980, 1, 1, 0, 0, 0) and not part.extra and not part.comment
                print(part.filename)
            """,
            clean,
            Samples.Canary
        );
        Assert.Equal(
            ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/image1.jpeg"],
            parts.Split('\n').Where(x => x.Length > 0)
        );
    }

    [Fact]
    public async Task Recordings_lose_what_they_say()
    {
        foreach (var (name, file) in new[] { ("a.mp3", Samples.Mp3()), ("a.wav", Samples.Wav()), ("a.mp4", Samples.Mp4()) })
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, file);

            var clean = Clean(path);

            var told = await Programs.Exiftool("-a", "-u", "-G1", clean);
            Assert.DoesNotContain(Samples.Canary, told, StringComparison.Ordinal);
            Assert.DoesNotContain("GPS", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Error", told, StringComparison.Ordinal);
        }
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    static string Clean(string file)
    {
        var clean = Path.Combine(Path.GetDirectoryName(file)!, $"clean-{Path.GetFileName(file)}");
        File.WriteAllBytes(clean, CleaningTests.Clean(File.ReadAllBytes(file)).File);
        return clean;
    }
}
