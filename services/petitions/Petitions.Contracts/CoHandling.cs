namespace DanVan.Petitions.Contracts.V1;

/// <summary>Another unit was asked to help with a petition (phối hợp).</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="UnitId">The unit that was asked.</param>
/// <param name="AskedOn">The date of the letter.</param>
/// <param name="DueOn">The day that it sets for the answer, if any.</param>
public sealed record CoHandlerAsked(Guid PetitionId, string Kind, string Field, Guid UnitId, DateOnly AskedOn, DateOnly? DueOn);

/// <summary>A unit that was asked to help with a petition has answered.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="AnsweredOn">The date of the answer.</param>
/// <param name="InTime">Whether it was by the day set; none where none was.</param>
public sealed record CoHandlerAnswered(Guid PetitionId, string Kind, string Field, Guid UnitId, DateOnly AnsweredOn, bool? InTime);
