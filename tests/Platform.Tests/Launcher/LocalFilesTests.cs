using System.Net;
using System.Net.Sockets;
using DanVan.Cli;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;

namespace DanVan.Platform.Tests.Launcher;

public sealed class LocalFilesTests : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("danvan-test-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_port_that_is_taken_is_named_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var failure = await Assert.ThrowsAsync<Failure>(() => Ports.MustBeFree(port, "PostgreSQL"));

        Assert.Contains($"Port {port}, wanted for PostgreSQL, is taken", failure.What, StringComparison.Ordinal);
        Assert.Contains("DANVAN_PORTS", failure.Todo, StringComparison.Ordinal);
    }

    [Fact]
    public void Services_have_ports_of_their_own_and_the_gateway_has_the_first()
    {
        var ports = new Ports(18000);

        Assert.Equal(18000, ports.Of("gateway"));
        Assert.Equal([18001, 18002, 18003, 18004, 18005, 18006], Services.All.Select(ports.Of));
    }

    [Fact]
    public void Test_servers_stand_where_no_other_clone_has_its_own()
    {
        var first = new Ports(41_000).ForTests();
        using var other = new TcpListener(IPAddress.Loopback, first.Amqp);
        other.Start();

        var next = new Ports(41_000).ForTests();

        Assert.Equal(first.Base + 20, next.Base);
    }

    [Fact]
    public void Passwords_survive_a_restart_and_only_their_owner_reads_them()
    {
        var password = new Secrets(folder)["postgres/postgres"];

        Assert.Equal(password, new Secrets(folder)["postgres/postgres"]);
        Assert.NotEqual(password, new Secrets(folder)["rabbitmq/admin"]);
        var mode = File.GetUnixFileMode(Path.Combine(folder, "secrets.json"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public void Two_processes_that_need_a_password_at_once_agree_on_it()
    {
        var (one, other) = (new Secrets(folder), new Secrets(folder));

        Assert.Equal(one["postgres/danvan_petitions"], other["postgres/danvan_petitions"]);
    }

    [Fact]
    public async Task Only_one_process_at_a_time_holds_a_lock()
    {
        var file = Path.Combine(folder, "lock");
        var first = await FileLock.Take(file, default);
        var second = FileLock.Take(file, default);
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Whoever_waits_in_vain_for_a_lock_is_told_what_the_system_says()
    {
        var file = Path.Combine(folder, "lock");
        using var first = await FileLock.Take(file, default);

        var failure = await Assert.ThrowsAsync<Failure>(() =>
            FileLock.Take(file, TimeSpan.Zero, held => new($"busy: {held}", "wait"), default)
        );

        Assert.Contains(file, failure.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_come_from_the_last_line_of_the_runner()
    {
        var outcome = TestOutcome.Read(
            "=== TEST EXECUTION SUMMARY ===\n   X.Tests  Total: 10, Errors: 0, Failed: 2, Skipped: 1, Not Run: 0, Time: 1.2s"
        );

        Assert.Equal((7, 2, 1), (outcome.Passed, outcome.Failed, outcome.Skipped));
        Assert.False(outcome.IsGood);
    }

    [Theory]
    [InlineData("   X.Tests  Total: 0, Errors: 0, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.1s")]
    [InlineData("Unhandled exception. It crashed before it ran a test.")]
    public void A_test_project_that_runs_nothing_counts_as_failed(string output) => Assert.False(TestOutcome.Read(output).IsGood);
}
