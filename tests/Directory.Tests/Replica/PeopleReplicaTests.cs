using DanVan.Directory.Client.Replica;
using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.Tests.Replica;

/// <summary>The replica of the people on a real PostgreSQL: right whatever arrives, in whatever order, however often.</summary>
public class PeopleReplicaTests
{
    static readonly Guid person = Guid.CreateVersion7();
    static readonly Guid one = Guid.CreateVersion7();
    static readonly Guid other = Guid.CreateVersion7();

    static readonly (int, object)[] history =
    [
        (1, new PersonRegistered(person, one)),
        (2, new PersonCorrected(person, one, ["PUBLIC"], "Nguyễn Văn Thử")),
        (3, new PersonCorrected(person, other, ["UNIT"], "Nguyễn Văn Thử")),
    ];

    [Fact]
    public async Task A_person_stands_as_the_latest_event_tells_in_whatever_order_they_come()
    {
        await using var replica = await ReplicaDatabase.Create();
        foreach (var order in new[] { new[] { 2, 0, 1, 2 }, [0, 1, 2], [1, 0, 2, 0] })
        {
            await replica.Sql.Execute("delete from directory.people");
            foreach (var step in order)
                await RecordPeople.Record(replica.Sql.Source, [history[step]], default);
            Assert.Equal($"3|{other}|Nguyễn Văn Thử", await Content(replica));
        }
    }

    [Fact]
    public async Task Of_several_events_in_one_batch_the_latest_stays()
    {
        await using var replica = await ReplicaDatabase.Create();
        Assert.Equal(1, await RecordPeople.Record(replica.Sql.Source, [history[2], history[0], history[1], history[2]], default));
        Assert.Equal($"3|{other}|Nguyễn Văn Thử", await Content(replica));
        Assert.Equal(0, await RecordPeople.Record(replica.Sql.Source, history, default));
    }

    [Fact]
    public async Task A_name_that_is_public_no_more_leaves_the_replica()
    {
        await using var replica = await ReplicaDatabase.Create();
        await RecordPeople.Record(replica.Sql.Source, history, default);
        await RecordPeople.Record(replica.Sql.Source, [(4, new PersonCorrected(person, other, ["PUBLIC"]))], default);
        Assert.Equal($"4|{other}|", await Content(replica));
    }

    static Task<string> Content(ReplicaDatabase replica) =>
        replica.Sql.Scalar<string>("select version || '|' || unit_id || '|' || coalesce(name, '') from directory.people");
}
