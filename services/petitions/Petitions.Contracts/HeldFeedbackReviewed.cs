namespace DanVan.Petitions.Contracts.V1;

/// <summary>Feedback that came in through Open311 and looked like abuse was looked at by a person.</summary>
/// <param name="PetitionId">The petition, which is dealt with either way.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Decision">RELEASED: the public sees it in the list; DISMISSED: it does not.</param>
/// <param name="ReviewedOn">The day.</param>
public sealed record HeldFeedbackReviewed(Guid PetitionId, string Kind, string Field, string Decision, DateOnly ReviewedOn);
