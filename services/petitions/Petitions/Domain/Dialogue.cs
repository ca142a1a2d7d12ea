using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>Whether the complainant came to the dialogue. Luật KN Đ30.6.</summary>
public enum Attendance
{
    Present,

    /// <summary>Stayed away with a good reason: it is to be held again.</summary>
    AbsentWithReason,

    /// <summary>Stayed away without one: the resolution goes on.</summary>
    AbsentWithoutReason,
}

/// <summary>A dialogue (đối thoại) of the one who resolves a complaint with the parties.</summary>
/// <param name="NotifiedOn">The day of the written notice.</param>
public sealed record Dialogue(DateOnly NotifiedOn, DateOnly HeldOn, Attendance Attendance, string MinutesNumber);

public sealed partial class Petition
{
    public IReadOnlyList<Dialogue> Dialogues { get; private set; } = [];

    /// <summary>Luật KN Đ30, Đ39. The notice is given so long before as KN.DIALOGUE.NOTICE says, for dialogues since 01/07/2026 (NĐ 155/2026 Đ11).</summary>
    public Rejection? Talk(Dialogue dialogue, DeadlineEngine engine, DateOnly today)
    {
        if (Kind is not PetitionKind.KhieuNai)
            return Refused.DialogueIsForComplaints;
        if (Not(PetitionState.Accepted) is { } state)
            return state;
        if (OutOfOrder(dialogue.HeldOn, RunningSince, today, "heldOn") is { } dates)
            return dates;
        if (OutOfOrder(dialogue.NotifiedOn, AcceptedOn!.Value, today, "notifiedOn") is { } notice)
            return notice;
        if (engine.Count(Duties.DialogueNotice, dialogue.HeldOn) is { } limit && dialogue.NotifiedOn > limit.Due)
            return Refused.DialogueNoticeTooLate(limit);
        if (dialogue.NotifiedOn > dialogue.HeldOn)
            return Refused.NoticeAfterDialogue;
        Dialogues = [.. Dialogues, dialogue];
        deadlines.Find(d => d.IsOpen && d.Rule == Duties.DialogueNotice)?.Meet(dialogue.NotifiedOn);
        FindDue();
        return null;
    }

    /// <summary>Sets the day of a dialogue: its notice is owed so long before. Another day takes the place of the one before.</summary>
    public Rejection? PlanDialogue(DateOnly on, DeadlineEngine engine, DateOnly today)
    {
        if (Kind is not PetitionKind.KhieuNai)
            return Refused.DialogueIsForComplaints;
        if (Not(PetitionState.Accepted) is { } state)
            return state;
        if (engine.Count(Duties.DialogueNotice, on) is not { } notice)
            return Refused.NoRuleInForce("heldOn");
        if (notice.Due < today)
            return Refused.DialogueNoticeTooLate(notice) with { Field = "heldOn" };
        CancelNotice();
        Open(notice);
        return null;
    }

    void CancelNotice() => deadlines.Find(d => d.IsOpen && d.Rule == Duties.DialogueNotice)?.Supersede();

    /// <summary>Whether a complaint may not be decided before a dialogue: in the second round always (Đ39), in the first when claim and verification differ (Đ30.1).</summary>
    bool DialogueIsOwed(bool findingsDiffer) =>
        Kind is PetitionKind.KhieuNai && (findingsDiffer || Round > 1) && Dialogues.All(d => d.Attendance is Attendance.AbsentWithReason);
}
