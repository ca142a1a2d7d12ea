using Microsoft.Extensions.Hosting;
using Npgsql;

namespace DanVan.Chassis;

/// <summary>Refuses to start on a schema that is behind; a database that is away is waited for by whoever needs it.</summary>
sealed class SchemaCheck(Migrator migrator) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await migrator.Pending(cancellationToken) is { Count: > 0 } pending)
                throw new InvalidOperationException($"The schema is behind by {string.Join(", ", pending)}: run the verb migrate first");
        }
        catch (NpgsqlException away) when (away is not PostgresException)
        {
            return; // Readiness tells of it, and the relay tries again.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
