namespace DanVan.Petitions.Contracts.V1;

/// <summary>The petitioner was told, once, which body is competent (hướng dẫn).</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ToUnitId">The unit they were shown to, when it is a unit of the directory.</param>
/// <param name="GuidedOn">The date of the guidance.</param>
/// <param name="InTime">Whether it was within the time limit for the first answer.</param>
public sealed record PetitionGuided(Guid PetitionId, string Kind, string Field, Guid? ToUnitId, DateOnly GuidedOn, bool InTime);
