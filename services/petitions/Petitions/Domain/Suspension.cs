using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>The clock stops while what the resolution needs cannot be had (tạm đình chỉ), and what was left of it is counted on afterwards.</summary>
public sealed partial class Petition
{
    /// <summary>
    /// Stops the clock. Denunciations: Luật TC Đ34.2. Complaints: Luật KN Đ11a.4, by decisions since 01/07/2026, those accepted before included
    /// (NĐ 155/2026 Đ22.1).
    /// </summary>
    /// <param name="sendBy">The day by which the decision is to be sent.</param>
    public Rejection? Suspend(DateOnly on, string documentNumber, DeadlineEngine engine, DateOnly today, out DateOnly sendBy)
    {
        sendBy = default;
        if (Not(PetitionState.Accepted) is { } state)
            return state;
        if (Clock is not { } running)
            return Refused.NoLimitToSuspend;
        if (OutOfOrder(on, RunningSince, today, "decidedOn") is { } dates)
            return dates;
        // The duty to send the decision came with the power to take it.
        if (engine.Count(SendingOfSideDecisions!, on) is not { } sending)
            return Refused.NoSuspensionYet;
        sendBy = sending.Due;
        running.Suspend(on);
        (State, DocumentNumber) = (PetitionState.Suspended, documentNumber);
        CancelNotice();
        Open(sending);
        return null;
    }

    /// <summary>Lets the clock run again from the day of the decision (NĐ 155/2026 Đ28b.2): as many days as were left.</summary>
    public Rejection? Resume(DateOnly on, string documentNumber, DeadlineEngine engine, DateOnly today)
    {
        if (Not(PetitionState.Suspended) is { } state)
            return state;
        var halted = Halted!;
        var since = halted.SuspendedOn!.Value;
        if (OutOfOrder(on, since, today, "decidedOn") is { } dates)
            return dates;
        if (engine.CountAgain(halted, [.. halted.Pauses, new(since, on)]) is not { } resumed)
            return Refused.NoRuleInForce("decidedOn");
        State = PetitionState.Accepted;
        Replace(halted, resumed, documentNumber);
        // Luật TC Đ34.4 speaks of suspending and stopping only.
        if (Kind is PetitionKind.KhieuNai)
            Open(engine.Count(SendingOfSideDecisions!, on));
        return null;
    }

    Deadline? Halted => deadlines.Find(d => d.IsOpen && d.SuspendedOn is not null);

    /// <summary>No step of the resolution is earlier: the acceptance, or the day on which the clock last began to run again.</summary>
    DateOnly RunningSince =>
        Clock?.Pauses is [.., var last] ? last.To
        : RestartedOn > AcceptedOn ? RestartedOn.Value
        : AcceptedOn!.Value;
}
