using DanVan.Support;

namespace DanVan.Platform.Tests.Faults;

/// <summary>What reaches a consumer may come twice, late, in any order, or be poison.</summary>
[Collection(nameof(FaultCollection))]
public sealed class DeliveryFaults
{
    [Fact]
    public async Task Twenty_concurrent_copies_have_one_effect_and_skip_nothing()
    {
        await using var probe = await Probe.Start();
        await probe.Publish(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, "một lần", copies: 20);

        await Eventually.True(
            "the event to be counted, listed and projected",
            () =>
                probe.Database.Scalar<bool>(
                    "select exists (select from tally where total > 0) and exists (select from batched) and exists (select from projected)"
                )
        );
        await Eventually.True(
            "the queues to be empty",
            async () =>
                await probe.Broker.Messages("probe.tally") == 0
                && await probe.Broker.Messages("probe.batch") == 0
                && await probe.Broker.Messages("probe.projection") == 0
        );

        Assert.Equal(1, await probe.Database.Scalar<long>("select total from tally"));
        Assert.Equal(1, await probe.Database.Scalar<long>("select count(*) from batched"));
        Assert.Equal(1, await probe.Database.Scalar<int>("select changes from projected"));
        Assert.Equal(0u, await probe.Broker.Messages("probe.tally.dead"));
        Assert.DoesNotContain(
            await probe.Broker.Queues(),
            queue => queue.Contains("skipped", StringComparison.Ordinal) || queue.Contains("error", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Fifty_versions_of_one_subject_in_any_order_end_at_the_last()
    {
        await using var probe = await Probe.Start();
        var note = Guid.CreateVersion7();
        var versions = Enumerable.Range(1, 50).ToArray();
        new Random(20260710).Shuffle(versions);

        await Task.WhenAll(versions.Select(version => probe.Publish(Guid.CreateVersion7(), note, version, $"bản {version}")));

        await Eventually.True("all versions to be counted", async () => await probe.Database.Scalar<long>("select total from tally") == 50);
        await Eventually.True("the projection to be done", async () => await probe.Broker.Messages("probe.projection") == 0);
        await Eventually.True(
            "the last version to be projected",
            async () => await probe.Database.Scalar<bool>("select version = 50 and text = 'bản 50' from projected")
        );
    }

    [Fact]
    public async Task A_poison_message_parks_alone()
    {
        await using var probe = await Probe.Start();
        await probe.WriteMany(20);
        await probe.Write(Guid.CreateVersion7(), "poison");
        await probe.WriteMany(20);

        await Eventually.True(
            "the poison to be parked by each of the three reactions",
            async () =>
                await probe.Broker.Messages("probe.batch.dead") == 1
                && await probe.Broker.Messages("probe.tally.dead") == 1
                && await probe.Broker.Messages("probe.projection.dead") == 1
        );
        await probe.Quiet(parked: 1);
        Assert.Equal(40, await probe.Database.Scalar<long>("select count(*) from batched"));
        Assert.Empty(await probe.BrokenInvariants(parked: 1));
    }

    [Theory]
    [InlineData("{ no json")]
    [InlineData("{}")]
    [InlineData(
        """{"specversion":"1.0","id":"not-an-id","source":"/danvan/probe","type":"vn.danvan.probe.note-written.v1","subject":"note/1","data":{}}"""
    )]
    public async Task What_is_no_event_is_parked_and_holds_nobody_up(string body)
    {
        await using var probe = await Probe.Start();
        await probe.Publish(System.Text.Encoding.UTF8.GetBytes(body));
        await probe.WriteMany(5);

        await probe.Quiet();
        await Eventually.True("the message to be parked", async () => await probe.Broker.Messages("probe.batch.dead") == 1);
        Assert.Equal(5, await probe.Database.Scalar<long>("select count(*) from batched"));
    }

    [Fact]
    public async Task A_queue_bound_later_catches_up_by_replay()
    {
        await using var probe = await Probe.Start(_ => new() { ["Probe__Reacts"] = "false" });
        await probe.WriteMany(30);
        await Eventually.True(
            "the journal to be confirmed",
            async () =>
                await probe.Database.Scalar<bool>(
                    "select h.sequence = 30 and c.published = 30 from chassis.journal_head h, chassis.checkpoint c"
                )
        );

        await probe.Process.Restart(new Dictionary<string, string> { ["Probe__Reacts"] = "true" });
        Assert.Equal(0, await probe.Database.Scalar<long>("select count(*) from batched"));
        Assert.Contains("30 events", await probe.Process.Run("replay", "--from", "1", "--to", "probe"), StringComparison.Ordinal);

        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());
    }
}
