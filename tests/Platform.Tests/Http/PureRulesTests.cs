using System.Text;
using DanVan.Chassis.Http;

namespace DanVan.Platform.Tests.Http;

public sealed class PureRulesTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("en", true)]
    [InlineData("en-US,en;q=0.9", true)]
    [InlineData("vi,en;q=0.8", false)]
    [InlineData("en;q=0.3, vi-VN;q=0.7", false)]
    [InlineData("fr, de;q=0.5", false)]
    [InlineData("enx", false)]
    [InlineData(";;;", false)]
    public void English_only_for_those_who_prefer_it(string acceptLanguage, bool english) =>
        Assert.Equal(english, Phrases.PrefersEnglish(acceptLanguage));

    [Fact]
    public void A_cursor_comes_back_as_it_went()
    {
        var key = Guid.CreateVersion7();
        Assert.True(Cursor.TryRead(Cursor.Write(key), out var read));
        Assert.Equal(key, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA+")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("ĐÂÂÂÂÂÂÂÂÂÂÂÂÂÂÂÂÂÂÂÂÂ")]
    public void What_was_not_given_out_is_no_cursor(string text) => Assert.False(Cursor.TryRead(text, out _));

    [Theory]
    [InlineData("$", "")]
    [InlineData("$.a.b[0].c", "a|b|0|c")]
    [InlineData("$['a b'][2]['c.d'].e", "a b|2|c.d|e")]
    [InlineData("$.a[", "a|")]
    public void A_path_is_its_steps(string path, string steps) => Assert.Equal(steps, string.Join('|', JsonShape.Steps(path)));

    [Theory]
    [InlineData("plain\ttext\r\n", true)]
    [InlineData("Đường Nguyễn Huệ 😀", true)]
    [InlineData("a\0", false)]
    [InlineData("a\u001f", false)]
    [InlineData("ế\u0001", false)]
    [InlineData("a\ufffe", false)]
    public void Text_holds_no_character_that_a_document_could_not(string text, bool clean) =>
        Assert.Equal(clean, CleanText.TryClean(text, out _));

    [Fact]
    public void Text_holds_no_half_of_a_character()
    {
        Assert.False(CleanText.TryClean("a\ud83d", out _));
        Assert.False(CleanText.TryClean("\ude00\ud83d", out _));
    }

    [Fact]
    public void A_name_typed_in_two_ways_is_one_name()
    {
        Assert.True(CleanText.TryClean("Nguyễn".Normalize(NormalizationForm.FormD), out var clean));
        Assert.Equal("Nguyễn".Normalize(NormalizationForm.FormC), clean);
    }
}
