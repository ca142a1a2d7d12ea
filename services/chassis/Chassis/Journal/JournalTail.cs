namespace DanVan.Chassis.Journal;

/// <summary>What the sequencer of this process has just committed: a publisher that keeps up takes it from here and reads nothing again.</summary>
/// <param name="limit">Rows kept at most, as many as are committed at once: who falls behind reads the journal.</param>
sealed class JournalTail(int limit)
{
    readonly Lock gate = new();
    List<JournalRow> rows = [];

    /// <summary>Keeps committed rows, in order.</summary>
    public void Add(List<JournalRow> committed)
    {
        lock (gate)
        {
            // Only what follows without a gap may be taken together, and another process may have led in between.
            if (rows is not [] && (rows[^1].Sequence + 1 != committed[0].Sequence || rows.Count + committed.Count > limit))
                rows = [];
            rows.AddRange(committed);
        }
    }

    /// <summary>The rows that follow <paramref name="after"/> without a gap; null when the journal has to be read.</summary>
    public List<JournalRow>? Take(long after)
    {
        lock (gate)
        {
            var taken = rows;
            rows = [];
            taken.RemoveAll(row => row.Sequence <= after);
            return taken is [var next, ..] && next.Sequence == after + 1 ? taken : null;
        }
    }
}
