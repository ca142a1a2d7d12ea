namespace DanVan.Petitions.Receptions;

/// <summary>One time that people were heard (lượt tiếp). Who they are is not kept: where a petition came of it, the vault has that.</summary>
public sealed class Visit
{
    /// <summary>From so many people on it is a group (đoàn đông người): TT 07/2014 Đ6.4b.</summary>
    public const int Group = 5;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ReceptionId { get; init; }
    public required PetitionKind Kind { get; init; }
    public required PetitionField Field { get; init; }
    public required int People { get; init; }

    /// <summary>Whether the case (vụ việc) is heard for the first time.</summary>
    public required bool IsNewCase { get; init; }
    public required VisitOutcome Outcome { get; init; }
    public Guid? PetitionId { get; set; }
    public string? Ground { get; init; }

    /// <summary>The last day for telling the refusal in writing.</summary>
    public DateOnly? RefusalDueOn { get; set; }

    public bool IsGroup => People >= Group;

    /// <summary>For whoever may not know of the petition.</summary>
    public Visit WithoutPetition()
    {
        PetitionId = null;
        return this;
    }
}

public enum VisitOutcome
{
    /// <summary>Told whom to turn to.</summary>
    Guided,

    /// <summary>Answered on the spot.</summary>
    Explained,

    /// <summary>A petition was entered.</summary>
    Received,

    /// <summary>Turned away on a ground of the law.</summary>
    Refused,
}
