namespace DanVan.Petitions.Contracts.V1;

/// <summary>The petitioner took the petition back (rút đơn), whole or in part. It ends the petition only when it is whole and nothing asks to examine it all the same.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Whole">Whether all of its contents were taken back.</param>
/// <param name="Form">LETTER or MINUTES.</param>
/// <param name="StillExamined">Why it is examined all the same: COERCED, VIOLATION_SIGNS, SLANDER or OTHERS_GO_ON; none otherwise.</param>
/// <param name="WithdrawnOn">The day of the withdrawal.</param>
/// <param name="Ended">Whether the petition has ended with it.</param>
/// <param name="InTime">Whether what was open until then was not overdue.</param>
public sealed record PetitionWithdrawn(
    Guid PetitionId,
    string Kind,
    string Field,
    bool Whole,
    string Form,
    string? StillExamined,
    DateOnly WithdrawnOn,
    bool Ended,
    bool InTime
);
