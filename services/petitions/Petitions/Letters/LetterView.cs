using DanVan.Documents;

namespace DanVan.Petitions.Letters;

/// <param name="N">1 for the first letter of the petition: its place in the address.</param>
/// <param name="Number">Number and symbol.</param>
/// <param name="Form">Code of the form.</param>
public sealed record LetterLine(int N, string Number, string Form, LetterAddressee Addressee, DateOnly IssuedOn);

/// <param name="N">1 for the first letter of the petition: its place in the address.</param>
/// <param name="Number">Number and symbol.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="NamesPetitioner">It has places for the petitioner's name or address, which only a named copy fills.</param>
/// <param name="Type">Name of the type; none for correspondence (công văn).</param>
/// <param name="Abstract">Trích yếu.</param>
/// <param name="Addressees">Kính gửi.</param>
/// <param name="Recipients">Nơi nhận.</param>
public sealed record LetterView(
    int N,
    string Number,
    string Form,
    LetterAddressee Addressee,
    DateOnly IssuedOn,
    bool NamesPetitioner,
    DocumentLayout Layout,
    string? SuperiorBody,
    string IssuingBody,
    string Place,
    string? Type,
    string Abstract,
    IReadOnlyList<string> Addressees,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<string> Recipients,
    SigningCapacity? Capacity,
    string? OnBehalfOf,
    string SignerPosition,
    string SignerName
)
{
    /// <summary>Says nothing of the text: that of a named copy is not for logs.</summary>
    public override string ToString() => $"{nameof(LetterView)} {Number}";

    /// <param name="document">The letter's document, filled.</param>
    public static LetterView Of(Letter letter, OfficialDocument document) =>
        new(
            letter.N,
            letter.Number,
            letter.Form,
            letter.Addressee,
            letter.IssuedOn,
            LetterText.Names(letter.Document),
            document.Layout,
            document.SuperiorBody,
            document.IssuingBody,
            document.Place,
            document.Type,
            document.Abstract,
            document.Addressees,
            [.. document.Body.OfType<Paragraph>().Select(paragraph => $"{paragraph.Lead} {paragraph.Text}".Trim())],
            document.Recipients,
            document.Signature.Capacity,
            document.Signature.OnBehalfOf,
            document.Signature.Position,
            document.Signature.Name
        );
}
