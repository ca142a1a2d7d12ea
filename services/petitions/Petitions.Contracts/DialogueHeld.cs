namespace DanVan.Petitions.Contracts.V1;

/// <summary>The dialogue (đối thoại) on a complaint took place, or was to. Luật KN Đ30, Đ39.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Round">1: first complaint, 2: second complaint.</param>
/// <param name="HeldOn">The day of the dialogue.</param>
/// <param name="Attendance">Of the complainant: PRESENT, ABSENT_WITH_REASON (another dialogue is due) or ABSENT_WITHOUT_REASON (the resolution goes on).</param>
public sealed record DialogueHeld(Guid PetitionId, string Kind, string Field, int Round, DateOnly HeldOn, string Attendance);
