namespace DanVan.Conferences.Convening;

/// <summary>The life cycle of a conference.</summary>
public enum ConferenceState
{
    Planned,
    Invited,
    Confirmed,
    InSession,
    Closed,
    ConclusionIssued,
    TasksTracked,
    Archived,
    Postponed,
    Cancelled,
}

/// <summary>Which state may follow which.</summary>
public static class LifeCycle
{
    static readonly Dictionary<ConferenceState, ConferenceState[]> Next = new()
    {
        [ConferenceState.Planned] = [ConferenceState.Invited, ConferenceState.Postponed, ConferenceState.Cancelled],
        [ConferenceState.Invited] = [ConferenceState.Confirmed, ConferenceState.Postponed, ConferenceState.Cancelled],
        [ConferenceState.Confirmed] = [ConferenceState.InSession, ConferenceState.Postponed, ConferenceState.Cancelled],
        [ConferenceState.InSession] = [ConferenceState.Closed],
        // A briefing often ends without a numbered notice of conclusions; its tasks are followed up all the same.
        [ConferenceState.Closed] = [ConferenceState.ConclusionIssued, ConferenceState.TasksTracked, ConferenceState.Archived],
        [ConferenceState.ConclusionIssued] = [ConferenceState.TasksTracked, ConferenceState.Archived],
        [ConferenceState.TasksTracked] = [ConferenceState.Archived],
        [ConferenceState.Postponed] = [ConferenceState.Planned, ConferenceState.Cancelled],
        [ConferenceState.Archived] = [],
        [ConferenceState.Cancelled] = [],
    };

    /// <summary>The states that may follow <paramref name="state"/>.</summary>
    public static IReadOnlyList<ConferenceState> After(ConferenceState state) => Next[state];

    /// <summary>Whether the conference has taken place.</summary>
    public static bool WasHeld(ConferenceState state) =>
        state is ConferenceState.Closed or ConferenceState.ConclusionIssued or ConferenceState.TasksTracked or ConferenceState.Archived;
}
