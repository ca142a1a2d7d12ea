using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Sheets;

/// <summary>What there is to choose from, as a sheet and a paper say it.</summary>
static class ChoiceWords
{
    // ECMA-376 18.3.1.32: the formula of a validation is no longer, and commas part the words of its list.
    const int LongestList = 255;

    public static string Of(IReadOnlyList<Category> choices, string code) => choices.First(choice => choice.Code == code).Name.Vi;

    /// <summary>The code that a text names, by itself or by its words, however it was typed; the text when it names none.</summary>
    public static string Read(IReadOnlyList<Category> choices, string text)
    {
        var said = StateWords.Plain(text);
        return choices.FirstOrDefault(choice => StateWords.Plain(choice.Code) == said || StateWords.Plain(choice.Name.Vi) == said)?.Code
            ?? text;
    }

    /// <summary>The words as the list of a cell offers them; their codes where a list cannot hold the words.</summary>
    public static string List(IReadOnlyList<Category> choices)
    {
        var words = string.Join(',', choices.Select(choice => choice.Name.Vi));
        return words.Length > LongestList || choices.Any(choice => choice.Name.Vi.Contains(',', StringComparison.Ordinal))
            ? string.Join(',', choices.Select(choice => choice.Code))
            : words;
    }
}
