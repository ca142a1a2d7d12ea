using DanVan.Support;
using RabbitMQ.Client;

namespace DanVan.Platform.Tests.Faults;

/// <summary>A version that wants other arguments of its queues carries over what the old ones hold, whatever happens on the way.</summary>
[Collection(nameof(FaultCollection))]
public sealed class QueueUpgradeFaults
{
    static readonly string[] reactions = ["probe.projection", "probe.tally", "probe.batch"];

    /// <summary>The next version: the same program, and another argument of its queues.</summary>
    static readonly Dictionary<string, string> next = new() { ["Queues__DeliveryLimit"] = "9", ["Queues__CarryOverEvery"] = "00:00:01" };

    [Fact]
    public async Task Messages_in_a_queue_of_other_arguments_are_carried_over_by_migrate()
    {
        await using var probe = await WithBacklog(300);

        await probe.Process.Run(next, "migrate");

        foreach (var queue in reactions)
        {
            Assert.Null(await probe.Broker.Messages(queue));
            Assert.Equal(300u, await probe.Broker.Messages($"{queue}.v2"));
        }
        await probe.Process.Restart(next);
        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());
        await probe.Process.Run(next, "migrate");
        Assert.DoesNotContain(await probe.Broker.Queues(), queue => queue.EndsWith(".v3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kill_between_confirm_and_acknowledgement_and_three_at_other_moments_lose_nothing()
    {
        await using var probe = await WithBacklog(1_000);
        await using var proxy = new FaultProxy(probe.Broker.Port);
        var slow = new Dictionary<string, string>(next) { ["RabbitMq__Uri"] = probe.Broker.Uri("probe", proxy.Port) };

        // The first messages come to it, the confirms of what it makes of them do not.
        proxy.HoldAnswersAfter(100_000);
        var migrate = probe.Process.Begin(slow, "migrate");
        await Eventually.True("some to be carried over", async () => await probe.Broker.Messages("probe.projection.v2") > 0);
        await migrate.Kill();
        await Eventually.True("all that it had fetched to be back", async () => await probe.Broker.Messages("probe.projection") == 1_000);

        foreach (var queue in reactions)
        {
            migrate = probe.Process.Begin(next, "migrate");
            await Eventually.True($"{queue} to be reached", async () => await probe.Broker.Messages(queue) is not 1_000);
            await migrate.Kill();
        }
        await Eventually.True(
            "migrate to find nobody at the old queues",
            async () =>
            {
                await probe.Process.Run(next, "migrate");
                return await Gone(probe);
            },
            TimeSpan.FromSeconds(60)
        );

        await probe.Process.Restart(next);
        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());
    }

    [Fact]
    public async Task Two_versions_run_side_by_side_forth_and_back()
    {
        await using var probe = await Probe.Start();
        var written = await probe.WriteMany(100);

        // The old version goes on as it was while the new one comes up beside it; the queues of both are fed.
        await probe.Process.Run(next, "migrate");
        written += await probe.WriteMany(100);
        await using (var newer = await probe.Process.Replica(next))
        {
            written += await probe.WriteMany(100);
            await probe.Quiet();
            Assert.Empty(reactions.Except(await probe.Broker.Queues()));

            // The old one goes, with a backlog in its queues that nobody takes any more.
            await probe.Process.Stop();
            foreach (var i in Enumerable.Range(0, 100))
                written += await probe.Write(Guid.CreateVersion7(), $"bản mới {i}", newer) ? 1 : 0;
            await Eventually.True("the new one to take the old queues over", () => Gone(probe));

            // Back again: the old version declares its queues anew and both are fed once more.
            await probe.Process.Restart();
            written += await probe.WriteMany(100);
            await newer.Stop();
            written += await probe.WriteMany(100);
        }
        await probe.Process.Run("migrate");
        Assert.DoesNotContain(await probe.Broker.Queues(), queue => queue.EndsWith(".v2", StringComparison.Ordinal));

        await probe.Quiet();
        Assert.InRange(written, 400, 600); // a connection of before a restart may break under a write
        Assert.InRange(await probe.Journal(), written, 600);
        Assert.Empty(await probe.BrokenInvariants());
    }

    [Fact]
    public async Task Queues_and_parking_that_are_on_no_record_are_replaced_as_well()
    {
        await using var probe = await WithBacklog(50);
        await probe.Database.Execute("truncate chassis.queues");
        await Redeclare(probe, "probe.tally.dead", messages: 3);

        await probe.Process.Run(next, "migrate");

        Assert.Equal(50u, await probe.Broker.Messages("probe.tally.v2"));
        Assert.Null(await probe.Broker.Messages("probe.tally.dead"));
        Assert.Equal(3u, await probe.Broker.Messages("probe.tally.dead.v2"));
        Assert.Equal(0u, await probe.Broker.Messages("probe.batch.dead"));

        // Poison finds its way from the new queue to the new parking.
        await probe.Process.Restart(next);
        await probe.Write(Guid.CreateVersion7(), "poison");
        await Eventually.True("the poison to be parked", async () => await probe.Broker.Messages("probe.tally.dead.v2") == 4);
    }

    [Fact]
    public async Task A_queue_that_was_deleted_under_its_reaction_is_declared_again()
    {
        await using var probe = await Probe.Start();
        await probe.WriteMany(5);
        await probe.Quiet();
        using var deleted = await probe.Broker.Management.DeleteAsync($"api/queues/{probe.Broker.VirtualHost}/probe.batch");
        deleted.EnsureSuccessStatusCode();

        await Eventually.True("the queue to be there again", async () => await probe.Broker.Messages("probe.batch") is not null);
        await probe.WriteMany(5);
        await probe.Process.Run("replay", "--from", "1", "--to", "probe");
        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());
    }

    /// <summary>Queues as this version declares them, that many events in each, and nobody who takes any.</summary>
    static async Task<Probe> WithBacklog(int events)
    {
        var probe = await Probe.Start();
        await probe.Process.Restart(new Dictionary<string, string> { ["Probe__Reacts"] = "false" });
        Assert.Equal(events, await probe.WriteMany(events));
        await Eventually.True(
            "every queue to hold the backlog",
            async () =>
            {
                foreach (var queue in reactions)
                    if (await probe.Broker.Messages(queue) != events)
                        return false;
                return true;
            }
        );
        return probe;
    }

    static async Task<bool> Gone(Probe probe)
    {
        foreach (var queue in reactions)
            if (await probe.Broker.Messages(queue) is not null)
                return false;
        return true;
    }

    /// <summary>The same queue as another version might have made it, with something in it.</summary>
    static async Task Redeclare(Probe probe, string queue, int messages)
    {
        await using var connection = await new ConnectionFactory { Uri = new(probe.Broker.Uri()) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.QueueDeleteAsync(queue);
        var arguments = new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-max-length"] = 1_000 };
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, arguments);
        for (var i = 0; i < messages; i++)
            await channel.BasicPublishAsync("", queue, new byte[1]);
    }
}
