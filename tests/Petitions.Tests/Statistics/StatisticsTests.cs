using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Statistics;

namespace DanVan.Petitions.Tests.Statistics;

/// <summary>What holds for the statistics of any journal, of any window (TT 06/2025/TT-TTCP).</summary>
public sealed class StatisticsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_partition_sums_to_its_total(int seed)
    {
        var journal = new RandomJournal(seed, 60);
        for (var i = 0; i < 10; i++)
        {
            var cells = Cells(journal.Spells, journal.Window());
            foreach (var partition in Indicators.Partitions)
                Assert.Equal((partition.Whole, Numbers(cells, partition.Whole)), (partition.Whole, Sum(cells, partition.Parts)));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_next_periods_opening_stock_is_this_periods_closing_stock_of_every_kind_and_unit(int seed)
    {
        var journal = new RandomJournal(seed, 60);
        var window = journal.Window();
        var next = new Window(window.To.AddDays(1), window.To.AddDays(30));
        foreach (var kind in Enum.GetValues<PetitionKind>())
        foreach (var unit in journal.Units)
        {
            var spells = journal.Spells.Where(s => s.Kind == kind && s.UnitId == unit).ToList();
            var (before, after) = (Cells(spells, window), Cells(spells, next));
            Assert.Equal(Numbers(before, "stock.remaining"), Numbers(after, "stock.opening"));
            Assert.Equal(Numbers(before, "resolution.remaining"), Numbers(after, "resolution.opening"));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_was_received_and_done_is_what_the_journal_tells_of_and_what_was_there_is_what_was_open(int seed)
    {
        var journal = new RandomJournal(seed, 60);
        var window = journal.Window();
        var cells = Cells(journal.Spells, window);

        var received = journal.All<PetitionReceived>().Where(e => In(window, e.ReceivedOn)).ToList();
        var merged = journal.All<PetitionMerged>().Select(e => e.PetitionId).ToHashSet();
        Assert.Equal(
            (received.Count(e => e.PaperId is null), received.Count(e => !merged.Contains(e.PetitionId))),
            Numbers(cells, "stock.received")
        );
        Assert.Equal(
            journal.All<PetitionResolved>().Count(e => In(window, e.ResolvedOn) && !merged.Contains(e.PetitionId)),
            Numbers(cells, "resolution.resolved").Cases
        );
        Assert.Equal(
            journal.All<PetitionAccepted>().Count(e => In(window, e.AcceptedOn) && !merged.Contains(e.PetitionId)),
            Numbers(cells, "accepted").Cases
        );
        Assert.Equal(
            journal
                .Entries.GroupBy(e => e.Petition)
                .Count(life => !merged.Contains(life.Key) && WasOpen(life.Select(e => e.Entry.Event), window.From)),
            Numbers(cells, "stock.opening").Cases
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_past_answer_comes_again_whatever_was_announced_since(int seed)
    {
        var journal = new RandomJournal(seed, 40);
        var (window, position) = (journal.Window(), journal.Entries.Count * 2 / 3);
        var then = RandomJournal.Fold(new SpellBook([]), journal.Entries.Take(position));

        Assert.Equal(
            Cells(then, window).OrderBy(c => c.Cell.GetHashCode()),
            Cells(journal.Spells, window, position).OrderBy(c => c.Cell.GetHashCode())
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_petitions_behind_a_figure_add_up_to_it(int seed)
    {
        var journal = new RandomJournal(seed, 40);
        var window = journal.Window();
        var cells = Cells(journal.Spells, window);
        foreach (var indicator in Indicators.All)
        {
            var behind = journal.Spells.AsQueryable().AsOf(long.MaxValue).Behind(window, indicator.Counts).ToList();
            Assert.Equal(
                (indicator.Code, Numbers(cells, indicator.Code)),
                (indicator.Code, (behind.Count(s => !s.IsPart), behind.Count(s => !s.IsDuplicate)))
            );
        }
    }

    [Fact]
    public void An_anonymous_denunciation_with_evidence_is_no_denunciation_that_was_resolved_or_is_to_be() // Luật TC Đ25.2
    {
        var day = new DateOnly(2026, 8, 3);
        var cells = Told(
            Received(day, kind: "TO_CAO"),
            id => new PetitionClassified(id, "TO_CAO", "HANH_CHINH", "INSPECTION_INFORMATION", ["E2"], "", true, day, null, null, null)
        );

        Assert.Equal((1, 1), Numbers(cells, "done.information"));
        Assert.Equal((0, 0), Numbers(cells, "resolution.total"));
        Assert.Equal((0, 0), Numbers(cells, "done.resolved"));
    }

    [Fact]
    public void A_part_that_was_split_off_is_a_case_and_no_paper() => // NĐ 154/2026 Đ14.4
        Assert.Equal((0, 1), Numbers(Told(Received(new(2026, 8, 3), paper: Guid.CreateVersion7())), "stock.received"));

    [Fact]
    public void A_duplicate_is_a_paper_and_no_case_from_its_receipt_on()
    {
        var day = new DateOnly(2026, 8, 3);
        var cells = Told(
            Received(day),
            id => new PetitionMerged(id, "KHIEU_NAI", "HANH_CHINH", Guid.Empty, Guid.Empty, day.AddDays(2), true)
        );

        Assert.Equal((1, 0), Numbers(cells, "stock.received"));
        Assert.Equal((1, 0), Numbers(cells, "done.duplicate"));
        Assert.Equal((1, 0), Numbers(cells, "received.duplicates"));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    public void From_five_signers_on_they_are_many_people(int signatories, int groups) => // TT 07/2014 Đ6.4b
        Assert.Equal(groups, Numbers(Told(Received(new(2026, 8, 3), signatories: signatories)), "received.groups").Papers);

    [Fact]
    public void A_withdrawal_with_the_decision_that_follows_it_is_one_withdrawal_and_no_stop() // Luật KN Đ10, Đ11a
    {
        var day = new DateOnly(2026, 8, 3);
        var cells = Told(
            Received(day),
            id => new PetitionAccepted(id, "KHIEU_NAI", "HANH_CHINH", day, true, "KN.R1", day.AddDays(30)),
            id => new PetitionWithdrawn(id, "KHIEU_NAI", "HANH_CHINH", true, "LETTER", null, day.AddDays(3), true, true),
            id => new PetitionStopped(id, "KHIEU_NAI", "HANH_CHINH", "KN.STOP.WITHDRAWN", day.AddDays(5), null, true)
        );

        Assert.Equal((1, 1), Numbers(cells, "resolution.withdrawn"));
        Assert.Equal((0, 0), Numbers(cells, "resolution.stopped"));
    }

    static Func<Guid, object> Received(DateOnly on, string kind = "KHIEU_NAI", Guid? paper = null, int signatories = 1) =>
        id => new PetitionReceived(id, kind, "BUU_CHINH", "HANH_CHINH", null, on, "KN.ACC", on, 1, null, paper, signatories);

    static List<Counted> Told(params Func<Guid, object>[] events)
    {
        var id = Guid.CreateVersion7();
        var journal = events.Select((tell, at) => (id, new Announced(at + 1, Guid.Empty, tell(id))));
        return Cells(RandomJournal.Fold(new SpellBook([]), journal), new(new(2026, 1, 1), new(2026, 12, 31)));
    }

    static List<Counted> Cells(IReadOnlyList<Spell> spells, Window window, long asOf = long.MaxValue) =>
        [.. spells.AsQueryable().AsOf(asOf).Count(window)];

    static (int Papers, int Cases) Numbers(List<Counted> cells, string code) =>
        Indicators.Find(code) is { } indicator ? (indicator.Papers(cells), indicator.Cases(cells)) : throw new ArgumentException(code);

    static (int, int) Sum(List<Counted> cells, IReadOnlyList<string> codes) =>
        (codes.Sum(code => Numbers(cells, code).Papers), codes.Sum(code => Numbers(cells, code).Cases));

    static bool In(Window window, DateOnly day) => window.From <= day && day <= window.To;

    // By hand: whether the last thing that was decided about it before the day left it with some unit.
    static bool WasOpen(IEnumerable<object> life, DateOnly day)
    {
        var open = false;
        foreach (var @event in life)
        {
            var (on, opens) = @event switch
            {
                PetitionReceived e => (e.ReceivedOn, true),
                PetitionReopened e => (e.ReopenedOn, true),
                PetitionClassified e => (e.ClassifiedOn, e.Outcome == "ELIGIBLE"),
                PetitionNotAccepted e => (e.DecidedOn, false),
                PetitionGuided e => (e.GuidedOn, false),
                PetitionForwarded e => (e.ForwardedOn, false),
                PetitionResolved e => (e.ResolvedOn, false),
                PetitionWithdrawn e => (e.WithdrawnOn, false),
                PetitionStopped e => (e.StoppedOn, false),
                _ => (DateOnly.MinValue, open),
            };
            if (on < day)
                open = opens;
        }
        return open;
    }
}
