using System.Text;
using DanVan.Petitions.Searching;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>What a text to look for comes to: every word, spelled and folded.</summary>
public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("hoà bình", "hòa bình")]
    [InlineData("UỶ BAN", "ủy ban")]
    [InlineData("Thuỳ", "thùy")]
    public void Both_placements_of_a_tone_are_one_word(string one, string other) =>
        Assert.Equal(SearchQuery.WordsOf(one), SearchQuery.WordsOf(other));

    [Theory]
    [InlineData("đường làng Nguyễn Trãi")]
    [InlineData("Ủy ban nhân dân quận Hoàng Mai")]
    public void Both_normal_forms_are_one_text(string text) =>
        Assert.Equal(SearchQuery.Of(text)!.Exact, SearchQuery.Of(text.Normalize(NormalizationForm.FormD))!.Exact);

    [Fact]
    public void Folding_what_is_folded_changes_nothing()
    {
        var random = new Random(1);
        const string Letters =
            "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ -/.\"0123456789AĐÊẶ\u00fc\u00e7";
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Letters[random.Next(Letters.Length)]));
            foreach (var word in SearchQuery.WordsOf(text))
            {
                var folded = SearchQuery.Fold(word);
                Assert.True(folded.All(char.IsAsciiLetterOrDigit), $"{text}: {folded}");
                Assert.Equal(folded, SearchQuery.Fold(folded));
                Assert.Equal([folded], SearchQuery.WordsOf(folded));
            }
        }
    }

    [Theory]
    [InlineData("dat", "(('dat'))", null)]
    [InlineData("đất", "(('dat'))", "(('=đât\u0301'))")]
    [InlineData("Thu hồi", "(('thu')) & (('hoi'))", "(('=thu')) & (('=hôi\u0300'))")]
    [InlineData("\"thu hoi\" lang", "(('thu' <-> 'hoi')) & (('lang'))", null)]
    [InlineData("33/QD-LT", "(('33' <-> 'qd' <-> 'lt'))", null)]
    [InlineData("dv", "(('dv') | ('dan' <-> 'van'))", null)]
    [InlineData("cong tac dan van", "(('cong')) & (('tac')) & (('dan' & 'van') | ('dv'))", null)]
    [InlineData("\"xa dv\"", "(('xa' <-> 'dv') | ('xa' <-> 'dan' <-> 'van'))", null)]
    public void Every_word_must_be_there(string text, string folded, string? exact)
    {
        var query = SearchQuery.Of(text)!;

        Assert.Equal((folded, exact?.Normalize(NormalizationForm.FormD)), (query.Folded, query.Exact));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("\"\"")]
    [InlineData("-/.,!()*:&|<>'")]
    [InlineData("мир")]
    public void Without_a_word_there_is_nothing_to_look_for(string text) => Assert.Null(SearchQuery.Of(text));
}
