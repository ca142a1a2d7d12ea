namespace DanVan.Petitions.Contracts.V1;

/// <summary>It was stated, or corrected, whom a petition is about. Who that is, and how many, is in no event.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
public sealed record RespondentsStated(Guid PetitionId, string Kind, string Field);
