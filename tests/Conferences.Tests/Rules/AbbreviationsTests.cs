using DanVan.Directory.Client;

namespace DanVan.Conferences.Tests.Rules;

public sealed class AbbreviationsTests
{
    [Theory]
    [InlineData("QCDC ở cơ sở", "quy chế dân chủ ở cơ sở")]
    [InlineData("công tác dv", "công tác dân vận")]
    [InlineData("Phó Chủ tịch HĐND TP", "Phó Chủ tịch hội đồng nhân dân thành phố")]
    [InlineData("(BCĐ)", "(ban chỉ đạo)")]
    public void Abbreviations_are_written_out_in_any_case(string text, string expected) =>
        Assert.Equal(expected, Abbreviations.WriteOut(text));

    [Theory]
    [InlineData("dân vận khéo")]
    [InlineData("QCDCX")]
    [InlineData("")]
    public void Other_words_stay(string text) => Assert.Equal(text, Abbreviations.WriteOut(text));
}
