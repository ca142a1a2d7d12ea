namespace DanVan.Petitions.Contracts.V1;

/// <summary>Some of several petitioners have withdrawn; the petition goes on for the others. NĐ 155/2026 Đ7a.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Count">How many withdrew.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="WithdrawnOn">The date of the withdrawal.</param>
public sealed record SignatoriesWithdrew(Guid PetitionId, string Kind, string Field, int Count, int Remaining, DateOnly WithdrawnOn);
