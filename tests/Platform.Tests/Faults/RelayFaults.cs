using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;
using Npgsql;

namespace DanVan.Platform.Tests.Faults;

/// <summary>What happens to the relay, its database connection and its broker.</summary>
[Collection(nameof(FaultCollection))]
public sealed class RelayFaults
{
    [Fact]
    public async Task Two_replicas_share_one_relay_and_the_second_takes_over()
    {
        await using var probe = await Probe.Start();
        await using var second = await probe.Process.Replica();
        await probe.WriteMany(50);
        await probe.Quiet();
        Assert.True(await Leads(probe.Process));
        Assert.False(await Leads(second));

        await probe.Process.Kill();
        await Eventually.True("the second replica to relay", () => Leads(second));
        await probe.Process.Restart();
        await probe.WriteMany(50);

        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());
    }

    [Fact]
    public async Task A_kill_between_publish_and_checkpoint_repeats_with_the_same_ids_and_one_effect()
    {
        await using var probe = await Probe.Start();
        await probe.WriteMany(5);
        await probe.Quiet();

        // Whoever holds this row lets the relay publish, and not note it down.
        await using (var connection = await probe.Database.Source.OpenConnectionAsync())
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var hold = new NpgsqlCommand("select published from chassis.checkpoint for update", connection, transaction);
            await hold.ExecuteScalarAsync();
            await probe.WriteMany(20);
            await Eventually.True(
                "a batch to be applied",
                async () => await probe.Database.Scalar<long>("select count(*) from batched") > 5
            );
            await probe.Process.Kill();
            // Its last statement still waits at the server, where a kill of the client does not reach it.
            await Eventually.True(
                "the checkpoint's update to be gone",
                async () =>
                    await probe.Database.Scalar<long>(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and query like 'update chassis.checkpoint%'"
                    ) == 0
            );
        }
        Assert.Equal(5, await Checkpoint(probe));

        await probe.Process.Restart();
        await probe.Quiet();
        Assert.Equal(25, await probe.Journal());
        Assert.Empty(await probe.BrokenInvariants());
    }

    [Fact]
    public async Task A_graceful_stop_leaves_nothing_to_repeat()
    {
        await using var probe = await Probe.Start(_ => new() { ["Relay__CheckpointEvery"] = "1.00:00:00" });
        foreach (var count in (int[])[5, 20])
        {
            Assert.Equal(count, await probe.WriteMany(count));
            await Eventually.True(
                "all to be confirmed",
                async () =>
                    await probe.Database.Scalar<long>("select count(*) from chassis.outbox") == 0 && await Pending(probe.Process) == 0
            );
        }
        Assert.InRange(await Checkpoint(probe), 0, 24);

        await probe.Process.Stop();

        Assert.Equal(25, await Checkpoint(probe));
    }

    [Fact]
    public async Task A_late_committer_gets_a_later_number_and_is_never_skipped()
    {
        await using var probe = await Probe.Start();
        await using var connection = await probe.Database.Source.OpenConnectionAsync();
        await using var late = await connection.BeginTransactionAsync();
        var note = Guid.CreateVersion7();
        await using var insert = new NpgsqlCommand(
            """
            insert into chassis.outbox (id, type, subject, version, time, data)
            values ($1, 'vn.danvan.probe.note-written.v1', 'note/' || $1, 1, now(), jsonb_build_object('noteId', $1, 'text', 'muộn'))
            """,
            connection,
            late
        );
        insert.Parameters.Add(new() { Value = note });
        await insert.ExecuteNonQueryAsync();

        await probe.WriteMany(10);
        await Eventually.True("the others to be confirmed", async () => await Checkpoint(probe) == 10);
        await late.CommitAsync();

        await Eventually.True(
            "the late one to be applied",
            async () => await probe.Database.Scalar<long>("select count(*) from batched") == 11
        );
        Assert.Equal(11, await probe.Database.Scalar<long>("select sequence from chassis.journal where id = $1", note));
    }

    [Fact]
    public async Task Kills_at_random_moments_under_load_lose_nothing()
    {
        await using var probe = await Probe.Start();
        var random = new Random(20260701);
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(_ => WriteUntil(probe, enough.Token)).ToArray();
        for (var kill = 0; kill < 5; kill++)
        {
            await Eventually.True("some writes", async () => await probe.Journal() > kill * 20);
            for (var pause = random.Next(40); pause > 0; pause--)
                await probe.Database.Scalar<int>("select 1");
            await probe.Process.Kill();
            await probe.Process.Restart();
        }
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());
    }

    [Fact]
    public async Task The_broker_stops_and_starts_under_writes_and_intake_goes_on()
    {
        var rabbit = (await PlatformServers.Running()).Rabbit;
        await using var probe = await Probe.Start();
        await probe.WriteMany(20);
        await probe.Quiet();
        await rabbit.Stop();
        try
        {
            Assert.Equal(100, await probe.WriteMany(100));
            await Eventually.True("the journal to grow without the broker", async () => await probe.Journal() == 120);
            var health = await probe.Process.Http.GetFromJsonAsync<JsonElement>("health/ready");
            Assert.Equal("UP", health.GetProperty("status").GetString());
            await Eventually.True("the lag to show", async () => await Pending(probe.Process) == 100);
        }
        finally
        {
            await rabbit.Start();
        }
        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());
    }

    [Fact]
    public async Task A_publish_that_is_never_confirmed_is_cut_off_and_repeated_with_the_same_id()
    {
        await using var proxy = new FaultProxy((await PlatformServers.Running()).Ports.Amqp);
        await using var probe = await Probe.Start(broker =>
            new() { ["RabbitMq__Uri"] = broker.Uri("probe", proxy.Port), ["Relay__ConfirmDeadline"] = "00:00:02" }
        );
        await probe.WriteMany(5);
        await probe.Quiet();

        // What we send arrives; no answer comes back.
        proxy.HoldAnswers();
        await probe.WriteMany(10);
        await Eventually.True("the relay to say that nothing was confirmed", async () => await Failure(probe.Process) is not null);
        proxy.Pass();

        await probe.Quiet();
        Assert.Equal(15, await probe.Journal());
        Assert.Empty(await probe.BrokenInvariants());
    }

    [Fact]
    public async Task The_checker_sees_what_it_guards_against()
    {
        await using var probe = await Probe.Start();
        await probe.WriteMany(10);
        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());

        await probe.Database.Execute("delete from batched where source_sequence = 3");
        Assert.Contains(await probe.BrokenInvariants(), broken => broken.StartsWith("I3", StringComparison.Ordinal));
        await probe.Database.Execute("update projected set version = 0");
        Assert.Contains(await probe.BrokenInvariants(), broken => broken.StartsWith("I4", StringComparison.Ordinal));
        await probe.Database.Execute("delete from notes where id = (select id from notes limit 1)");
        Assert.Contains(await probe.BrokenInvariants(), broken => broken.StartsWith("I1", StringComparison.Ordinal));
        await probe.Database.Execute("insert into notes values (gen_random_uuid(), 1, null, 'chưa hề gửi')");
        Assert.Contains(await probe.BrokenInvariants(), broken => broken.StartsWith("I2", StringComparison.Ordinal));
    }

    static async Task WriteUntil(Probe probe, CancellationToken enough)
    {
        var note = Guid.CreateVersion7();
        for (var i = 0; !enough.IsCancellationRequested; i++)
            if (!await probe.Write(i % 3 == 0 ? note : Guid.CreateVersion7(), $"lần {i}"))
                await Task.Yield();
    }

    static Task<long> Checkpoint(Probe probe) => probe.Database.Scalar<long>("select published from chassis.checkpoint");

    static async Task<bool> Leads(ServiceProcess process) => (await Journal(process)).GetProperty("leader").GetBoolean();

    static async Task<long> Pending(ServiceProcess process) => (await Journal(process)).GetProperty("pending").GetInt64();

    static async Task<string?> Failure(ServiceProcess process) => (await Journal(process)).GetProperty("brokerFailure").GetString();

    static async Task<JsonElement> Journal(ServiceProcess process) =>
        (await process.Http.GetFromJsonAsync<JsonElement>("health/live")).GetProperty("journal");
}
