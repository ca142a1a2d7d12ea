using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>What was forwarded to a unit that is not competent goes back (trả lại đơn).</summary>
public sealed partial class Petition
{
    /// <summary>Ends it in the book of the unit that it was sent to. The return is the answer that its sender waits for.</summary>
    public Rejection? Return(DateOnly on, string documentNumber, DateOnly today)
    {
        if (Not(PetitionState.Received) is { } state)
            return state;
        if (OutOfOrder(on, EnteredOn, today, "returnedOn") is { } dates)
            return dates;
        deadlines.Find(d => d.Rule == Duties.Press && d.IsOpen)?.Meet(on);
        Close(PetitionState.Returned, on, documentNumber);
        return null;
    }

    /// <summary>Takes it back into the book of the unit that had forwarded it; its first duty is counted from that day.</summary>
    public Rejection? ComeBack(DateOnly on, string documentNumber, string unitKind, DeadlineEngine engine)
    {
        if (Not(PetitionState.Forwarded) is { } state)
            return state;
        if (engine.Count(FirstDuty, on) is not { } first)
            return Refused.NoRuleInForce("returnedOn");
        Reopenings = [.. Reopenings, new(on, ReopeningReason.Returned, State, documentNumber)];
        (State, ClosedOn, ToUnitId) = (PetitionState.Received, null, null);
        Restart(on, documentNumber, first);
        OpenForwarding(Competence.Resolves(Kind, unitKind), engine);
        return null;
    }
}
