using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions.Receptions;

/// <summary>A session of citizen reception (buổi tiếp công dân) of a unit on one day. Luật Tiếp công dân 42/2013/QH13, Luật 136/2025/QH15, NĐ 154/2026.</summary>
/// <remarks>Every step answers with the rule that forbids it, or with null.</remarks>
public sealed class Reception : ISubject, IUnitScoped
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; set; }
    public required Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    public required ReceptionKind Kind { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required string Place { get; init; }

    /// <summary>When the schedule was posted.</summary>
    public DateOnly? PostedOn { get; init; }

    /// <summary>The last day for posting (Luật TCD Đ24.4); none for sessions that nobody could foresee.</summary>
    public DateOnly? PostBy { get; private set; }
    public bool IsOnline { get; init; }

    /// <summary>When the sites and the citizen were told of an online session (NĐ 154/2026 Đ23).</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>The places that are connected.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];
    public ReceptionState State { get; private set; }
    public ReceivedBy? ReceivedBy { get; private set; }

    /// <summary>When the connection was tested.</summary>
    public DateOnly? TestedOn { get; private set; }
    public string? DocumentNumber { get; private set; }
    public string? Reason { get; private set; }

    public bool? PostedInTime => PostBy is { } last ? PostedOn is { } on && on <= last : null;

    public Rejection? Plan(DeadlineEngine engine)
    {
        if (Kind is not ReceptionKind.DotXuat)
            PostBy = engine.Count("TCD.POST", HeldOn)?.Due;
        if (PostedOn > HeldOn)
            return RefusedReception.AfterTheSession("postedOn");
        if (!IsOnline)
            return null;
        if (engine.Count("TCD.ONLINE.NOTICE", HeldOn) is not { } notice)
            return RefusedReception.NotOnlineYet;
        if (NotifiedOn is not { } notified || notified > notice.Due)
            return RefusedReception.NotifiedTooLate(notice.Due);
        return Sites.Count == 0 ? RefusedReception.NoSites : null;
    }

    public Rejection? Hold(ReceivedBy by, DateOnly? testedOn, bool recorded, DeadlineEngine engine, DateOnly today)
    {
        if (State is not ReceptionState.Planned)
            return RefusedReception.InState(State);
        if (HeldOn > today)
            return Refused.InTheFuture("heldOn");
        if (IsOnline)
        {
            if (!recorded)
                return RefusedReception.NotRecorded;
            var test = engine.Count("TCD.ONLINE.TEST", HeldOn)!.Due;
            if (testedOn is null || testedOn > test)
                return RefusedReception.TestedTooLate(test);
        }
        (State, ReceivedBy, TestedOn) = (ReceptionState.Held, by, testedOn);
        return null;
    }

    public Rejection? Cancel(string documentNumber, string reason)
    {
        if (State is not ReceptionState.Planned)
            return RefusedReception.InState(State);
        (State, DocumentNumber, Reason) = (ReceptionState.Cancelled, documentNumber, reason);
        return null;
    }

    /// <param name="askedForProtection">The denouncer asks that nobody learns who it is.</param>
    public Rejection? Hear(Visit visit, bool askedForProtection, DeadlineEngine engine)
    {
        if (State is not ReceptionState.Held)
            return RefusedReception.InState(State);
        if (IsOnline && visit.Kind is PetitionKind.ToCao && askedForProtection)
            return RefusedReception.ProtectedOnline;
        if (visit.Outcome is VisitOutcome.Refused != visit.Ground is not null)
            return RefusedReception.GroundForRefusalsOnly;
        if (visit.Ground is { } code)
        {
            if (RefusalGrounds.Find(code) is not { } ground)
                return RefusedReception.UnknownGround;
            if (ground.InWriting)
                visit.RefusalDueOn = engine.Count("TCD.REFUSE", HeldOn)?.Due;
        }
        return visit.Outcome is VisitOutcome.Received != visit.PetitionId is not null ? RefusedReception.PetitionForReceivedOnly : null;
    }
}

public enum ReceptionKind
{
    /// <summary>By whoever is on duty.</summary>
    ThuongXuyen,

    /// <summary>By the head, on days that are fixed beforehand.</summary>
    DinhKy,

    /// <summary>Without a day fixed beforehand. Luật TCD Đ18.3.</summary>
    DotXuat,
}

public enum ReceptionState
{
    Planned,
    Held,
    Cancelled,
}

/// <summary>Who received: only the head's own days do the head's duty.</summary>
public enum ReceivedBy
{
    Head,
    Delegate,
    Officer,
}
