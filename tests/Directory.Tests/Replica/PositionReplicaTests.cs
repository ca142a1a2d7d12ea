using DanVan.Directory.Client;
using DanVan.Directory.Client.Replica;
using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.Tests.Replica;

/// <summary>The replica of the positions on a real PostgreSQL: right whatever arrives, in whatever order, however often.</summary>
public class PositionReplicaTests
{
    static readonly DateOnly Start = new(2021, 4, 1);
    static readonly DateOnly Turn = new(2024, 8, 1);

    readonly Guid person = Guid.CreateVersion7();
    readonly Guid other = Guid.CreateVersion7();
    readonly Guid unit = Guid.CreateVersion7();

    [Fact]
    public async Task A_title_names_who_held_it_on_the_day()
    {
        await using var replica = await ReplicaDatabase.Create();
        await Record(
            replica,
            (2, Recorded(Guid.CreateVersion7(), person, "Trưởng Ban Dân vận", Start, Turn, "Bùi Thị Minh Hoài")),
            (1, Recorded(Guid.CreateVersion7(), other, "Trưởng ban dân vận", Turn, null, "Mai Văn Chính")),
            (1, Recorded(Guid.CreateVersion7(), person, "Bí thư Trung ương Đảng", Start, null, "Bùi Thị Minh Hoài"))
        );
        var holders = await Load(replica);
        Assert.Equal("Bùi Thị Minh Hoài", Assert.Single(holders.In(unit, Turn.AddDays(-1), "trưởng ban dân vận")).HolderName);
        Assert.Equal("Mai Văn Chính", Assert.Single(holders.In(unit, Turn, "TRUONG BAN DAN VAN")).HolderName);
        Assert.Empty(holders.In(unit, Start.AddDays(-1)));
        Assert.Equal(2, holders.HeldBy(person, Start).Count);
        Assert.Equal("Bí thư Trung ương Đảng", Assert.Single(holders.HeldBy(person, Turn)).Title);
    }

    [Fact]
    public async Task An_annulled_position_is_gone_and_does_not_come_back_with_an_event_that_is_late()
    {
        await using var replica = await ReplicaDatabase.Create();
        var position = Guid.CreateVersion7();
        Assert.Equal(1, await Record(replica, (2, Recorded(position, person, "Trưởng Ban", Start, null, annulled: true))));
        Assert.Equal(0, await Record(replica, (1, Recorded(position, person, "Trưởng Ban", Start, null))));
        var holders = await Load(replica);
        Assert.Null(holders.Find(position));
        Assert.Equal(0, holders.Count);
        Assert.Empty(holders.HeldBy(person, Start));
    }

    [Fact]
    public async Task A_name_that_is_public_no_more_leaves_the_replica()
    {
        await using var replica = await ReplicaDatabase.Create();
        var position = Guid.CreateVersion7();
        await Record(replica, (1, Recorded(position, person, "Trưởng Ban", Start, null, "Nguyễn Văn Thử")));
        var holders = await Load(replica);
        Assert.Equal("Nguyễn Văn Thử", holders.Find(position)?.HolderName);
        await Record(replica, (2, Recorded(position, person, "Trưởng Ban", Start, null)));
        await Refresh(replica, holders);
        Assert.Null(holders.Find(position)!.HolderName);
        Assert.Equal(0, await replica.Sql.Scalar<long>("select count(*) from directory.positions where holder_name is not null"));
    }

    [Fact]
    public async Task A_position_ends_with_its_unit_as_soon_as_the_end_is_known()
    {
        await using var replica = await ReplicaDatabase.Create();
        await Record(replica, (1, Recorded(Guid.CreateVersion7(), person, "Trưởng Ban", Start, null)));
        var before = await Load(replica);
        Assert.Single(before.HeldBy(person, Turn));
        var tree = UnitTree.Of([new(unit, 1, [], [new(unit, Start, Turn, "b", "b", "DEPARTMENT", "PROVINCE", null, null, null)])]);
        var after = await Load(replica, tree);
        Assert.Single(after.HeldBy(person, Turn.AddDays(-1)));
        Assert.Empty(after.HeldBy(person, Turn));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Replicas_fed_in_any_order_with_duplicates_end_equal(int seed)
    {
        var random = new Random(seed);
        var history = RandomHistory(random, positions: 30, changes: 90);
        await using var inOrder = await ReplicaDatabase.Create();
        await using var shuffled = await ReplicaDatabase.Create();
        foreach (var batch in history.Chunk(7))
            await Record(inOrder, batch);
        var chaos = history.Concat(history.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(chaos);
        var watched = await Load(shuffled);
        await Task.WhenAll(
            chaos
                .Chunk(11)
                .Select(async batch =>
                {
                    await Record(shuffled, batch);
                    await Refresh(shuffled, watched);
                })
        );

        var content = await Content(inOrder);
        Assert.Equal(30, content.Split('\n').Length);
        Assert.Equal(content, await Content(shuffled));
        // What was taken over step by step is what a new process reads at once.
        await Refresh(shuffled, watched);
        var fresh = await Load(inOrder);
        Assert.Equal(fresh.Count, watched.Count);
        foreach (var id in history.Select(change => change.Item2.PositionId).Distinct())
            Assert.Equal(fresh.Find(id), watched.Find(id));
    }

    List<(int, PositionRecorded)> RandomHistory(Random random, int positions, int changes)
    {
        var ids = Enumerable.Range(0, positions).Select(_ => Guid.CreateVersion7()).ToArray();
        var versions = new int[positions];
        var history = new List<(int, PositionRecorded)>();
        for (var change = 0; change < positions + changes; change++)
        {
            var i = change < positions ? change : random.Next(positions);
            var from = Start.AddDays(random.Next(900));
            DateOnly? to = random.Next(2) == 0 ? null : from.AddDays(random.Next(1, 900));
            var name = random.Next(2) == 0 ? null : $"Người {random.Next(9)}";
            history.Add(
                (
                    ++versions[i],
                    Recorded(
                        ids[i],
                        random.Next(2) == 0 ? person : other,
                        $"Chức danh {random.Next(5)}",
                        from,
                        to,
                        name,
                        random.Next(9) == 0
                    )
                )
            );
        }
        return history;
    }

    PositionRecorded Recorded(
        Guid position,
        Guid who,
        string title,
        DateOnly from,
        DateOnly? to,
        string? name = null,
        bool annulled = false
    ) => new(position, who, unit, "TAKEN", title, from, to, name, annulled);

    static Task<long> Record(ReplicaDatabase replica, params IEnumerable<(int, PositionRecorded)> positions) =>
        RecordPositions.Record(replica.Sql.Source, positions, default);

    static async Task<OfficeHolders> Load(ReplicaDatabase replica, UnitTree? tree = null)
    {
        var holders = new OfficeHolders(tree ?? new UnitTree());
        await Refresh(replica, holders);
        return holders;
    }

    static async Task Refresh(ReplicaDatabase replica, OfficeHolders holders)
    {
        using var loader = new PositionLoader(replica.Sql.Source, holders);
        await loader.Refresh(default);
    }

    static Task<string> Content(ReplicaDatabase replica) =>
        replica.Sql.Scalar<string>(
            """
            select string_agg(concat_ws('|', id, version, person_id, unit_id, title, valid_from, valid_to, holder_name, annulled), e'\n' order by id)
            from directory.positions
            """
        );
}
