namespace DanVan.Petitions.Contracts.V1;

/// <summary>The petition was resolved: a complaint decided, a denunciation concluded, a proposal or feedback answered.</summary>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="Outcome">DUNG, DUNG_MOT_PHAN or SAI for complaints and denunciations; TIEP_THU, GIAI_TRINH or KHONG_CO_CO_SO for proposals and feedback.</param>
/// <param name="AcceptedOn">The date of acceptance.</param>
/// <param name="ResolvedOn">The date of the decision, conclusion or answer.</param>
/// <param name="DueOn">The day at whose end the resolution fell due; none where the law sets no limit.</param>
/// <param name="InTime">Whether it was resolved within the limit; true where the law sets none.</param>
/// <param name="SendBy">The day by which the decision or conclusion is to be sent; none where the law sets no limit.</param>
public sealed record PetitionResolved(
    Guid PetitionId,
    string Kind,
    string Field,
    string Outcome,
    DateOnly AcceptedOn,
    DateOnly ResolvedOn,
    DateOnly? DueOn,
    bool InTime,
    DateOnly? SendBy = null
);
