using System.Text.RegularExpressions;
using DanVan.Directory.Client;

namespace DanVan.Petitions.Searching;

/// <summary>
/// What is looked for, as full text queries over the words that the database derives (<c>search_words</c>): every word must be there, what stands in quotes
/// or is joined by punctuation (33/QĐ-UBND) one after the other. An abbreviation also finds what it stands for, and the other way round.
/// </summary>
sealed partial class SearchQuery
{
    static readonly (string Short, string[] Meaning)[] abbreviations =
    [
        .. Abbreviations.All.Select(pair => (WordsOf(pair.Key)[0], WordsOf(pair.Value))),
    ];

    SearchQuery(string folded, string? exact) => (Folded, Exact) = (folded, exact);

    /// <summary>Whatever the case, tones and marks.</summary>
    public string Folded { get; }

    /// <summary>As it is spelled, wherever the tones stand; none when nothing that is looked for bears a mark.</summary>
    public string? Exact { get; }

    /// <summary>None when the text holds no word.</summary>
    public static SearchQuery? Of(string text)
    {
        var terms = Terms(text).ToList();
        if (terms.Count == 0)
            return null;
        var marked = terms.Exists(term => term.Words.Any(word => Fold(word) != word));
        return new(Write(terms, Fold), marked ? Write(terms, word => $"={word}") : null);
    }

    /// <summary>The words of a text, small, with their tones at their ends.</summary>
    public static string[] WordsOf(string text) =>
        [.. Word().Matches(Spelling.Key(text.ToLowerInvariant())).Select(word => OnlyVietnamese(word.Value))];

    public static string Fold(string word) => Spelling.Fold(NoMarks().Replace(word, ""));

    static string OnlyVietnamese(string word) => OtherMarks().Replace(word, "");

    static IEnumerable<Term> Terms(string text)
    {
        var loose = new List<string>();
        foreach (Match part in Part().Matches(text))
        {
            var words = WordsOf(part.Value);
            if (words.Length == 1)
                loose.Add(words[0]);
            else if (words.Length > 1)
                yield return new Term(words, InOrder: true);
        }
        // Words that together are what an abbreviation stands for may be found as it.
        for (var i = 0; i < loose.Count; )
        {
            var rest = loose.Skip(i).ToArray();
            var (_, meaning) = Array.Find(abbreviations, one => StartsWith(rest, one.Meaning));
            string[] words = meaning is null ? [loose[i]] : [.. rest.Take(meaning.Length)];
            yield return new Term(words, InOrder: false);
            i += words.Length;
        }
    }

    static string Write(IEnumerable<Term> terms, Func<string, string> spell)
    {
        return string.Join(
            " & ",
            terms.Select(term =>
            {
                var asked = Join(term.Words, term.InOrder ? " <-> " : " & ");
                return $"({string.Join(" | ", [asked, .. term.OtherWritings().Select(words => Join(words, " <-> "))])})";
            })
        );

        string Join(string[] words, string by) => $"({string.Join(by, words.Select(word => $"'{spell(word)}'"))})";
    }

    static bool StartsWith(ReadOnlySpan<string> words, string[] meaning)
    {
        if (words.Length < meaning.Length)
            return false;
        for (var i = 0; i < meaning.Length; i++)
            if (Fold(words[i]) != Fold(meaning[i]))
                return false;
        return true;
    }

    sealed record Term(string[] Words, bool InOrder)
    {
        /// <summary>The same with one abbreviation written out, or with what one stands for abbreviated.</summary>
        public IEnumerable<string[]> OtherWritings()
        {
            for (var i = 0; i < Words.Length; i++)
                foreach (var (abbreviation, meaning) in abbreviations)
                {
                    if (Fold(Words[i]) == Fold(abbreviation))
                        yield return [.. Words[..i], .. meaning, .. Words[(i + 1)..]];
                    if (StartsWith(Words.AsSpan(i), meaning))
                        yield return [.. Words[..i], abbreviation, .. Words[(i + meaning.Length)..]];
                }
        }
    }

    [GeneratedRegex("\"[^\"]*\"?|[^\"\\s]+")]
    private static partial Regex Part();

    // Letters with their marks, or digits: as search_words has it.
    [GeneratedRegex(@"[a-zđ][a-zđ\u0300-\u036f]*|[0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[\u0304\u0305\u0307\u0308\u030a-\u031a\u031c-\u0322\u0324-\u036f]")]
    private static partial Regex OtherMarks();

    [GeneratedRegex(@"[\u0300-\u036f]")]
    private static partial Regex NoMarks();
}
