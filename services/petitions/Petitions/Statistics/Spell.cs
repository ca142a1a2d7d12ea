using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions.Statistics;

/// <summary>
/// A stretch of time in which a unit has a petition to deal with: from the receipt, a reopening or a hand-over to the step that ends it there. Every figure of
/// the statistics counts spells, so that what was there and what came is what was done and what is left.
/// </summary>
public sealed record Spell
{
    /// <summary>Until it is dealt with; <c>infinity</c> in the table.</summary>
    public static readonly DateOnly Open = DateOnly.MaxValue;

    public required Guid PetitionId { get; init; }

    /// <summary>1 for the first of its petition.</summary>
    public required int Number { get; init; }

    /// <summary>The number in the journal of the event since which it is known like this.</summary>
    public long FromSequence { get; init; }

    /// <summary>That of the event since which it is known otherwise; none while it stands.</summary>
    public long? UntilSequence { get; set; }

    public required Guid UnitId { get; init; }
    public required Entry Entry { get; init; }
    public required DateOnly StartedOn { get; init; }

    /// <summary>It had been taken up before: opened again, or come from another unit, as accepted.</summary>
    public bool CameAccepted { get; init; }

    /// <summary>Since when it is to be resolved here (thụ lý).</summary>
    public DateOnly? AcceptedOn { get; init; }
    public DateOnly EndedOn { get; init; } = Open;
    public Ending? Ending { get; init; }
    public Outcome? Outcome { get; init; }

    /// <summary>Whether the step that ended it was within its limit.</summary>
    public bool InTime { get; init; } = true;

    public required PetitionKind Kind { get; init; }
    public required PetitionField Field { get; init; }

    /// <summary>1 for what is lodged first (lần đầu).</summary>
    public required int Round { get; init; }
    public bool? Competent { get; init; }
    public Verdict? Verdict { get; init; }

    /// <summary>Split off from a paper of several contents: a case (vụ việc), and no further paper (đơn).</summary>
    public bool IsPart { get; init; }

    /// <summary>Found to be of a case that another paper had opened: a paper, and no case.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Of many people (đông người) when it was received.</summary>
    public bool IsGroup { get; init; }
}

/// <summary>How a petition came to its unit.</summary>
public enum Entry
{
    /// <summary>Entered in the book.</summary>
    Received,

    /// <summary>Opened again by a decision.</summary>
    Reopened,

    /// <summary>From another unit: for a conflict of interest, or because that one has ended.</summary>
    TakenOver,
}

/// <summary>How a unit has dealt with a petition.</summary>
public enum Ending
{
    Guided,
    Forwarded,
    NotAccepted,

    /// <summary>Xếp lưu.</summary>
    Filed,

    /// <summary>Information for inspection: not a denunciation that was dealt with (Luật TC Đ25.2).</summary>
    Information,

    /// <summary>Joined to the case of another paper.</summary>
    Duplicate,
    Withdrawn,
    Resolved,
    Stopped,

    /// <summary>Sent back to the unit that had forwarded it.</summary>
    Returned,

    /// <summary>It went to another unit.</summary>
    HandedOver,
}
