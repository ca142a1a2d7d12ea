namespace DanVan.Petitions.Contracts.V1;

/// <summary>Those who signed a petition were recorded, sealed; the event counts them and names nobody.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Count">How many were recorded now.</param>
/// <param name="Recorded">How many are recorded in all and have not withdrawn.</param>
/// <param name="Signatories">How many signed and have not withdrawn.</param>
public sealed record SignatoriesNamed(Guid PetitionId, string Kind, string Field, int Count, int Recorded, int Signatories);
