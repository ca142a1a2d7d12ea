namespace DanVan.Petitions.Eligibility;

/// <summary>What the checks of eligibility (đủ điều kiện xử lý) come to.</summary>
public enum Verdict
{
    Eligible,
    NotEligible,

    /// <summary>An anonymous denunciation with concrete evidence: no denunciation, but information for inspection. Luật TC Đ25.2.</summary>
    InspectionInformation,
}

/// <summary>What the person who handles a petition proposes; the head decides.</summary>
public enum HandlingAction
{
    Accept,

    /// <summary>Not accepted, with the reason (không thụ lý).</summary>
    Refuse,

    /// <summary>Tell the sender which body is competent (hướng dẫn).</summary>
    Guide,

    /// <summary>To the competent body (chuyển đơn).</summary>
    Forward,

    /// <summary>To the body that sent it on (trả lại đơn).</summary>
    Return,

    /// <summary>Keep it without handling (xếp lưu).</summary>
    File,
    Inspect,
}

/// <summary>A rule of handling while it was in force. The table is <c>rules.json</c>; rows are never edited once a petition was judged by them.</summary>
public interface IDatedRule
{
    /// <summary>First day in force; none when the platform's sources do not date it.</summary>
    DateOnly? From { get; }

    /// <summary>Last day in force; none while it is in force.</summary>
    DateOnly? To { get; }

    bool IsInForce(DateOnly on) => (From is null || From <= on) && (To is null || on <= To);
}

/// <summary>A question that a petition has to answer with yes.</summary>
/// <param name="Id">Stable id; several rows of one id follow one another in time.</param>
/// <param name="Consequence">What it comes to when the answer is no; for a check that lifts others, when it is yes.</param>
/// <param name="Mark">V: the text of the provision was read, V2: a source that quotes it, M: from memory.</param>
/// <param name="Kinds">The kinds that it is asked of; none for all.</param>
/// <param name="DatesMark">M: the first or last day in force is from memory.</param>
/// <param name="Anonymous">It fails of itself when nobody put a name to the petition.</param>
/// <param name="Lifts">The checks that may fail when this one is answered with yes.</param>
public sealed record EligibilityCheck(
    string Id,
    string Vi,
    string En,
    Verdict Consequence,
    string Article,
    string Mark,
    IReadOnlyList<PetitionKind>? Kinds = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? DatesMark = null,
    bool Anonymous = false,
    IReadOnlyList<string>? Lifts = null
) : IDatedRule;

/// <summary>A cell of the handling matrix: what follows for such a petition.</summary>
/// <param name="Competent">Whether this unit is competent; none for either.</param>
/// <param name="Channels">How it came in; none for all.</param>
/// <param name="Fields">What it is about; none for all.</param>
/// <param name="Form">Number of the form of the letter; none where the platform's sources give none.</param>
public sealed record HandlingRule(
    Verdict Verdict,
    HandlingAction Action,
    string Vi,
    string En,
    string Article,
    string Mark,
    IReadOnlyList<PetitionKind>? Kinds = null,
    bool? Competent = null,
    IReadOnlyList<Channel>? Channels = null,
    IReadOnlyList<PetitionField>? Fields = null,
    string? Form = null,
    DateOnly? From = null,
    DateOnly? To = null
) : IDatedRule;

/// <summary>How many may represent a group (đông người) of so many people. Fewer than the smallest are no group.</summary>
/// <param name="People">From so many people on.</param>
/// <param name="ToPeople">Up to so many; none for any more.</param>
public sealed record GroupRule(
    int People,
    int Min,
    int Max,
    string Vi,
    string En,
    string Article,
    string Mark,
    int? ToPeople = null,
    DateOnly? From = null,
    DateOnly? To = null
) : IDatedRule;

/// <summary>How long a filed petition is kept before the head may decide on its destruction.</summary>
public sealed record RetentionRule(
    string Id,
    int Years,
    string Vi,
    string En,
    string Article,
    string Mark,
    DateOnly? From = null,
    DateOnly? To = null
) : IDatedRule;
