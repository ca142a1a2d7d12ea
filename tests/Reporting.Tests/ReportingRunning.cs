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

    /// <summary>Every source has been heard once: a cell says that nothing is reported until then, and zero from then on, in the midst of other tests.</summary>
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var publisher = new Publisher(Platform.Broker);
        var (elsewhere, day) = (Guid.CreateVersion7(), new DateOnly(2001, 1, 1));
        await publisher.Send(
            Province.Received(elsewhere, day),
            Province.Held(elsewhere, day, "DAY"),
            Province.Issued(elsewhere, Guid.CreateVersion7(), day, 0, 0)
        );
        await Eventually.True(
            "every source to be heard",
            async () => await Reporting.Database.Scalar<long>("select count(*) from watermarks") == 3
        );
    }

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
