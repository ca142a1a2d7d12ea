using DanVan.Cli.Local;
using Npgsql;

namespace DanVan.Support;

/// <summary>A fresh, empty database that belongs to a service's role as in production; gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    readonly LocalServers servers;

    TestDatabase(LocalServers servers, string service)
    {
        this.servers = servers;
        Name = $"test_{service}_{PlatformServers.UniqueSuffix()}";
        ConnectionString = servers.Postgres.ConnectionString(Name, $"danvan_{service}");
        Source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { MaxPoolSize = 8 });
    }

    public string Name { get; }

    /// <summary>As the service's own role.</summary>
    public string ConnectionString { get; }

    /// <summary>For looking into the tables from a test.</summary>
    public NpgsqlDataSource Source { get; }

    public static async Task<TestDatabase> Create(string service)
    {
        var servers = await PlatformServers.Running();
        var database = new TestDatabase(servers, service);
        await servers.Postgres.EnsureDatabase(database.Name, $"danvan_{service}");
        return database;
    }

    /// <summary>The one value a statement returns.</summary>
    public async Task<T> Scalar<T>(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return (T)(await command.ExecuteScalarAsync() ?? throw new InvalidOperationException($"Nothing came back from: {sql}"));
    }

    /// <summary>The number of rows a statement touched.</summary>
    public async Task<int> Execute(string sql, params object[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await servers.Postgres.DropDatabase(Name);
    }

    NpgsqlCommand Command(string sql, object[] parameters)
    {
        var command = Source.CreateCommand(sql);
        foreach (var value in parameters)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
