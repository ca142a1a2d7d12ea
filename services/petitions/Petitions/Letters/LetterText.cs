using System.Text.RegularExpressions;
using DanVan.Documents;
using DanVan.Petitions.Identities;

namespace DanVan.Petitions.Letters;

/// <summary>
/// Fills the texts of forms. First, when a letter is issued, with the facts of the petition; then, whenever it is read, with who petitions or with what stands for
/// them. What somebody wrote is never taken for a place to fill: its braces are doubled in between.
/// </summary>
static partial class LetterText
{
    const string Petitioner = "petitioner",
        Address = "address";

    /// <summary>The places that are filled only when a letter is read.</summary>
    public static readonly IReadOnlyList<string> OfThePetitioner = [Petitioner, Address];

    /// <summary>The text with its facts; null when it speaks of one that there is not.</summary>
    public static string? Fill(string text, LetterSource source)
    {
        var lacks = false;
        var filled = Place()
            .Replace(
                text,
                place =>
                {
                    var name = place.Groups[1].Value;
                    if (OfThePetitioner.Contains(name))
                        return place.Value;
                    var fact = source.Of(name);
                    lacks |= fact is null;
                    return Escape(fact ?? "");
                }
            );
        return lacks ? null : filled;
    }

    public static string Escape(string text) => text.Replace("{", "{{", StringComparison.Ordinal);

    /// <summary>Names of the places in a text.</summary>
    public static IEnumerable<string> PlacesIn(string text) => Place().Matches(text).Select(place => place.Groups[1].Value);

    /// <summary>Whether the letter has places for who petitions.</summary>
    public static bool Names(OfficialDocument document)
    {
        var names = false;
        _ = document.Select(text =>
        {
            names |= Late().Matches(text).Any(place => place.Value != "{{");
            return text;
        });
        return names;
    }

    /// <summary>The letter as anybody may read it who may read the petition.</summary>
    public static OfficialDocument Neutral(OfficialDocument document, Petition petition) =>
        Filled(
            document,
            petition.PetitionerType switch
            {
                PetitionerType.Individual => $"Ông/Bà có đơn số {petition.Id}",
                PetitionerType.Organisation => $"cơ quan, tổ chức có đơn số {petition.Id}",
                _ => $"người viết đơn số {petition.Id} (không nêu tên)",
            },
            "theo hồ sơ"
        );

    /// <summary>The letter as its addressee gets it.</summary>
    public static OfficialDocument Named(OfficialDocument document, Petitioner petitioner) =>
        Filled(
            document,
            petitioner.Type is PetitionerType.Individual ? $"Ông/Bà {petitioner.FullName}" : petitioner.FullName,
            petitioner.Address
        );

    static OfficialDocument Filled(OfficialDocument document, string name, string address) =>
        document.Select(text =>
            Late()
                .Replace(
                    text,
                    place =>
                        place.Value == "{{" ? "{"
                        : place.Groups[1].Value == Petitioner ? name
                        : address
                )
        );

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\{\{|\{(petitioner|address)\}")]
    private static partial Regex Late();
}
