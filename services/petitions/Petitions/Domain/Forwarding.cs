using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.FollowUps;

namespace DanVan.Petitions;

/// <summary>What one body owes another when a petition is sent on between them.</summary>
public sealed partial class Petition
{
    const string ResultDuty = "TCD.FWD.RESULT";

    /// <summary>The same content in the book of the unit that it was sent to.</summary>
    public Petition AsEnteredBy(Guid unit, DateOnly receivedOn, string sender) =>
        new()
        {
            UnitId = unit,
            Kind = Kind,
            Channel = Channel.CoQuanChuyenDen,
            Field = Field,
            ReceivedOn = receivedOn,
            Summary = Summary,
            PlaceUnitId = PlaceUnitId,
            RemoteArea = RemoteArea,
            ForwardedBy = sender,
            ForwardingLetter = DocumentNumber,
            PetitionerType = PetitionerType,
        };

    /// <summary>Once it is resolved, whoever sent it on is to be told (Luật TCD Đ27.2).</summary>
    public void OweResult(DeadlineEngine engine)
    {
        if (State is PetitionState.Resolved && ForwardedBy is not null && ClosedOn is { } resolved)
            Open(engine.Count(ResultDuty, resolved));
    }

    public Rejection? ReportResult(DateOnly on, DateOnly today)
    {
        if (deadlines.Find(d => d.Rule == ResultDuty && d.IsOpen) is not { } owed)
            return RefusedFollowUp.NothingOwed;
        if (OutOfOrder(on, owed.Start, today, "sentOn") is { } dates)
            return dates;
        owed.Meet(on);
        DueOn = Current?.Due;
        return null;
    }
}
