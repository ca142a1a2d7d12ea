using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DanVan.Chassis;

/// <summary>
/// Keeps a process that is started beside others from speaking before all of them can hear: while it is shut nothing is published, asked or taken from a
/// queue. It stands open unless the process was started by <c>migrate --then-serve</c>.
/// </summary>
public sealed class StartGate
{
    readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile bool isShut;
    volatile bool isPrepared = true;

    /// <summary>Ends when the process may speak.</summary>
    public Task Opened => isShut ? opened.Task : Task.CompletedTask;

    /// <summary>Schema and queues are up to date: the others may go on as soon as theirs are.</summary>
    internal bool Prepared => isPrepared;

    /// <summary>Brings the schema up to date and serves; speaks when the queues are there and the file that held it back is gone.</summary>
    internal static async Task<int> ServeBehind(string file, WebApplication app)
    {
        var gate = app.Services.GetRequiredService<StartGate>();
        var stopping = app.Lifetime.ApplicationStopping;
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Migrator>().Migrate(stopping);
        (gate.isShut, gate.isPrepared) = (true, false);
        await app.GuardEndpoints().StartAsync(stopping);
        try
        {
            await using (var scope = app.Services.CreateAsyncScope())
                await Verbs.DeclareQueues(scope.ServiceProvider, patience: TimeSpan.FromSeconds(90), stopping);
            gate.isPrepared = true;
            while (File.Exists(file))
                await Task.Delay(TimeSpan.FromMilliseconds(50), stopping);
            gate.opened.SetResult();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop before it was let go: what follows ends it as any other.
        }
        await app.WaitForShutdownAsync(CancellationToken.None);
        await app.DisposeAsync();
        return 0;
    }
}
