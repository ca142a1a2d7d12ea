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
        if (OutOfOrder(on, owed.Start, today, "sentOn") is { } dates)
            return dates;
        dueOn = owed.Due;
        owed.Meet(on);
        DueOn = Current?.Due;
        return null;
    }
}
