using DanVan.Support;
using Npgsql;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Somebody else's transaction in the database of the service, and what waits for it.</summary>
static class Locks
{
    /// <summary>Begins a transaction with a statement, which locks what it names until the transaction ends.</summary>
    public static async Task<NpgsqlConnection> Hold(this TestDatabase database, string statement, params object[] values)
    {
        var connection = await database.Source.OpenConnectionAsync();
        await connection.Do("begin");
        await connection.Do(statement, values);
        return connection;
    }

    public static async Task Do(this NpgsqlConnection connection, string statement, params object[] values)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Until so many statements of the service wait for a lock.</summary>
    public static Task Waiting(this TestDatabase database, string statement, long count = 1) =>
        Eventually.True(
            $"{statement} to wait",
            async () =>
                await database.Scalar<long>(
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike $1",
                    statement
                ) == count
        );
}
