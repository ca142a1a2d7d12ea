namespace DanVan.Petitions.Contracts.V1;

/// <summary>
/// An open denunciation went to the superior unit because of a conflict of interest; it decides about acceptance anew, and the clock starts with that. The
/// envelope's unit is the superior. NĐ 31/2019 Đ5.
/// </summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="FromUnitId">The unit that had it.</param>
/// <param name="ToUnitId">The unit that goes on with it.</param>
/// <param name="HandedOverOn">The day of the decision.</param>
/// <param name="RuleId">The rule of the first duty there, such as TC.INIT.</param>
/// <param name="DueOn">The day on which that falls due.</param>
public sealed record DenunciationHandedOver(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid FromUnitId,
    Guid ToUnitId,
    DateOnly HandedOverOn,
    string RuleId,
    DateOnly DueOn
);
