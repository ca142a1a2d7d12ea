namespace DanVan.Petitions.Contracts.V1;

/// <summary>The unit that a petition was sent to was reminded of the answer that it owes (đôn đốc).</summary>
/// <param name="PetitionId">The petition that was sent on.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ToUnitId">The unit that owes the answer.</param>
/// <param name="SentOn">The date of the reminder.</param>
/// <param name="Number">1 for the first reminder, 2 for the second …</param>
/// <param name="AnswerDueOn">The day that the letter had set, if any.</param>
public sealed record FollowUpReminded(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid ToUnitId,
    DateOnly SentOn,
    int Number,
    DateOnly? AnswerDueOn
);

/// <summary>The unit that a petition was sent to has entered it in its own book.</summary>
/// <param name="PetitionId">The petition that was sent on.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ToUnitId">The unit that entered it.</param>
/// <param name="EnteredAs">The petition in that unit's book.</param>
/// <param name="ReceivedOn">The date in that book.</param>
public sealed record ForwardedPetitionEntered(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid ToUnitId,
    Guid EnteredAs,
    DateOnly ReceivedOn
);

/// <summary>The unit that a petition was sent to has answered what became of it.</summary>
/// <param name="PetitionId">The petition that was sent on.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ToUnitId">The unit that answered.</param>
/// <param name="Result">RESOLVED, NOT_ACCEPTED, SENT_FURTHER or RETURNED.</param>
/// <param name="AnsweredOn">The date of the answer.</param>
/// <param name="AnswerDueOn">The day that the letter had set, if any.</param>
/// <param name="Reminders">How often it had been reminded.</param>
/// <param name="TellBy">The last day for telling the writer (Luật TCD Đ28.2).</param>
public sealed record FollowUpAnswered(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid ToUnitId,
    string Result,
    DateOnly AnsweredOn,
    DateOnly? AnswerDueOn,
    int Reminders,
    DateOnly? TellBy
);

/// <summary>The writer of a petition that was sent on was told what became of it.</summary>
/// <param name="PetitionId">The petition that was sent on.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ToldOn">The date of the notice.</param>
/// <param name="TellBy">The last day for it (Luật TCD Đ28.2).</param>
/// <param name="InTime">Whether it was within the time limit.</param>
public sealed record CitizenTold(Guid PetitionId, string Kind, string Field, DateOnly ToldOn, DateOnly? TellBy, bool InTime);

/// <summary>The body that had sent a petition on was told how it was resolved.</summary>
/// <param name="PetitionId">The petition that was resolved.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ResolvedOn">The day of the resolution.</param>
/// <param name="SentOn">The date of the letter.</param>
/// <param name="DueOn">The last day for it (Luật TCD Đ27.2).</param>
/// <param name="InTime">Whether it was within the time limit.</param>
public sealed record ResultReported(
    Guid PetitionId,
    string Kind,
    string Field,
    DateOnly ResolvedOn,
    DateOnly SentOn,
    DateOnly DueOn,
    bool InTime
);
