using DanVan.Awards.Contracts.V1;
using DanVan.Awards.Decisions;

namespace DanVan.Awards.Clearances;

public enum ClearancePurpose
{
    /// <summary>A proposal to a higher level (đề nghị khen thưởng).</summary>
    Proposal,

    /// <summary>A decision of one's own.</summary>
    Decision,
}

public enum ClearanceState
{
    /// <summary>Not answered yet: answers come at set times.</summary>
    Pending,
    Clear,

    /// <summary>Something stands against it for now. What, and since when, is not known here.</summary>
    Hold,
}

public enum ClearanceOutcome
{
    Decided,
    Dropped,
}

/// <summary>A candidate for an award: a person of the directory's register or a unit; exactly one of the two.</summary>
public sealed record Candidate(Guid? PersonId, Guid? UnitId)
{
    internal bool IsOne => PersonId is null != UnitId is null;

    /// <summary>None for who is known by name only, and for households: nobody can be asked about a name.</summary>
    internal static Candidate? Of(Recipient recipient) =>
        recipient switch
        {
            { Kind: RecipientKind.Individual, PersonId: { } person } => new(person, null),
            { Kind: RecipientKind.Collective, UnitId: { } unit } => new(null, unit),
            _ => null,
        };
}

/// <summary>
/// A question whether something stands against rewarding a candidate (NĐ 98/2023 Đ4.4, NĐ 152/2025 Đ4.4), open until the award is decided or dropped: the
/// answer changes meanwhile.
/// </summary>
public sealed class Clearance : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that proposes or decides, and asks.</summary>
    public required Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    public Guid? PersonId { get; init; }
    public Guid? CandidateUnitId { get; init; }
    public required ClearancePurpose Purpose { get; init; }
    public required DateOnly AskedOn { get; init; }
    public ClearanceState State { get; private set; } = ClearanceState.Pending;

    /// <summary>The version of the latest answer; 0 before the first.</summary>
    public int AnswerVersion { get; private set; }

    /// <summary>None while an answer is wanted.</summary>
    public ClearanceOutcome? Outcome { get; private set; }

    /// <summary>The award that was decided on the answer.</summary>
    public Guid? AwardDecisionId { get; private set; }

    /// <summary>What came to light after that award asks to examine it once more.</summary>
    public bool ReExamine { get; private set; }

    public Candidate Candidate => new(PersonId, CandidateUnitId);

    public ClearanceClosed DecidedBy(AwardDecision decision)
    {
        (Outcome, AwardDecisionId) = (ClearanceOutcome.Decided, decision.Id);
        return new(Id, EnumNames.Of(ClearanceOutcome.Decided), decision.CountsOn);
    }

    public Rejection? Drop()
    {
        if (Outcome is not null)
            return new("awards.clearance-closed", "Câu hỏi này đã kết thúc.", "This question is closed.");
        Outcome = ClearanceOutcome.Dropped;
        return null;
    }
}

/// <summary>A question with its answer. Nothing here tells when it was answered, nor when the answer changed.</summary>
/// <param name="DecisionId">The award that was decided on the answer.</param>
/// <param name="ReExamine">What came to light after that award asks to examine it once more (Law 06/2022/QH15, article 93).</param>
public sealed record ClearanceView(
    Guid Id,
    Guid ProposerUnitId,
    Guid? PersonId,
    Guid? UnitId,
    ClearancePurpose Purpose,
    DateOnly AskedOn,
    ClearanceState State,
    ClearanceOutcome? Outcome,
    Guid? DecisionId,
    bool ReExamine
)
{
    internal static ClearanceView Of(Clearance x) =>
        new(x.Id, x.UnitId, x.PersonId, x.CandidateUnitId, x.Purpose, x.AskedOn, x.State, x.Outcome, x.AwardDecisionId, x.ReExamine);
}
