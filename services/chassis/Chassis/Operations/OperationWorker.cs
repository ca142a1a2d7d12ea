using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DanVan.Chassis.Operations;

/// <summary>Runs the queued jobs of this service, one at a time in each process.</summary>
sealed partial class OperationWorker(
    OperationLease lease,
    IEnumerable<OperationKind> kinds,
    IServiceScopeFactory scopes,
    OperationSignal signal,
    TimeProvider clock,
    ILogger<OperationWorker> log
) : BackgroundService
{
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    readonly Dictionary<string, Type> classes = kinds.ToDictionary(k => k.Kind, k => k.Class);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (classes.Count == 0)
            return;
        while (!stoppingToken.IsCancellationRequested)
            if (!await TryRunOne(stoppingToken))
                await signal.Wait(Poll, stoppingToken);
    }

    async Task<bool> TryRunOne(CancellationToken stopping)
    {
        try
        {
            if (await lease.Take([.. classes.Keys], stopping) is not { } job)
                return false;
            await Run(job, stopping);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            QueueFailed(log, e); // The database is away: the leases run out by themselves and the jobs are found again.
            return false;
        }
    }

    async Task Run(QueuedOperation job, CancellationToken stopping)
    {
        using var work = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var context = new OperationContext(job, work.Token);
        var renewing = Renew(context, work);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            Actor.Current = context.Caller.Subject;
            await ((IOperation)ActivatorUtilities.CreateInstance(scope.ServiceProvider, classes[job.Kind])).Run(context, work.Token);
            await lease.Finish(context, ProblemOf(context.Rejection));
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            await lease.GiveBack(job, stopping: true);
        }
        catch (Exception e)
        {
            AttemptFailed(log, e, job.Kind, job.Id, job.Attempts);
            if (!await lease.GiveBack(job, stopping: false))
                await lease.Finish(context, StatusProblem.Details(500));
        }
        finally
        {
            await work.CancelAsync();
            await renewing;
        }
    }

    // Every two seconds, so that progress is seen; a lost lease stops the work.
    async Task Renew(OperationContext context, CancellationTokenSource work)
    {
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), clock);
            while (await timer.WaitForNextTickAsync(work.Token))
                if (!await lease.Renew(context, work.Token))
                    await work.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
        catch (Exception e)
        {
            QueueFailed(log, e);
            await work.CancelAsync(); // Without a lease somebody else will begin; so this one must end.
        }
    }

    static ProblemDetails? ProblemOf(Rejection? rejection) =>
        rejection is null ? null : Problems.Create(rejection.Status, rejection.Code, rejection.Vi, rejection.En);

    [LoggerMessage(LogLevel.Warning, "The queue of operations could not be read or written")]
    static partial void QueueFailed(ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Error, "Operation {Kind} {Id} failed in attempt {Attempt}")]
    static partial void AttemptFailed(ILogger log, Exception exception, string kind, Guid id, int attempt);
}
