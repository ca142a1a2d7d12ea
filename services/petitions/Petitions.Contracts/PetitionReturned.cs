namespace DanVan.Petitions.Contracts.V1;

/// <summary>The unit that a petition had been forwarded to sent it back as not within its competence (trả lại đơn); with its sender it stands open again.</summary>
/// <param name="PetitionId">The petition in the book of the unit that returns it.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="ToUnitId">The unit that had sent it.</param>
/// <param name="ReturnedOn">The date of the return.</param>
/// <param name="InTime">Whether it was before the first duty fell due.</param>
public sealed record PetitionReturned(Guid PetitionId, string Kind, string Field, Guid ToUnitId, DateOnly ReturnedOn, bool InTime);
