using System.Text.Json;
using System.Text.RegularExpressions;

namespace DanVan.Directory.Client;

/// <summary>
/// The abbreviations of the field, from <c>abbreviations.json</c>, so that who looks for "QCDC" finds "quy chế dân chủ", and the other way round.
/// </summary>
public static partial class Abbreviations
{
    private static readonly Dictionary<string, string> meanings = new(Read(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Each with what it stands for.</summary>
    public static IReadOnlyDictionary<string, string> All => meanings;

    /// <summary>The text with every abbreviation written out. Expects NFC, in which requests arrive.</summary>
    public static string WriteOut(string text) =>
        Word().Replace(text, word => meanings.TryGetValue(word.Value, out var meaning) ? meaning : word.Value);

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(Abbreviations).Assembly.GetManifestResourceStream("DanVan.Directory.Client.Texts.abbreviations.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }

    [GeneratedRegex(@"\b[\p{L}]{2,5}\b")]
    private static partial Regex Word();
}
