namespace DanVan.Petitions.Contracts.V1;

/// <summary>A petition that had ended was opened again by a decision. What was counted before stays; a limit of its own starts with the decision.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Was">How it had ended: RESOLVED, NOT_ACCEPTED, WITHDRAWN or STOPPED.</param>
/// <param name="Reason">NEW_CIRCUMSTANCES, SET_ASIDE, WITHDRAWAL_COERCED or MISTAKE.</param>
/// <param name="ReopenedOn">The day of the decision.</param>
/// <param name="RuleId">The rule of the duty that is open now; none where the law sets no limit.</param>
/// <param name="DueOn">The day on which that falls due.</param>
public sealed record PetitionReopened(
    Guid PetitionId,
    string Kind,
    string Field,
    string Was,
    string Reason,
    DateOnly ReopenedOn,
    string? RuleId,
    DateOnly? DueOn
);
