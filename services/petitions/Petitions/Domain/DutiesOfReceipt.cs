using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>What is owed from the receipt on beside the first duty of the kind.</summary>
public sealed partial class Petition
{
    /// <summary>When the complainant received or learned of the decision or act: the limitation period (thời hiệu) is counted from it. Luật KN Đ9.</summary>
    public DateOnly? KnownOn { get; init; }

    /// <summary>Feedback or a proposal about an administrative regulation (phản ánh, kiến nghị về quy định hành chính). NĐ 20/2008.</summary>
    public bool AboutRegulation { get; init; }

    bool IsOfProcedure => Kind is PetitionKind.KhieuNai or PetitionKind.ToCao;

    Rejection? DatesOfReceipt(DateOnly today) =>
        ReceivedOn > today ? Refused.InTheFuture("receivedOn")
        : KnownOn is not null && (Kind is not PetitionKind.KhieuNai || Round > 1) ? Refused.KnownOnIsOfFirstComplaints
        : KnownOn > ReceivedOn ? Refused.KnownAfterReceipt
        : AboutRegulation && IsOfProcedure ? Refused.RegulationsAreOfFeedback
        : null;

    void OpenDutiesOfReceipt(DeadlineEngine engine)
    {
        if (Kind is PetitionKind.KhieuNai && KnownOn is { } known && engine.Count(Duties.Limitation, known) is { } limitation)
        {
            limitation.Meet(ReceivedOn);
            deadlines.Add(limitation);
        }
        // For proposals and feedback it is the first duty.
        if (IsOfProcedure && Channel is Channel.TiepCongDan or Channel.TiepCongDanTrucTuyen)
            Open(engine.Count("TCD.REPLY", ReceivedOn));
        if (Kind is PetitionKind.ToCao && ForwardedBy is not null)
            Open(engine.Count(Duties.Press, ReceivedOn));
        // Whoever it was sent to is the body that deals with it.
        if (AboutRegulation && ForwardedBy is null)
            Open(engine.Count("PAKN.FWD", ReceivedOn));
    }
}
