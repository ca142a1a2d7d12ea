using DanVan.Chassis.Journal;

namespace DanVan.Platform.Tests.Journal;

public sealed class JournalTailTests
{
    readonly JournalTail tail = new(limit: 5);

    [Fact]
    public void What_follows_is_taken_once()
    {
        tail.Add(Rows(11, 12));
        tail.Add(Rows(13));
        Assert.Equal([11, 12, 13], Sequences(tail.Take(10)));
        Assert.Null(tail.Take(13));
    }

    [Fact]
    public void What_was_read_from_the_journal_meanwhile_is_left_out()
    {
        tail.Add(Rows(11, 12, 13));
        Assert.Equal([13], Sequences(tail.Take(12)));
    }

    [Fact]
    public void Before_a_gap_the_journal_is_read()
    {
        tail.Add(Rows(12, 13));
        Assert.Null(tail.Take(10));
        // What cannot be taken now never can be: it would come out of order.
        Assert.Null(tail.Take(11));
    }

    [Fact]
    public void What_another_process_numbered_in_between_is_not_skipped()
    {
        tail.Add(Rows(11, 12));
        tail.Add(Rows(20, 21));
        Assert.Null(tail.Take(10));
        tail.Add(Rows(22));
        Assert.Equal([22], Sequences(tail.Take(21)));
    }

    [Fact]
    public void Who_falls_behind_reads_the_journal()
    {
        tail.Add(Rows(11, 12, 13));
        tail.Add(Rows(14, 15, 16));
        Assert.Null(tail.Take(10));
    }

    static List<JournalRow> Rows(params long[] sequences) =>
        [.. sequences.Select(sequence => new JournalRow(sequence, Guid.Empty, "", "", 1, null, DateTimeOffset.UnixEpoch, "{}", null))];

    static IEnumerable<long> Sequences(List<JournalRow>? rows) => rows!.Select(row => row.Sequence);
}
