using DanVan.Support;

namespace DanVan.Platform.Tests.Faults;

/// <summary>The verb migrate while the broker does not let the service in yet.</summary>
[Collection(nameof(FaultCollection))]
public sealed class MigrateFaults
{
    [Fact]
    public async Task Who_waits_has_the_schema_at_once_and_the_queues_when_the_broker_lets_it_in()
    {
        await using var service = await ServiceProcess.Start("subscriptions");
        await service.Stop();
        await service.Database.Execute(
            "drop function chassis.sequence(int); delete from chassis.migrations where name = 'Chassis/0007-sequencer-tells'"
        );
        await using var broker = await TestBroker.Named();
        var there = new Dictionary<string, string> { ["RabbitMq__Uri"] = broker.Uri("subscriptions") };

        var migrate = service.Begin(there, "migrate", "--wait", "60");
        await Eventually.True(
            "the schema to be up to date",
            async () => await service.Database.Scalar<bool>("select to_regproc('chassis.sequence') is not null")
        );
        Assert.NotNull(migrate.Current);
        await broker.Define();

        await Eventually.True("migrate to end", () => migrate.Current is null);
        Assert.Contains(await broker.Queues(), queue => queue.StartsWith("subscriptions.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_does_not_wait_is_told_at_once_and_who_does_after_that()
    {
        await using var service = await ServiceProcess.Start("subscriptions");
        await using var broker = await TestBroker.Named();
        var there = new Dictionary<string, string> { ["RabbitMq__Uri"] = broker.Uri("subscriptions") };

        foreach (
            var verb in (string[][])
                [
                    ["migrate"],
                    ["migrate", "--wait", "1"],
                ]
        )
        {
            var told = (await Assert.ThrowsAsync<InvalidOperationException>(() => service.Run(there, verb))).Message;
            Assert.True(told.Contains("not found", StringComparison.Ordinal), told);
            // In a sentence, and not with a stack trace.
            Assert.Contains($"{string.Join(' ', verb)} ended with 1:\nThe broker takes no queues: ", told, StringComparison.Ordinal);
        }
    }
}
