using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>The service as a process on a real PostgreSQL and RabbitMQ.</summary>
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
