namespace DanVan.Petitions.Contracts.V1;

/// <summary>Measures that protect the denouncer were ordered (áp dụng biện pháp bảo vệ người tố cáo). Luật TC Đ56–58.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">TO_CAO.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="OrderedOn">The day of the decision.</param>
/// <param name="Measures">Of INFORMATION, WORK and LIFE.</param>
public sealed record ProtectionOrdered(Guid PetitionId, string Kind, string Field, DateOnly OrderedOn, IReadOnlyList<string> Measures);
