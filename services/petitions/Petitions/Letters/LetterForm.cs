using DanVan.Documents;
using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions.Letters;

/// <summary>A form of letter in the handling of petitions while it was in force. The table is <c>forms.json</c>.</summary>
/// <param name="Code">Stable; what a letter is issued by.</param>
/// <param name="Abstract">What it is about (trích yếu); like every text it may hold facts in braces.</param>
/// <param name="Addressee">Who it goes to.</param>
/// <param name="Text">Its paragraphs. One that speaks of a fact which this petition does not have is left out.</param>
/// <param name="Recipients">Nơi nhận.</param>
/// <param name="Mark">Of the article: V read, V2 quoted by a source, M from memory. The wording is the platform's.</param>
/// <param name="Number">Number of the form where a source gives one: 01, 03, 04, 01/TCD.</param>
/// <param name="FormMark">The mark of that number.</param>
/// <param name="Type">Code of the type of document; none for correspondence (công văn).</param>
/// <param name="Salutation">Kính gửi; none where the type has none.</param>
/// <param name="Kinds">For these kinds; none for all.</param>
/// <param name="States">In these states; none for all.</param>
/// <param name="When">What else must have happened.</param>
/// <param name="Handling">The actions of the handling matrix that it belongs to.</param>
/// <param name="NeedsText">It says nothing without a text of its own: a reason, a time and a place.</param>
public sealed record LetterForm(
    string Code,
    string Vi,
    string En,
    string Abstract,
    LetterAddressee Addressee,
    IReadOnlyList<Paragraph> Text,
    IReadOnlyList<string> Recipients,
    string Article,
    string Mark,
    string? Number = null,
    string? FormMark = null,
    string? Type = null,
    string? Salutation = null,
    IReadOnlyList<PetitionKind>? Kinds = null,
    IReadOnlyList<PetitionState>? States = null,
    LetterCondition? When = null,
    IReadOnlyList<HandlingAction>? Handling = null,
    bool NeedsText = false,
    DateOnly? From = null,
    DateOnly? To = null
) : IDatedRule
{
    /// <summary>Others than the petitioner read it, the denounced among them.</summary>
    internal bool GoesToOthers => Addressee is LetterAddressee.Denounced or LetterAddressee.Concerned;

    internal IEnumerable<string> Texts =>
        [Abstract, Salutation ?? "", .. Text.SelectMany(paragraph => new[] { paragraph.Lead ?? "", paragraph.Text }), .. Recipients];
}

/// <summary>Who a letter goes to.</summary>
public enum LetterAddressee
{
    Petitioner,

    /// <summary>The body that sent the petition on to this one.</summary>
    ForwardingBody,

    /// <summary>The unit that it was sent on to.</summary>
    ReceivingUnit,

    /// <summary>The denounced, who learns the content only. Luật TC Đ29.3.</summary>
    Denounced,

    /// <summary>Everybody whom a decision concerns.</summary>
    Concerned,
}

/// <summary>What must have happened for a letter to make sense, besides the state.</summary>
public enum LetterCondition
{
    /// <summary>Another body sent the petition on to this one.</summary>
    ForwardedHere,

    /// <summary>The time limit was extended.</summary>
    Extended,

    /// <summary>It was suspended and goes on.</summary>
    Resumed,

    /// <summary>The unit that it was sent on to has not answered.</summary>
    AwaitsAnswer,
}
