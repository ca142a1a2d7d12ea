using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>Papers and cases: several papers may be about one case, and one paper of several contents about several.</summary>
public sealed partial class Petition
{
    public Guid CaseId { get; private set; }

    /// <summary>The paper of several contents (nhiều nội dung) that it was split from; none when it is a paper of its own. NĐ 154/2026 Đ14.4.</summary>
    public Guid? PaperId { get; init; }

    /// <summary>
    /// Joins this paper, which has only been received, to the open case of another. Its duties are met by that on the day; what follows is decided on the leading
    /// paper. The receipt and the sealed identity stay its own.
    /// </summary>
    public Rejection? Merge(Petition leading, DateOnly on, string documentNumber, DateOnly today)
    {
        if (Not(PetitionState.Received) is { } state)
            return state;
        if (leading.CaseId == CaseId)
            return Refused.SameCase;
        if (leading.UnitId != UnitId)
            return Refused.CaseOfAnotherUnit;
        if (leading.Kind != Kind)
            return Refused.CaseOfAnotherKind;
        if (!leading.IsOpen)
            return Refused.CaseHasEnded;
        if (OutOfOrder(on, EnteredOn > leading.ReceivedOn ? EnteredOn : leading.ReceivedOn, today, "mergedOn") is { } dates)
            return dates;
        CaseId = leading.CaseId;
        Close(PetitionState.Merged, on, documentNumber);
        return null;
    }

    /// <summary>Goes with its leading paper to the case that this one has joined.</summary>
    public void GoWith(Petition leading) => CaseId = leading.CaseId;

    public Rejection? RefusesSplitOn(DateOnly on, DateOnly today) =>
        Not(PetitionState.Received) ?? OutOfOrder(on, EnteredOn, today, "splitOn");

    /// <summary>
    /// One content of this paper as a petition of its own: received on the same day and in the same way, with a clock of its own kind.
    /// </summary>
    public Rejection? SplitOff(
        PetitionKind kind,
        PetitionField field,
        string summary,
        Guid? placeUnitId,
        string unitKind,
        DeadlineEngine engine,
        DateOnly today,
        out Petition part
    )
    {
        part = new()
        {
            UnitId = UnitId,
            Kind = kind,
            Channel = Channel,
            Field = field,
            ReceivedOn = ReceivedOn,
            Summary = summary,
            PlaceUnitId = placeUnitId ?? PlaceUnitId,
            RemoteArea = RemoteArea,
            ForwardedBy = ForwardedBy,
            ForwardingLetter = ForwardingLetter,
            PetitionerType = PetitionerType,
            PaperId = PaperId ?? Id,
            Signatories = Signatories,
        };
        return part.Register(unitKind, engine, today);
    }
}
