using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>The service as a process on a real PostgreSQL and RabbitMQ.</summary>
public sealed class ReportingRunning() : PlatformFixture("reporting")
{
    public ServiceProcess Reporting => Platform["reporting"];
}
