namespace DanVan.Petitions.Contracts.V1;

/// <summary>The petition was forwarded (chuyển đơn) to the competent unit; a content is forwarded once.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ToUnitId">The unit it went to.</param>
/// <param name="ForwardedOn">The date of the forwarding letter.</param>
/// <param name="InTime">Whether it was within the time limit for forwarding.</param>
public sealed record PetitionForwarded(Guid PetitionId, string Kind, string Field, Guid ToUnitId, DateOnly ForwardedOn, bool InTime);
