namespace DanVan.Petitions.Contracts.V1;

/// <summary>
/// The petition is a duplicate or a repetition: this paper (đơn) was joined to the case (vụ việc) of another and ended with that. It comes again when its case
/// is joined to yet another.
/// </summary>
/// <param name="PetitionId">The petition, which keeps its receipt.</param>
/// <param name="Kind">KHIEU_NAI, TO_CAO, KIEN_NGHI or PHAN_ANH.</param>
/// <param name="Field">HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="CaseId">The case to which it belongs now.</param>
/// <param name="LeadingPetitionId">The petition on which the steps of the case are taken.</param>
/// <param name="MergedOn">The day on which its duties were met by that.</param>
/// <param name="InTime">Whether that was within the time limit for the first answer.</param>
/// <param name="PaperId">The petition of several contents from which it was split; then it was no paper of its own. None for a paper.</param>
public sealed record PetitionMerged(
    Guid PetitionId,
    string Kind,
    string Field,
    Guid CaseId,
    Guid LeadingPetitionId,
    DateOnly MergedOn,
    bool InTime,
    Guid? PaperId = null
);
