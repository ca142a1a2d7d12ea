using Xunit;

namespace DanVan.Support;

/// <summary>
/// The services that the tests of a class (or collection) share: <c>public sealed class Petitions() : PlatformFixture("petitions");</c> and
/// <c>class IntakeTests(Petitions running) : IClassFixture&lt;Petitions&gt;</c>.
/// </summary>
public abstract class PlatformFixture(params string[] services) : IAsyncLifetime
{
    TestPlatform? platform;

    public TestPlatform Platform => platform ?? throw new InvalidOperationException("The fixture has not been initialised by xunit.");

    public virtual async ValueTask InitializeAsync() => platform = await TestPlatform.Start(services);

    public virtual async ValueTask DisposeAsync()
    {
        if (platform is not null)
            await platform.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
