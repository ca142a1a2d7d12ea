using DanVan.Chassis.Http;

namespace DanVan.Petitions.Identities;

/// <summary>Who petitions. Lives in a request and in the vault, nowhere between.</summary>
/// <param name="Details">What else was sent that can tell who it is: a position, the address of the place, a link to a picture.</param>
public sealed record Petitioner(
    PetitionerType Type,
    [Text(200)] string FullName,
    [Text(500)] string Address,
    [Pattern(@"^\+?[0-9][0-9 .-]{5,18}$")] string? Phone,
    [Pattern(@"^[A-Z]?[0-9]{7,12}$")] string? IdentityNumber,
    [Pattern(@"^[^@\s]{1,64}@[^@\s]{1,190}$")] string? Email = null,
    [Text(2000)] string? Details = null
)
{
    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(Petitioner);

    /// <summary>
    /// Whether a text that is not sealed repeats the identity. A name of one word, or an address without a number, says too little to tell: petitions are
    /// about places.
    /// </summary>
    public bool IsNamedIn(string text)
    {
        var digits = Digits(text);
        return (FullName.Contains(' ', StringComparison.Ordinal) && HasWords(text, FullName))
            || (Address.Any(char.IsAsciiDigit) && HasWords(text, Address))
            || (Phone is not null && digits.Contains(Digits(Phone), StringComparison.Ordinal))
            || (IdentityNumber is not null && digits.Contains(Digits(IdentityNumber), StringComparison.Ordinal))
            || (Email is not null && text.Contains(Email, StringComparison.OrdinalIgnoreCase));
    }

    static bool HasWords(string text, string words)
    {
        const StringComparison folded = StringComparison.OrdinalIgnoreCase;
        for (var at = text.IndexOf(words, folded); at >= 0; at = text.IndexOf(words, at + 1, folded))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }
        return false;
    }

    // Phone numbers are written with and without spaces, dots and hyphens.
    static string Digits(string text) => string.Concat(text.Where(c => c is not (' ' or '.' or '-' or '+')));
}
