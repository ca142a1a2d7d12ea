using Npgsql;

namespace DanVan.Directory.Tokens;

/// <summary>Removes what guarded the token endpoint and is past: used assertions that have expired, failures that are forgotten.</summary>
internal sealed class TokenCleanup(
    IServiceScopeFactory scopes,
    ClientAssertions assertions,
    TokenThrottle throttle,
    TimeProvider clock,
    ILogger<TokenCleanup> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var turns = new PeriodicTimer(TimeSpan.FromMinutes(5), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
                await assertions.Forget(db, stoppingToken);
                await throttle.Forget(db, stoppingToken);
            }
            catch (NpgsqlException away)
            {
                log.LogWarning("Nothing could be cleaned up, the next turn tries again: {Reason}", away.Message);
            }
        } while (await turns.WaitForNextTickAsync(stoppingToken));
    }
}
