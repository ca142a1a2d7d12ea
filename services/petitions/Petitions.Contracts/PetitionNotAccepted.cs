namespace DanVan.Petitions.Contracts.V1;

/// <summary>The unit refused to take the petition up (không thụ lý), on a ground of the law.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Ground">The code of the ground, such as KN.11.6.</param>
/// <param name="DecidedOn">The date of the refusal.</param>
/// <param name="InTime">Whether it was within the time limit for deciding about acceptance.</param>
public sealed record PetitionNotAccepted(Guid PetitionId, string Kind, string Field, string Ground, DateOnly DecidedOn, bool InTime);
