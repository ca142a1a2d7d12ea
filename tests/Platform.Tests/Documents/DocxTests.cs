using DanVan.Documents;
using DanVan.Documents.Docx;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static DanVan.Platform.Tests.Documents.SampleDocuments;

namespace DanVan.Platform.Tests.Documents;

/// <summary>DOCX as python-docx reads it, and by the schema of the format.</summary>
public sealed class DocxTests
{
    const string AllText =
        "print('\\n'.join([p.text for p in d.element.body.iter(docx.oxml.ns.qn('w:p')) for p in [docx.text.paragraph.Paragraph(p, None)]]))";

    [Theory]
    [MemberData(nameof(SampleDocuments.All), MemberType = typeof(SampleDocuments))]
    public async Task Another_program_reads_every_text_of_it(string name)
    {
        var document = Named(name);

        var text = await Programs.Python(DocxWriter.Write(document), AllText);

        foreach (var paragraph in document.Body.OfType<Paragraph>())
            Assert.Contains($"{paragraph.Lead} {paragraph.Text.TrimEnd('.')}".Trim(), text, StringComparison.Ordinal);
        foreach (var cell in document.Body.OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row))
            Assert.Contains(cell, text, StringComparison.Ordinal);
        string[] parts =
        [
            document.Number!,
            document.Signature.Name,
            document.IssuingBody.ToUpperInvariant(),
            .. document.Addressees,
            .. document.Recipients,
        ];
        foreach (var part in parts)
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Contains(document.Abstract, text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SampleDocuments.All), MemberType = typeof(SampleDocuments))]
    public void It_is_valid_by_the_schema(string name)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(Named(name))), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(file).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
    }

    [Fact]
    public async Task It_is_A4_with_the_margins_of_the_law_and_a_number_from_the_second_page_on()
    {
        var told = await Programs.Python(
            DocxWriter.Write(Notice),
            "s = d.sections[0]\nprint(round(s.page_width.mm), round(s.page_height.mm), round(s.left_margin.mm), round(s.right_margin.mm), s.different_first_page_header_footer, 'PAGE' in s.header._element.xml)"
        );

        Assert.Equal("210 297 30 15 True True", told.Trim());
    }
}
