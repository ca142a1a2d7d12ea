using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>What the denounced person, or one directly concerned, is to the one who verifies or resolves. NĐ 31/2019 Đ5.2.</summary>
public enum Conflict
{
    Spouse,

    /// <summary>Own parents or those of the spouse.</summary>
    Parent,

    /// <summary>Own children or their spouses.</summary>
    Child,
    Sibling,
    SharedInterests,

    /// <summary>The denounced person is that one, or heads the unit; or the unit itself is denounced. Luật TC Đ12, Đ13.</summary>
    Denounced,
}

/// <summary>A conflict of interest that took the denunciation to another unit.</summary>
public sealed record HandOver(DateOnly DecidedOn, Conflict Conflict, Guid FromUnitId, Guid ToUnitId, string DocumentNumber);

/// <summary>Why a petition that had ended is opened again. The reasons are the platform's, not the law's.</summary>
public enum ReopeningReason
{
    /// <summary>Something came to light that could change the result.</summary>
    NewCircumstances,

    /// <summary>A court or a superior set the decision aside.</summary>
    SetAside,

    /// <summary>It turned out that the petitioner was forced to take it back.</summary>
    WithdrawalCoerced,

    /// <summary>It was closed by mistake.</summary>
    Mistake,

    /// <summary>The unit that it was forwarded to sent it back.</summary>
    Returned,
}

/// <summary>A petition opened again by a decision.</summary>
/// <param name="Was">How it had ended.</param>
public sealed record Reopening(DateOnly DecidedOn, ReopeningReason Reason, PetitionState Was, string DocumentNumber);

/// <summary>The clock starts anew: with another unit, or after the end. What was met before stays as it was counted.</summary>
public sealed partial class Petition
{
    public IReadOnlyList<HandOver> HandOvers { get; private set; } = [];
    public IReadOnlyList<Reopening> Reopenings { get; private set; } = [];

    /// <summary>Since when its unit has it to deal with, when that is not since its receipt.</summary>
    public DateOnly? RestartedOn { get; private set; }

    DateOnly EnteredOn => RestartedOn ?? ReceivedOn;

    /// <summary>Conflict of interest: the superior takes a denunciation over, and the clock starts with the new acceptance (NĐ 31/2019 Đ5.2-3).</summary>
    public Rejection? Yield(
        Conflict conflict,
        Guid toUnit,
        string unitKind,
        DateOnly on,
        string documentNumber,
        DeadlineEngine engine,
        DateOnly today
    )
    {
        if (Kind is not PetitionKind.ToCao)
            return Refused.ConflictIsOfDenunciations;
        if (!IsOpen)
            return Refused.InState(State);
        if (Competence.Refuses(Kind, unitKind) is { } notCompetent)
            return notCompetent with { Field = "toUnitId" };
        if (OutOfOrder(on, Since, today, "decidedOn") is { } dates)
            return dates;
        if (engine.Count(FirstDuty, on) is not { } first)
            return Refused.NoRuleInForce("decidedOn");
        HandOvers = [.. HandOvers, new(on, conflict, UnitId, toUnit, documentNumber)];
        (UnitId, State, AcceptedOn) = (toUnit, PetitionState.Received, null);
        Restart(on, documentNumber, first);
        return null;
    }

    /// <summary>Opens again what has ended: as accepted, when it had been, as received otherwise. What went to another body is not here to be opened.</summary>
    public Rejection? Reopen(ReopeningReason reason, DateOnly on, string documentNumber, DeadlineEngine engine, DateOnly today)
    {
        if (State is not (PetitionState.Resolved or PetitionState.NotAccepted or PetitionState.Withdrawn or PetitionState.Stopped))
            return Refused.InState(State);
        if (reason is ReopeningReason.Returned)
            return Refused.ReturnedByAnother;
        if (reason is ReopeningReason.WithdrawalCoerced && !WasWithdrawn)
            return Refused.WasNotWithdrawn;
        if (OutOfOrder(on, Since, today, "decidedOn") is { } dates)
            return dates;
        var rule = AcceptedOn is null ? FirstDuty : Resolution;
        var limit = rule is null ? null : engine.Count(rule, on);
        if (limit is null && rule is not null)
            return Refused.NoRuleInForce("decidedOn");
        Reopenings = [.. Reopenings, new(on, reason, State, documentNumber)];
        State = AcceptedOn is null ? PetitionState.Received : PetitionState.Accepted;
        (ClosedOn, Outcome, Ground, SendBy, PostedOn, PostingEndedOn) = (null, null, null, null, null, null);
        Restart(on, documentNumber, limit);
        return null;
    }

    bool WasWithdrawn => State is PetitionState.Withdrawn || StopGrounds.Find(Ground ?? "", Kind)?.IsWithdrawal() == true;

    void Restart(DateOnly on, string documentNumber, Deadline? limit)
    {
        // Whoever forwarded it still waits for an answer.
        deadlines.FindAll(d => d.IsOpen && d.Rule != Duties.Press).ForEach(d => d.Supersede());
        (RestartedOn, DocumentNumber, InTime, Complexity, Extensions, Escalated) = (on, documentNumber, true, [], 0, null);
        Open(limit);
    }
}
