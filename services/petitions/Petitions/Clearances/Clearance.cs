using DanVan.Chassis;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Respondents;

namespace DanVan.Petitions.Clearances;

public enum ClearanceAnswer
{
    Clear,
    Hold,
}

/// <summary>A question of awards whether something stands against rewarding somebody. Who that is, is in the box.</summary>
public sealed class Clearance : SealedRow, ISubject
{
    public int Version { get; set; }
    Guid? ISubject.UnitId => null;

    /// <summary>What was answered last; none before the first batch.</summary>
    public ClearanceAnswer? Said { get; private set; }

    /// <summary>The batch for which it was last looked at, or when it was asked.</summary>
    public DateTimeOffset LookedAt { get; private set; }

    /// <summary>No answer is wanted any more.</summary>
    public bool Closed { get; private set; }

    /// <summary>The day of the award; none while there is none, and when there will be none.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Awards were told to examine the award once more.</summary>
    public bool Contradicted { get; private set; }

    /// <summary>Looks at it for a batch; what is to be told, or nothing when that is as before.</summary>
    public object? LookAt(Standing standing, DateTimeOffset batch)
    {
        LookedAt = batch;
        if (!Closed)
        {
            var answer = standing.IsHeld ? ClearanceAnswer.Hold : ClearanceAnswer.Clear;
            if (answer == Said)
                return null;
            Said = answer;
            return new ClearanceAnswered(Id, EnumNames.Of(answer));
        }
        if (Contradicted || DecidedOn is not { } day || !standing.ProvedRightSince(day))
            return null;
        Contradicted = true;
        return new ClearanceContradicted(Id);
    }
}

/// <summary>How somebody stands, by all petitions and holds that are about them.</summary>
public sealed record Standing(IReadOnlyList<Petition> Petitions, IReadOnlyList<Hold> Holds)
{
    /// <summary>No award for now (NĐ 98/2023 Đ4.4, NĐ 152/2025 Đ4.4).</summary>
    public bool IsHeld => Petitions.Any(p => p.IsBeingVerified || p.AwaitsDiscipline) || Holds.Any(hold => hold.ReleasedOn is null);

    /// <summary>Something was found on that day or later that could contradict an award.</summary>
    public bool ProvedRightSince(DateOnly day) =>
        Petitions.Any(p => p.ProvedRightSince(day)) || Holds.Any(hold => hold is { ViolationFound: true } && hold.ReleasedOn >= day);
}
