namespace DanVan.Petitions.Contracts.V1;

/// <summary>Something was sent that is owed to somebody by a day (gửi, thông báo).</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="What">FIRST_ANSWER, ACCEPTANCE, DECISION, SIDE_DECISION (suspended, stopped or resumed), CONCLUSION, ACTION_RESULT, FORWARDER_ANSWER or DIALOGUE_NOTICE.</param>
/// <param name="To">To whom, by role: PETITIONER, ACCUSED, BODY_OF_THE_ACCUSED, FORWARDING_BODY, RESOLVER, SUPERIOR or CONCERNED.</param>
/// <param name="SentOn">The day of the sending.</param>
/// <param name="RuleId">The rule of the duty, such as KN.SEND1.</param>
/// <param name="DueOn">The last day for it.</param>
/// <param name="InTime">Whether the duty was done within the limit; none while somebody has not been sent it yet.</param>
public sealed record DocumentSent(
    Guid PetitionId,
    string Kind,
    string Field,
    string What,
    IReadOnlyList<string> To,
    DateOnly SentOn,
    string RuleId,
    DateOnly DueOn,
    bool? InTime
);

/// <summary>The day of a dialogue on a complaint was set. NĐ 155/2026 Đ11.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="HeldOn">The day on which it is to be held.</param>
/// <param name="NotifyBy">The last day for the written notice.</param>
public sealed record DialoguePlanned(Guid PetitionId, string Kind, string Field, DateOnly HeldOn, DateOnly NotifyBy);

/// <summary>The conclusion on a denunciation is posted no more. NĐ 31/2019 Đ6.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="PostedOn">The first day.</param>
/// <param name="EndedOn">The last day.</param>
public sealed record PostingEnded(Guid PetitionId, string Kind, string Field, DateOnly PostedOn, DateOnly EndedOn);
