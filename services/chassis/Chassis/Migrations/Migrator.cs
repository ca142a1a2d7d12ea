using Microsoft.Extensions.Logging;
using Npgsql;

namespace DanVan.Chassis;

/// <summary>Brings the schema up to date; safe to repeat and to run twice at once.</summary>
sealed class Migrator(NpgsqlDataSource database, IEnumerable<MigrationSource> sources, ILogger<Migrator> log)
{
    /// <exception cref="InvalidOperationException">A script was changed after it had run.</exception>
    public async Task Migrate(CancellationToken ct)
    {
        await using var connection = await OwnConnection.Open(database, "migrate", ct);
        await Execute(connection, "select pg_advisory_lock(hashtext('chassis.migrations'))", ct);
        await Execute(
            connection,
            """
            create schema if not exists chassis;
            create table if not exists chassis.migrations (name text primary key, checksum text not null, applied timestamptz not null default now());
            """,
            ct
        );
        var applied = await Applied(connection, ct);
        foreach (var script in Pending(applied))
        {
            log.LogInformation("Migrating: {Script}", script.Name);
            await Apply(connection, script, ct);
        }
    }

    /// <summary>Names of the scripts that have not run.</summary>
    public async Task<IReadOnlyList<string>> Pending(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var exists = new NpgsqlCommand("select to_regclass('chassis.migrations') is not null", connection);
        var applied = (bool)(await exists.ExecuteScalarAsync(ct))! ? await Applied(connection, ct) : [];
        return [.. Pending(applied).Select(script => script.Name)];
    }

    IEnumerable<MigrationScript> Pending(Dictionary<string, string> applied)
    {
        foreach (var script in sources.OrderBy(source => source.Last).SelectMany(source => source.Scripts()))
        {
            if (!applied.TryGetValue(script.Name, out var checksum))
                yield return script;
            else if (checksum != script.Checksum)
                throw new InvalidOperationException($"{script.Name} was changed after it had run; put the change into a new script");
        }
    }

    static async Task Apply(NpgsqlConnection connection, MigrationScript script, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // Waiting for a lock would stop everybody who waits behind us.
        await Execute(connection, "set local lock_timeout = '5s'", ct);
        await Execute(connection, script.Sql, ct);
        await using var record = new NpgsqlCommand("insert into chassis.migrations (name, checksum) values ($1, $2)", connection);
        record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = script.Name });
        record.Parameters.Add(new NpgsqlParameter<string> { TypedValue = script.Checksum });
        await record.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    static async Task<Dictionary<string, string>> Applied(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select name, checksum from chassis.migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new Dictionary<string, string>();
        while (await reader.ReadAsync(ct))
            applied.Add(reader.GetString(0), reader.GetString(1));
        return applied;
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
