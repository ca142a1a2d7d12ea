using DanVan.Cli.Local;
using DanVan.Support;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace DanVan.Platform.Tests.Launcher;

public sealed class ServersTests : IAsyncLifetime
{
    TestBroker broker = null!;
    TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        broker = await TestBroker.Create();
        database = await TestDatabase.Create("awards");
    }

    public async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task A_service_enters_no_database_but_its_own()
    {
        var servers = await PlatformServers.Running();
        await using (await TestDatabase.Create("petitions")) // makes sure that the role exists
        {
            await using var neighbour = new NpgsqlConnection(servers.Postgres.ConnectionString(database.Name, "danvan_petitions"));

            var refused = await Assert.ThrowsAsync<PostgresException>(() => neighbour.OpenAsync());

            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task A_database_has_the_extensions_that_services_use()
    {
        Assert.Equal("Nghe An", await database.Scalar<string>("select unaccent('Nghệ An')"));
        Assert.Equal(2L, await database.Scalar<long>("select count(*) from pg_extension where extname in ('pg_trgm', 'btree_gist')"));
    }

    [Theory]
    [InlineData("publish an event of another service")]
    [InlineData("declare a queue of another service")]
    [InlineData("read a queue of another service")]
    [InlineData("purge a queue of another service")]
    [InlineData("delete the shared exchange")]
    [InlineData("publish past the shared exchange")]
    public async Task The_user_of_a_service_may_not(string what)
    {
        await using (var awards = await Connect("awards"))
        await using (var channel = await awards.CreateChannelAsync())
            await channel.QueueDeclareAsync("awards.facts", durable: true, exclusive: false, autoDelete: false);

        await using var petitions = await Connect("petitions");

        var refused = await Assert.ThrowsAsync<OperationInterruptedException>(() => Do(petitions, what));

        Assert.Equal(Constants.AccessRefused, (int?)refused.ShutdownReason?.ReplyCode);
    }

    [Fact]
    public async Task Nobody_signs_in_as_guest()
    {
        var factory = new ConnectionFactory { Uri = new($"amqp://guest:guest@127.0.0.1:{broker.Port}/{broker.VirtualHost}") };

        await Assert.ThrowsAsync<BrokerUnreachableException>(() => factory.CreateConnectionAsync());
    }

    [Fact]
    public async Task PostgreSQL_comes_back_after_a_kill_although_its_number_was_given_to_a_stranger()
    {
        var folder = Path.Combine(PlatformServers.StateFolder, "killed", PlatformServers.UniqueSuffix());
        var servers = new LocalServers(folder, 23_000);
        var postgres = servers.Postgres;
        try
        {
            await postgres.Start();
            await postgres.EnsureDatabase("kept", "danvan_kept");
            await postgres.Process.Kill();
            var pidFile = Path.Combine(postgres.Data, "postmaster.pid");
            var lines = await File.ReadAllLinesAsync(pidFile);
            await File.WriteAllLinesAsync(pidFile, [$"{Environment.ProcessId}", .. lines.Skip(1)]);

            await postgres.Start();

            await using var connection = new NpgsqlConnection(postgres.ConnectionString("kept", "danvan_kept"));
            await connection.OpenAsync();
        }
        finally
        {
            await servers.Purge();
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    static async Task Do(IConnection connection, string what)
    {
        await using var channel = await connection.CreateChannelAsync(
            new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false)
        );
        var task = what switch
        {
            "publish an event of another service" => Publish("danvan.events", "awards.decision-signed.v1"),
            "publish past the shared exchange" => Publish("danvan.awards", ""),
            "declare a queue of another service" => channel.QueueDeclareAsync("awards.stolen"),
            "read a queue of another service" => channel.BasicGetAsync("awards.facts", autoAck: true),
            "purge a queue of another service" => channel.QueuePurgeAsync("awards.facts"),
            "delete the shared exchange" => channel.ExchangeDeleteAsync("danvan.events"),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
        await task;

        // A refused publish closes the channel some time later; the next call on it says why.
        async Task Publish(string exchange, string key)
        {
            await channel.BasicPublishAsync(exchange, key, new byte[1]);
            await Eventually.True("the broker to answer", () => channel.IsClosed);
            throw new OperationInterruptedException(channel.CloseReason!);
        }
    }

    Task<IConnection> Connect(string user) =>
        new ConnectionFactory { Uri = new(broker.Uri(user)), AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
}
