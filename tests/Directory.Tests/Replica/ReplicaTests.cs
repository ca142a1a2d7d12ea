using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.Tests.Replica;

/// <summary>The replica on a real PostgreSQL: right whatever arrives, in whatever order, however often.</summary>
public class ReplicaTests
{
    static readonly DateOnly Start = new(2004, 1, 1);
    static readonly DateOnly Turn = new(2025, 7, 1);

    [Fact]
    public async Task An_older_version_of_a_unit_is_passed_over()
    {
        await using var replica = await ReplicaDatabase.Create();
        var (unit, one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Equal(1, await replica.Record((2, Recorded(unit, (Start, null, one)))));
        Assert.Equal(0, await replica.Record((1, Recorded(unit, (Start, null, other)))));
        Assert.Equal(0, await replica.Record((2, Recorded(unit, (Start, null, one)))));
        Assert.True(await replica.IsWithin(unit, one, Turn));
        Assert.False(await replica.IsWithin(unit, other, Turn));
    }

    [Fact]
    public async Task Of_several_versions_in_one_batch_the_latest_stays()
    {
        await using var replica = await ReplicaDatabase.Create();
        var (unit, one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = ((1, Recorded(unit, (Start, null, one))), (2, Recorded(unit, (Start, Turn, one), (Turn, null, other))));
        Assert.Equal(1, await replica.Record(second, first, second));
        Assert.True(await replica.IsWithin(unit, other, Turn));
        Assert.Equal(2, (await replica.Load()).Find(unit)!.Versions.Count);
    }

    [Fact]
    public async Task A_child_that_arrives_before_its_parent_joins_the_line_when_the_parent_comes()
    {
        await using var replica = await ReplicaDatabase.Create();
        var (province, commune) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await replica.Record((1, Recorded(commune, (Start, null, province))));
        Assert.False(await replica.IsWithin(commune, RootUnit.Id, Turn));
        await replica.Record((1, Recorded(province, (Start, null, RootUnit.Id))), (1, Recorded(RootUnit.Id, (Start, null, null))));
        Assert.True(await replica.IsWithin(commune, RootUnit.Id, Turn));
    }

    [Fact]
    public async Task A_move_splits_the_time_and_an_end_is_marked()
    {
        await using var replica = await ReplicaDatabase.Create();
        var (old, merged, commune) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await replica.Record(
            (1, Recorded(RootUnit.Id, (Start, null, null))),
            (2, Recorded(old, (Start, Turn, RootUnit.Id))),
            (1, Recorded(merged, (Turn, null, RootUnit.Id))),
            (2, Recorded(commune, (Start, Turn, old), (Turn, null, merged)))
        );
        Assert.True(await replica.IsWithin(commune, old, Turn.AddDays(-1)));
        Assert.False(await replica.IsWithin(commune, old, Turn));
        Assert.True(await replica.IsWithin(commune, merged, Turn));
        Assert.Equal(
            1,
            await replica.Sql.Scalar<long>(
                "select count(*) from directory.unit_ancestors where unit_id = $1 and ancestor_id = $2",
                commune,
                RootUnit.Id
            )
        );
        Assert.True(
            await replica.Sql.Scalar<bool>(
                "select to_the_end from directory.unit_ancestors where unit_id = $1 and ancestor_id = $2",
                old,
                RootUnit.Id
            )
        );
        Assert.False(
            await replica.Sql.Scalar<bool>(
                "select to_the_end from directory.unit_ancestors where unit_id = $1 and ancestor_id = $2",
                commune,
                old
            )
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Replicas_fed_in_any_order_with_duplicates_end_equal(int seed)
    {
        var random = new Random(seed);
        var history = RandomHistory(random, units: 25, changes: 60);
        await using var inOrder = await ReplicaDatabase.Create();
        await using var shuffled = await ReplicaDatabase.Create();
        foreach (var batch in history.Chunk(7))
            await inOrder.Record(batch);
        var chaos = history.Concat(history.Where(_ => random.Next(3) == 0)).ToArray();
        random.Shuffle(chaos);
        await Task.WhenAll(chaos.Chunk(11).Select(batch => shuffled.Record(batch)));

        Assert.Equal(await inOrder.Content(), await shuffled.Content());
        await AgreesWithTheTree(shuffled, history, random);
    }

    static async Task AgreesWithTheTree(ReplicaDatabase replica, IReadOnlyList<(int Version, UnitRecorded Unit)> history, Random random)
    {
        var tree = await replica.Load();
        var ids = history.Select(change => change.Unit.UnitId).Distinct().ToArray();
        for (var probe = 0; probe < 60; probe++)
        {
            var (unit, ancestor, day) = (ids[random.Next(ids.Length)], ids[random.Next(ids.Length)], Start.AddDays(random.Next(9000)));
            Assert.Equal(await replica.IsWithin(unit, ancestor, day), tree.IsWithin(unit, ancestor, day));
        }
    }

    // A unit only ever moves under one made before it, so there is no cycle; everything else is left to chance.
    static List<(int Version, UnitRecorded Unit)> RandomHistory(Random random, int units, int changes)
    {
        var ids = Enumerable.Range(0, units).Select(_ => Guid.CreateVersion7()).Prepend(RootUnit.Id).ToArray();
        var states = ids.Select(
                (id, i) => new List<(DateOnly From, DateOnly? To, Guid? Parent)> { (Start, null, i == 0 ? null : ids[random.Next(i)]) }
            )
            .ToArray();
        var history = ids.Select((id, i) => (1, Recorded(id, [.. states[i]]))).ToList();
        for (var change = 0; change < changes; change++)
        {
            var i = random.Next(1, ids.Length);
            var last = states[i][^1];
            if (last.To is not null)
                continue;
            var on = last.From.AddDays(random.Next(1, 900));
            states[i][^1] = last with { To = on };
            if (random.Next(5) > 0)
                states[i].Add((on, null, ids[random.Next(i)]));
            history.Add((history.Count(known => known.Item2.UnitId == ids[i]) + 1, Recorded(ids[i], [.. states[i]])));
        }
        return history;
    }

    static UnitRecorded Recorded(Guid unit, params (DateOnly From, DateOnly? To, Guid? Parent)[] versions) =>
        new(
            unit,
            "CREATE",
            Start,
            "NQ 1/TEST",
            [],
            [.. versions.Select(v => new RecordedVersion(v.From, v.To, "Thử", "Đơn vị Thử", "COMMUNE", "COMMUNE", v.Parent, null, null))]
        );
}
