namespace DanVan.Petitions.Contracts.V1;

/// <summary>The unit took the petition up for resolution (thụ lý).</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="AcceptedOn">The date of acceptance.</param>
/// <param name="InTime">Whether it was accepted within the time limit for deciding about acceptance.</param>
/// <param name="RuleId">The rule of the time limit for the resolution, such as KN.R1; none for proposals and feedback, for which the law sets no limit.</param>
/// <param name="ResolveBy">The day at whose end the resolution falls due; none where the law sets no limit.</param>
public sealed record PetitionAccepted(
    Guid PetitionId,
    string Kind,
    string Field,
    DateOnly AcceptedOn,
    bool InTime,
    string? RuleId,
    DateOnly? ResolveBy
);
