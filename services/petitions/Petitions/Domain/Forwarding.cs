using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.FollowUps;

namespace DanVan.Petitions;

/// <summary>Sent on between bodies (chuyển đơn), and what one owes the other for it.</summary>
public sealed partial class Petition
{
    const string ResultDuty = "TCD.FWD.RESULT";

    public Rejection? Forward(Guid toUnit, DateOnly on, string letterNumber, DeadlineEngine engine, DateOnly today)
    {
        if (Not(PetitionState.Received) is { } state)
            return state;
        if (OutOfOrder(on, EnteredOn, today, "forwardedOn") is { } dates)
            return dates;
        if (toUnit == UnitId)
            return Refused.ForwardedToItself;
        // A complaint is not forwarded but its writer guided (TT 07/2014 Đ8); since 01/07/2026 reception may do either (Luật TCD Đ26.1b).
        var received = Channel is Channel.NopTrucTiep or Channel.TiepCongDan or Channel.TiepCongDanTrucTuyen;
        if (Kind is PetitionKind.KhieuNai && !(received && on >= Law2026.Start))
            return Refused.ComplaintsAreGuided;
        OpenForwarding(competent: false, engine);
        ToUnitId = toUnit;
        Close(PetitionState.Forwarded, on, letterNumber);
        return null;
    }

    /// <summary>A denunciation that is not within competence is to be forwarded (Luật TC Đ24.2).</summary>
    void OpenForwarding(bool competent, DeadlineEngine engine)
    {
        var open = deadlines.Find(d => d.Rule == "TC.FWD" && d.IsOpen);
        if (competent)
            open?.Supersede();
        Open(!competent && open is null && Kind is PetitionKind.ToCao ? engine.Count("TC.FWD", EnteredOn) : null);
    }

    /// <summary>The same content in the book of the unit that it was sent to.</summary>
    public Petition AsEnteredBy(FollowUp followUp, DateOnly receivedOn, string sender) =>
        new()
        {
            UnitId = followUp.ToUnitId,
            Kind = Kind,
            Channel = Channel.CoQuanChuyenDen,
            Field = Field,
            ReceivedOn = receivedOn,
            Summary = Summary,
            PlaceUnitId = PlaceUnitId,
            RemoteArea = RemoteArea,
            ForwardedBy = sender,
            ForwardingLetter = followUp.LetterNumber,
            PetitionerType = PetitionerType,
            Signatories = Signatories,
            KnownOn = KnownOn,
            AboutRegulation = AboutRegulation,
        };

    // Whoever sent it on is to be told (Luật TCD Đ27.2).
    void OweResult(DateOnly resolvedOn, DeadlineEngine engine)
    {
        if (ForwardedBy is not null)
            Open(engine.Count(ResultDuty, resolvedOn));
    }

    /// <param name="dueOn">The day by which it was to be told.</param>
    public Rejection? ReportResult(DateOnly on, DateOnly today, out DateOnly dueOn)
    {
        dueOn = default;
        if (deadlines.Find(d => d.Rule == ResultDuty && d.IsOpen) is not { } owed)
            return RefusedFollowUp.NothingOwed;
        dueOn = owed.Due;
        if (MeetAfterTheEnd(owed, on, "sentOn", today) is { } dates)
            return dates;
        // The result is an answer too (Luật TC Đ26.2).
        deadlines.Find(d => d.Rule == Duties.Press && d.IsOpen)?.Meet(on);
        FindDue();
        return null;
    }
}
