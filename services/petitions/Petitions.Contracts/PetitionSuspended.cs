namespace DanVan.Petitions.Contracts.V1;

/// <summary>The resolution of an accepted petition was suspended (tạm đình chỉ): the clock stands, and nothing falls due until it is resumed.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI or TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="SuspendedOn">The day of the decision, the last one that counted.</param>
/// <param name="PreviousDueOn">The day on which the resolution would have fallen due.</param>
/// <param name="SendBy">The day by which the decision is to be sent.</param>
public sealed record PetitionSuspended(
    Guid PetitionId,
    string Kind,
    string Field,
    DateOnly SuspendedOn,
    DateOnly PreviousDueOn,
    DateOnly SendBy
);

/// <summary>The resolution goes on (tiếp tục giải quyết): the days that were left are counted from the day of the decision.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI or TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="SuspendedOn">The day of the decision to suspend.</param>
/// <param name="ResumedOn">The day of the decision to resume, the last one that does not count.</param>
/// <param name="RuleId">The rule that governs, as before.</param>
/// <param name="DueOn">The day on which the resolution falls due now.</param>
public sealed record PetitionResumed(
    Guid PetitionId,
    string Kind,
    string Field,
    DateOnly SuspendedOn,
    DateOnly ResumedOn,
    string RuleId,
    DateOnly DueOn
);
