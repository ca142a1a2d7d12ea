using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>A petition (đơn): one paper or submission in the book of one unit. Who sent it is not here but sealed beside it.</summary>
/// <remarks>Every step answers with the rule that forbids it, or with null after it was taken.</remarks>
public sealed partial class Petition : ISubject, IUnitScoped
{
    readonly List<Deadline> deadlines = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public int Version { get; set; }

    /// <summary>The unit in whose book it stands: that of its receipt, or who goes on with it since that one ended.</summary>
    public required Guid UnitId { get; set; }
    Guid? ISubject.UnitId => UnitId;

    public required PetitionKind Kind { get; set; }
    public required Channel Channel { get; init; }
    public required PetitionField Field { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string Summary { get; init; }
    public Guid? PlaceUnitId { get; init; }

    /// <summary>Remote area (vùng sâu, vùng xa đi lại khó khăn), as the person who received it found for that place on that day.</summary>
    public bool RemoteArea { get; init; }
    public string? ForwardedBy { get; init; }
    public string? ForwardingLetter { get; init; }

    /// <summary>None when nobody put a name to the petition.</summary>
    public PetitionerType? PetitionerType { get; init; }

    public PetitionState State { get; private set; }

    /// <summary>The first open duty's last day; none when nothing is open.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Whether the last step was taken before its limit had passed.</summary>
    public bool InTime { get; private set; } = true;
    public DateOnly? AcceptedOn { get; private set; }
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Number of the notice, decision or letter of the last step.</summary>
    public string? DocumentNumber { get; private set; }
    public string? Ground { get; private set; }
    public Guid? ToUnitId { get; private set; }
    public Outcome? Outcome { get; private set; }
    public IReadOnlyList<Complexity> Complexity { get; private set; } = [];
    public int Extensions { get; private set; }
    public IReadOnlyList<Deadline> Deadlines => deadlines;

    /// <summary>Whether its unit still has to deal with it.</summary>
    public bool IsOpen => State is PetitionState.Received or PetitionState.Accepted or PetitionState.Suspended;

    /// <summary>The open duty that falls due first; none while the clock stands.</summary>
    public Deadline? Current => deadlines.Where(d => d.IsRunning).MinBy(d => d.Due);

    /// <summary>Since when the clock stands; none while it runs.</summary>
    public DateOnly? SuspendedOn => Halted?.SuspendedOn;

    public Rejection? Register(string unitKind, DeadlineEngine engine, DateOnly today)
    {
        CaseId = Id;
        if (DatesOfReceipt(today) is { } dates)
            return dates;
        if (Kind is PetitionKind.ToCao && PetitionerType is Petitions.PetitionerType.Organisation)
            return Refused.DenouncerIsAnIndividual;
        if (Channel is Channel.CoQuanChuyenDen && ForwardedBy is null)
            return Refused.ForwardingBodyMissing;
        if (Channel is Channel.TiepCongDanTrucTuyen && ReceivedOn < Law2026.Start)
            return Refused.NoOnlineReceptionYet;
        if (engine.Count(FirstDuty, ReceivedOn) is not { } first)
            return Refused.NoRuleInForce("receivedOn");
        Open(first);
        OpenDutiesOfReceipt(engine);
        OpenForwarding(Competence.Resolves(Kind, unitKind), engine);
        return null;
    }

    /// <param name="goodReason">Why a second complaint was lodged late is found to be a good reason.</param>
    public Rejection? Accept(
        DateOnly on,
        string documentNumber,
        string unitKind,
        DeadlineEngine engine,
        DateOnly today,
        bool goodReason = false
    )
    {
        if (Not(PetitionState.Received) is { } state)
            return state;
        if (Competence.Refuses(Kind, unitKind) is { } notCompetent)
            return notCompetent;
        if (PetitionerType is null)
            return Kind is PetitionKind.ToCao ? Refused.AnonymousDenunciation : Refused.Anonymous;
        if (OutOfOrder(on, EnteredOn, today, "acceptedOn") is { } dates)
            return dates;
        if (LodgedTooLate(goodReason) is { } late)
            return late;
        var limit = Resolution is { } rule ? engine.Count(rule, on) : null;
        if (limit is null && Resolution is not null)
            return Refused.NoRuleInForce("acceptedOn");
        AcceptedOn = on;
        Step(PetitionState.Accepted, on, documentNumber);
        Open(limit);
        Open(Kind is PetitionKind.ToCao ? engine.Count("TC.ACC.NOTIFY", on) : null);
        return null;
    }

    public Rejection? Refuse(string ground, DateOnly on, string documentNumber, DateOnly today)
    {
        if (Not(PetitionState.Received) is { } state)
            return state;
        if (Grounds.Find(ground, Kind) is not { } found)
            return Refused.UnknownGround(Kind, Grounds.All);
        if (OutOfOrder(on, EnteredOn, today, "decidedOn") is { } dates)
            return dates;
        Ground = found.Code;
        Close(PetitionState.NotAccepted, on, documentNumber);
        return null;
    }

    public Rejection? Guide(Guid? toUnit, DateOnly on, string documentNumber, DateOnly today)
    {
        if (Not(PetitionState.Received) is { } state)
            return state;
        if (OutOfOrder(on, EnteredOn, today, "guidedOn") is { } dates)
            return dates;
        ToUnitId = toUnit;
        Close(PetitionState.Guided, on, documentNumber);
        return null;
    }

    /// <param name="findingsDiffer">What the complainant claims and what was verified differ.</param>
    public Rejection? Resolve(
        Outcome outcome,
        DateOnly on,
        string documentNumber,
        string unitKind,
        DeadlineEngine engine,
        DateOnly today,
        bool findingsDiffer = false
    )
    {
        if (Not(PetitionState.Accepted) is { } state)
            return state;
        if (Competence.Refuses(Kind, unitKind) is { } notCompetent)
            return notCompetent;
        if (!Outcomes.Of(Kind).Contains(outcome))
            return Refused.OutcomeOfAnotherKind(Kind);
        if (OutOfOrder(on, RunningSince, today, "resolvedOn") is { } dates)
            return dates;
        if (DialogueIsOwed(findingsDiffer))
            return Refused.DialogueMissing;
        Outcome = outcome;
        Close(PetitionState.Resolved, on, documentNumber);
        OweSending(SendingOfResult, on, engine);
        Conclude(on, engine);
        OweResult(on, engine);
        return null;
    }

    /// <summary>Takes it to the unit that goes on with it. Its time limits are not touched: the clock does not start again.</summary>
    public PetitionMoved MoveTo(Guid unit, DateOnly on, Guid? reorganisation)
    {
        var from = UnitId;
        UnitId = unit;
        return new(Id, EnumNames.Of(Kind), EnumNames.Of(Field), from, unit, on, reorganisation, DueOn);
    }

    string FirstDuty =>
        Kind switch
        {
            PetitionKind.KhieuNai => "KN.ACC",
            PetitionKind.ToCao => Round > 1 ? "TC.AGAIN" : "TC.INIT",
            _ => "TCD.REPLY",
        };

    string? Resolution =>
        Kind switch
        {
            PetitionKind.KhieuNai => $"KN.R{Round}{(RemoteArea ? ".REMOTE" : "")}",
            PetitionKind.ToCao => "TC.RES",
            // The law sets no limit for resolving proposals and feedback, only for the first answer.
            _ => null,
        };

    void Open(Deadline? deadline)
    {
        if (deadline is not null)
            deadlines.Add(deadline);
        DueOn = Current?.Due;
    }

    void Close(PetitionState state, DateOnly on, string documentNumber)
    {
        Step(state, on, documentNumber);
        ClosedOn = on;
    }

    // A step does every duty that was open before it, but those beside the handling; a dialogue that was planned will not be held.
    void Step(PetitionState state, DateOnly on, string documentNumber)
    {
        var duties = deadlines.FindAll(d => d.IsOpen && !Duties.IsBeside(d.Rule));
        duties.ForEach(duty => duty.Meet(on));
        InTime = duties.All(duty => duty.InTime == true);
        CancelNotice();
        FindDue();
        State = state;
        DocumentNumber = documentNumber;
    }

    Rejection? Not(PetitionState expected) => State == expected ? null : Refused.InState(State);

    internal static Rejection? OutOfOrder(DateOnly on, DateOnly notBefore, DateOnly today, string field) =>
        on > today ? Refused.InTheFuture(field)
        : on < notBefore ? Refused.BeforeThePreviousStep(field)
        : null;
}
