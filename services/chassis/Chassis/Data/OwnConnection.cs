using Npgsql;

namespace DanVan.Chassis;

/// <summary>
/// A connection beside the pool. Pooled connections are handed on as they are, so that no setting or lock may outlive a transaction there; what holds one
/// for longer opens its own, and the lock lives and dies with it.
/// </summary>
static class OwnConnection
{
    public static async Task<NpgsqlConnection> Open(NpgsqlDataSource database, string name, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.ConnectionString)
            {
                Pooling = false,
                KeepAlive = 5,
                ApplicationName = name,
            }.ConnectionString
        );
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
