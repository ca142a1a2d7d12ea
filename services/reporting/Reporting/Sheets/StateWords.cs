using System.Text;
using DanVan.Chassis;
using DanVan.Reporting.Cells;

namespace DanVan.Reporting.Sheets;

/// <summary>The four kinds of a cell in words, as a sheet and a paper say them.</summary>
static class StateWords
{
    static readonly Dictionary<CellState, string> Words = new()
    {
        [CellState.Reported] = "Có số liệu",
        [CellState.NotReported] = "Chưa báo cáo",
        [CellState.NotApplicable] = "Không áp dụng",
        [CellState.Unspecified] = "Một số (chưa rõ)",
    };

    /// <summary>In the order in which they are offered.</summary>
    public static IEnumerable<string> All => Words.Values;

    public static string Of(CellState state) => Words[state];

    /// <summary>The same of a cell that holds a file.</summary>
    public static string OfFile(CellState state) => state is CellState.Reported ? "có tệp kèm theo" : Of(state).ToLowerInvariant();

    /// <summary>The state that a text names, by its words or its code and however it was typed; none when it names none.</summary>
    public static CellState? Read(string text)
    {
        var said = Plain(text);
        return Words
            .Where(word => Plain(word.Value) == said || Plain(EnumNames.Of(word.Key)) == said)
            .Select(word => (CellState?)word.Key)
            .FirstOrDefault();
    }

    /// <summary>A text without what typing leaves open: case, the writing of a letter, the number of spaces.</summary>
    public static string Plain(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToUpperInvariant();
}
