namespace DanVan.Petitions.Contracts.V1;

/// <summary>A petition (đơn) was entered in the book of the receiving unit. The envelope's unit is that unit.</summary>
/// <remarks>
/// No event of this service says who petitions, who is complained about, or what the paper reads. Every event carries <c>Kind</c>, so that the facts about
/// denunciations (<c>TO_CAO</c>) can be told apart from all others without asking back.
/// </remarks>
/// <param name="PetitionId">The petition.</param>
/// <param name="Kind">KHIEU_NAI (complaint), TO_CAO (denunciation), KIEN_NGHI (proposal) or PHAN_ANH (feedback).</param>
/// <param name="Channel">How it came: BUU_CHINH, NOP_TRUC_TIEP, CO_QUAN_CHUYEN_DEN, LANH_DAO_CHUYEN, TIEP_CONG_DAN, TIEP_CONG_DAN_TRUC_TUYEN, DUONG_DAY_NONG or CONG_DIEN_TU.</param>
/// <param name="Field">What it is about: HANH_CHINH, TU_PHAP, DANG_DOAN_THE or KHAC.</param>
/// <param name="PlaceUnitId">The unit of the place it is about, when one was named.</param>
/// <param name="ReceivedOn">The date in the receiving body's book: not the date on the paper, not the postmark.</param>
/// <param name="RuleId">The rule of the first duty that falls due, such as KN.ACC.</param>
/// <param name="DueOn">The day at whose end that duty falls due.</param>
/// <param name="Round">1; 2 for a second complaint (khiếu nại lần hai); 2 and more for a denunciation that is repeated (tố cáo tiếp).</param>
/// <param name="FirstPetitionId">The petition of the round before.</param>
/// <param name="PaperId">The petition of several contents from which it was split; it counts as a case, but is no further paper. None for a paper of its own.</param>
/// <param name="Signatories">How many signed it; from five on they are a group (đông người).</param>
/// <param name="Attachments">How many attachments it brought along from the petition that it was split from or forwarded as; those added later are told of one by one.</param>
public sealed record PetitionReceived(
    Guid PetitionId,
    string Kind,
    string Channel,
    string Field,
    Guid? PlaceUnitId,
    DateOnly ReceivedOn,
    string RuleId,
    DateOnly DueOn,
    int Round = 1,
    Guid? FirstPetitionId = null,
    Guid? PaperId = null,
    int Signatories = 1,
    int Attachments = 0
);
