using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>Something was sent to whom it is owed.</summary>
/// <param name="What">What was sent.</param>
/// <param name="To">To whom, by role.</param>
/// <param name="ReceivedOn">When the first of them received it, where that is known: the limit of a second complaint is counted from it.</param>
/// <param name="Rule">The rule of the duty.</param>
/// <param name="Start">The day from which the duty is counted.</param>
public sealed record Sending(
    SendingKind What,
    IReadOnlyList<Addressee> To,
    DateOnly SentOn,
    string DocumentNumber,
    DateOnly? ReceivedOn,
    string Rule,
    DateOnly Start
);

/// <summary>What is owed to somebody beside the handling itself: to send, to tell, to give notice.</summary>
public sealed partial class Petition
{
    public IReadOnlyList<Sending> Sendings { get; private set; } = [];

    /// <summary>What the last of the limits that took the place of another was, and is.</summary>
    internal (Deadline Before, Deadline After) Replaced { get; private set; }

    /// <summary>The running limit of the handling itself that falls due first; none while the clock stands.</summary>
    internal Deadline? Clock => deadlines.Where(d => d.IsRunning && !Duties.IsBeside(d.Rule)).MinBy(d => d.Due);

    /// <summary>
    /// Records a sending. Its duty is done once all have been sent it without whom the rule does not have it done, on the day of the last.
    /// </summary>
    public Rejection? Send(
        SendingKind what,
        IReadOnlyList<Addressee> to,
        DateOnly on,
        string documentNumber,
        DateOnly? receivedOn,
        DeadlineEngine engine,
        DateOnly today
    )
    {
        var rules = Duties.DoneBy(what);
        if (deadlines.Where(d => d.IsOpen && rules.Contains(d.Rule)).MinBy(d => d.Due) is not { } duty)
            return Refused.NothingToSend(what);
        // A notice is counted back from its event; it is given after the acceptance.
        if (OutOfOrder(on, duty.Due < duty.Start ? AcceptedOn!.Value : duty.Start, today, "sentOn") is { } dates)
            return dates;
        if (receivedOn is { } received && OutOfOrder(received, on, today, "receivedOn") is { } receipt)
            return receipt;
        Sendings = [.. Sendings, new(what, to, on, documentNumber, receivedOn, duty.Rule, duty.Start)];
        var ofDuty = Sendings.Where(s => s.Rule == duty.Rule && s.Start == duty.Start).ToList();
        if ((engine.RuleOf(duty)?.Addressees ?? []).All(one => ofDuty.Exists(s => s.To.Contains(one))))
        {
            duty.Meet(ofDuty.Max(s => s.SentOn));
            FindDue();
        }
        return null;
    }

    /// <summary>The duty of the last sending.</summary>
    internal Deadline DutyOfLastSending =>
        deadlines.Where(d => d.Rule == Sendings[^1].Rule && d.Start == Sendings[^1].Start && !d.Superseded).MaxBy(d => d.MetOn)!;

    /// <summary>
    /// Limits that nobody here owes: until when the complainant may complain again (Luật KN Đ33), from when on a first decision has legal effect (Đ44), until when
    /// a conclusion stays posted (NĐ 31/2019 Đ6).
    /// </summary>
    public IReadOnlyList<Deadline> Shown(DeadlineEngine engine, DateOnly today)
    {
        var firstDecided = Kind is PetitionKind.KhieuNai && Round == 1 && State is PetitionState.Resolved;
        var appealFrom =
            firstDecided
                ? Sendings
                    .LastOrDefault(s => s.What is SendingKind.Decision && s.To.Contains(Addressee.Petitioner) && s.Start == ClosedOn)
                    ?.ReceivedOn
            : Kind is PetitionKind.KhieuNai && Round == 1 && State is PetitionState.Accepted && Clock?.Due < today ? Clock.Due
            : null;
        return
        [
            .. new[]
            {
                appealFrom is { } from ? engine.Count(Duties.Appeal, from, longer: RemoteArea) : null,
                firstDecided ? engine.Count(Duties.Force, ClosedOn!.Value, longer: RemoteArea) : null,
                PostedOn is { } posted ? engine.Count(Duties.Posted, posted) : null,
            }.OfType<Deadline>(),
        ];
    }

    /// <summary>What was announced of one duty's delay is not announced of another's.</summary>
    void FindDue()
    {
        var due = Current?.Due;
        if (due != DueOn)
            (DueOn, Escalated) = (due, null);
    }
}
