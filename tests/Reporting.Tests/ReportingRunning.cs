using DanVan.Reporting.Tests;
using DanVan.Reporting.Tests.Scores;
using DanVan.Support;

[assembly: AssemblyFixture(typeof(ReportingRunning))]
[assembly: AssemblyFixture(typeof(LevelsRunning))]
[assembly: AssemblyFixture(typeof(ScoresRunning))]

namespace DanVan.Reporting.Tests;

/// <summary>
/// The service as a process on a real PostgreSQL and RabbitMQ. All classes share one, each test in a province of its own; who stops it, counts what there is in
/// all or waits until nothing is left to do says <see cref="IClassFixture{TFixture}"/> and gets one alone.
/// </summary>
public sealed class ReportingRunning() : PlatformFixture("reporting")
{
    readonly SemaphoreSlim one = new(1);
    Province? shared;

    public ServiceProcess Reporting => Platform["reporting"];

    /// <summary>One province for tests that do not mind each other; others found their own.</summary>
    internal async Task<Province> Shared()
    {
        await one.WaitAsync();
        try
        {
            return shared ??= await Province.Founded(this);
        }
        finally
        {
            one.Release();
        }
    }
}
