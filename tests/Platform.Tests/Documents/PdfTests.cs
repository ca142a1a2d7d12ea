using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using DanVan.Documents;
using DanVan.Documents.Pdf;
using static DanVan.Platform.Tests.Documents.SampleDocuments;

namespace DanVan.Platform.Tests.Documents;

/// <summary>PDF as poppler reads it.</summary>
public sealed partial class PdfTests
{
    [Theory]
    [MemberData(nameof(SampleDocuments.All), MemberType = typeof(SampleDocuments))]
    public async Task The_text_comes_out_as_it_went_in_in_one_writing_of_each_letter(string name)
    {
        var document = Named(name);

        var text = await Programs.Of("pdftotext", PdfWriter.Write(document), "-layout");

        Assert.True(text.IsNormalized(NormalizationForm.FormC));
        var words = Words(text);
        foreach (var paragraph in document.Body.OfType<Paragraph>())
            Assert.Subset(words, Words($"{paragraph.Lead} {paragraph.Text.TrimEnd('.')}"));
        foreach (var part in new[] { document.IssuingBody, document.SuperiorBody ?? "", document.Type ?? "", document.Signature.Position })
            Assert.Subset(words, Words(part.ToUpperInvariant()));
        Assert.Subset(
            words,
            Words($"{document.Number} {document.Abstract} {document.Signature.Name} {string.Join(' ', document.Addressees)}")
        );
    }

    [Fact]
    public async Task Letters_that_were_typed_apart_are_put_together()
    {
        var apart = Notice with { Body = [new Paragraph(Sentence.Normalize(NormalizationForm.FormD))] };

        Assert.Subset(Words(await Programs.Of("pdftotext", PdfWriter.Write(apart))), Words(Sentence.TrimEnd('.')));
    }

    [Theory]
    [MemberData(nameof(SampleDocuments.All), MemberType = typeof(SampleDocuments))]
    public async Task It_is_A4_and_every_font_is_embedded_with_its_letters(string name)
    {
        var pdf = PdfWriter.Write(Named(name));

        Assert.Contains("(A4)", await Programs.Of("pdfinfo", pdf), StringComparison.Ordinal);
        var fonts = (await Programs.Of("pdffonts", pdf)).Split('\n').Skip(2).ToList();
        Assert.NotEmpty(fonts);
        // Columns from the right: object, generation, unicode, subset, embedded.
        Assert.All(fonts, font => Assert.Matches(@"Liberation Serif.*\byes +\w+ +yes +\d+ +\d+ *$", font));
    }

    [Fact]
    public async Task The_foot_stands_on_every_page_and_below_what_it_says()
    {
        var text = await Programs.Of("pdftotext", PdfWriter.Write(Report with { Foot = "Mã băm: 0af7651916cd43dd" }), "-layout");

        Assert.All(
            text.Split('\f', StringSplitOptions.RemoveEmptyEntries),
            page => Assert.EndsWith("Mã băm: 0af7651916cd43dd", page.TrimEnd(), StringComparison.Ordinal)
        );
    }

    /// <summary>NĐ 30/2020, phụ lục I.</summary>
    [Fact]
    public async Task Pages_are_numbered_from_the_second_on()
    {
        var pages = (await Programs.Of("pdftotext", PdfWriter.Write(Report), "-layout")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(pages.Length, 3, 4);
        Assert.DoesNotMatch(@"^\s*1\s*\n", pages[0]);
        foreach (var (index, page) in pages.Index().Skip(1))
            Assert.Matches($@"^\s*{index + 1}\s*\n", page);
    }

    [Fact]
    public async Task The_head_of_a_table_stands_on_every_page_that_it_reaches()
    {
        var pages = (await Programs.Of("pdftotext", PdfWriter.Write(Report), "-layout")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        var withRows = pages.Where(page => page.Contains("Chỉ tiêu thứ", StringComparison.Ordinal)).ToList();
        Assert.True(withRows.Count > 1);
        Assert.All(withRows, page => Assert.Contains("Số lượng", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_signature_stands_alone_on_a_page()
    {
        foreach (var paragraphs in Enumerable.Range(3, 12))
        {
            var document = Notice with { Body = [.. Enumerable.Repeat(new Paragraph(Sentence), paragraphs)] };
            var last = (await Programs.Of("pdftotext", PdfWriter.Write(document), "-layout")).Split(
                '\f',
                StringSplitOptions.RemoveEmptyEntries
            )[^1];

            Assert.Contains("liên xã./.", last, StringComparison.Ordinal);
            Assert.Contains("Trần Thị Thanh Huyền", last, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_party_has_a_star_and_no_national_title_the_state_the_other_way()
    {
        var (party, state) = (
            await Programs.Of("pdftotext", PdfWriter.Write(OfTheParty), "-layout"),
            await Programs.Of("pdftotext", PdfWriter.Write(Notice), "-layout")
        );

        Assert.Matches(@"ĐẢNG CỘNG SẢN VIỆT NAM", party);
        Assert.Matches(@"(?m)^\s*\*\s*$", party);
        Assert.Contains("Số 163-TB/BTGDVTU", party, StringComparison.Ordinal);
        Assert.Contains("K/T TRƯỞNG BAN", party, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"CỘNG HÒA|\./\.", party);
        Assert.Matches(@"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", state);
        Assert.Contains("Số: 84/TB-UBND", state, StringComparison.Ordinal);
        Assert.Contains("KT. CHỦ TỊCH", state, StringComparison.Ordinal);
        Assert.Contains("Đồng Tháp, ngày 05 tháng 8 năm 2026", state, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"ĐẢNG CỘNG SẢN|\*", state);
    }

    [Fact]
    public void Many_at_once_are_as_many_alike()
    {
        var alone = PdfWriter.Write(Report).Length;

        Assert.All(
            Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8).Select(_ => PdfWriter.Write(Report).Length),
            length => Assert.InRange(length, alone - 200, alone + 200)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("😀 \u0000\u0007 𝔻")]
    public async Task Whatever_a_text_holds_a_document_comes_of_it(string text)
    {
        var odd = Notice with
        {
            Abstract = text,
            Addressees = [text],
            Body =
            [
                new Paragraph(text),
                new Paragraph(new string('x', 3000)),
                new Table(
                    [new(text)],
                    [
                        [text],
                        [string.Join(' ', Enumerable.Repeat(Sentence, 60))],
                    ]
                ),
            ],
            Recipients = [],
        };

        Assert.Contains("Pages:", await Programs.Of("pdfinfo", PdfWriter.Write(odd)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_the_font_is_told_by_the_name_of_the_package()
    {
        Assert.Null(FontFolder.Find("/nowhere"));
        Assert.Contains(
            "fonts-liberation2",
            Assert.Throws<FontMissingException>(() => PdfWriter.Write(Notice, "/nowhere")).Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>Debian 12 still has it as fonts-liberation: its pages would show boxes instead of ệ and ữ.</summary>
    [Fact]
    public void The_first_generation_of_the_font_is_not_taken()
    {
        var (there, old) = (FontFolder.Find()!, System.IO.Directory.CreateTempSubdirectory());
        foreach (var file in System.IO.Directory.EnumerateFiles(there, "LiberationSerif-*.ttf"))
        {
            var font = File.ReadAllBytes(file);
            var head = font.AsSpan(font.AsSpan().IndexOf("head"u8) + 8, 4);
            font[BinaryPrimitives.ReadInt32BigEndian(head) + 5] = 1;
            File.WriteAllBytes(Path.Combine(old.FullName, Path.GetFileName(file)), font);
        }

        Assert.Null(FontFolder.Find(old.FullName));
        Assert.Equal(there, FontFolder.Find(there));
        old.Delete(recursive: true);
    }

    [Fact]
    public async Task A_head_of_a_table_that_fills_a_page_ends_all_the_same()
    {
        var text = string.Join(' ', Enumerable.Repeat(Sentence, 60));
        var document = Notice with
        {
            Body =
            [
                new Table(
                    [new(text), new("B")],
                    [
                        [text, "b"],
                        ["a", "b"],
                    ]
                ),
            ],
        };

        Assert.Contains("Pages:", await Programs.Of("pdfinfo", PdfWriter.Write(document)), StringComparison.Ordinal);
    }

    static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}/-]+")]
    private static partial Regex Word();
}
