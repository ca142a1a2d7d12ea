namespace DanVan.Petitions.Contracts.V1;

/// <summary>The petition was classified (phân loại): its kind by content, whether it is eligible to be handled, and competence. It may come again until the petition is taken up.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH: from now on, which may be another than at the receipt.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Outcome">ELIGIBLE; NOT_ELIGIBLE, which ends it as filed (xếp lưu); or INSPECTION_INFORMATION, which ends it without an answer (Luật Tố cáo Đ25.2).</param>
/// <param name="FailedChecks">Ids of the checks that failed, such as E3.</param>
/// <param name="Ground">The article that the outcome rests on.</param>
/// <param name="Competent">Whether the unit found itself competent.</param>
/// <param name="ClassifiedOn">The date of the classification.</param>
/// <param name="RuleId">The rule of the first open duty; none when it has ended.</param>
/// <param name="DueOn">The day at whose end that duty falls due.</param>
/// <param name="KeepUntil">Filed, it is kept to this day at least.</param>
public sealed record PetitionClassified(
    Guid PetitionId,
    string Kind,
    string Field,
    string Outcome,
    IReadOnlyList<string> FailedChecks,
    string Ground,
    bool Competent,
    DateOnly ClassifiedOn,
    string? RuleId,
    DateOnly? DueOn,
    DateOnly? KeepUntil
);
