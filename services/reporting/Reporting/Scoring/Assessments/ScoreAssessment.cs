using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>What an assessment waits for.</summary>
public enum AssessmentState
{
    /// <summary>For the unit to score itself.</summary>
    Open,

    /// <summary>For the unit above to review it.</summary>
    SelfAssessed,

    /// <summary>For a decision; for the next one, when there has been one.</summary>
    Reviewed,

    /// <summary>For nothing.</summary>
    Decided,
}

/// <summary>The score of a unit for a year under a scheme. What was entered stands in its steps, which are only added.</summary>
public sealed class ScoreAssessment : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that is scored.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Code of the scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>The year that is scored.</summary>
    public required int Year { get; init; }

    /// <summary>Its last day: the tree of units is that of this day.</summary>
    public required DateOnly YearTo { get; init; }

    /// <summary>What points are given for, as it was when the assessment was opened.</summary>
    public required string CriteriaJson { get; init; }
    public AssessmentState State { get; private set; }
    public required string OpenedBy { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The day on which the unit scored itself, the last time; null when it has not.</summary>
    public DateOnly? SelfAssessedOn { get; private set; }

    /// <summary>How many decisions there were; the last one stands.</summary>
    public int Decisions { get; private set; }

    /// <summary>Points as decided.</summary>
    public decimal? Total { get; private set; }

    /// <summary>The rank as decided.</summary>
    public Rank? Rank { get; private set; }

    /// <summary>As decided, whether the unit may be proposed for an award.</summary>
    public bool? MayBeProposed { get; private set; }

    Guid? ISubject.UnitId => UnitId;

    public IReadOnlyList<ScoredCriterion> Criteria => KeptJson.Read<List<ScoredCriterion>>(CriteriaJson);

    /// <summary>Whether who may see it acts for a unit above the one that is scored. Above the centre there is none: it stands for itself.</summary>
    public static bool IsAbove(Caller caller, Guid unit) => caller.IsRoot() || caller.UnitId != unit;

    /// <summary>The unit scores itself, or does so anew before it is reviewed.</summary>
    public Rejection? AssessSelf(Caller caller, DateOnly today)
    {
        if (caller.UnitId != UnitId)
            return RefusedScore.NotItself;
        if (Decisions > 0 || (State is AssessmentState.Reviewed && SelfAssessedOn is not null))
            return RefusedScore.IsReviewed;
        (State, SelfAssessedOn) = (AssessmentState.SelfAssessed, today);
        return null;
    }

    /// <summary>A unit above gives its own points. A decision that there was stands until the next.</summary>
    public Rejection? Review(Caller caller)
    {
        if (!IsAbove(caller, UnitId))
            return RefusedScore.NotAbove;
        State = AssessmentState.Reviewed;
        return null;
    }

    /// <summary>Why it cannot be decided; null when it can.</summary>
    public Rejection? RefusesDecision(Caller caller, StageDays selfScore, DateOnly today) =>
        !IsAbove(caller, UnitId) ? RefusedScore.NotAbove
        : State is AssessmentState.SelfAssessed ? RefusedScore.NotReviewed
        : SelfAssessedOn is null && !selfScore.IsOver(today) ? RefusedScore.MayStillAssess(selfScore.To)
        : null;

    /// <summary>It is decided, for the first time or anew.</summary>
    public void Decide(Score score) =>
        (State, Decisions, Total, Rank, MayBeProposed) = (
            AssessmentState.Decided,
            Decisions + 1,
            score.Total,
            score.Rank,
            score.MayBeProposed
        );
}
