using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>What runs is counted anew when the calendar or the rules have changed.</summary>
public sealed partial class Petition
{
    /// <summary>Counts what runs anew by the calendar and the rules of the engine; the limits that fall due on another day. What was met or replaced stays as it was counted.</summary>
    public IReadOnlyList<(Deadline Before, Deadline After)> Recount(DeadlineEngine engine)
    {
        var moved = new List<(Deadline, Deadline)>();
        foreach (var before in deadlines.FindAll(d => d.IsRunning))
            if (engine.CountAgain(before) is { } after && after.Due != before.Due)
            {
                before.Supersede();
                Open(after);
                moved.Add((before, after));
                if (before.Start == ClosedOn && before.Rule == (State is PetitionState.Stopped ? SendingOfSideDecisions : SendingOfResult))
                    SendBy = after.Due;
            }
        return moved;
    }
}
