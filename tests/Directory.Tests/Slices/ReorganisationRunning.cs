using DanVan.Directory.Client;
using DanVan.Support;
using static DanVan.Directory.Tests.Slices.ReorganisationBodies;

namespace DanVan.Directory.Tests.Slices;

[CollectionDefinition]
public sealed class ReorganisationDirectory : ICollectionFixture<ReorganisationRunning>;

/// <summary>The directory, with a short time for answers.</summary>
public sealed class ReorganisationRunning : IAsyncLifetime
{
    TestPlatform? platform;

    public TestPlatform Platform => platform!;
    public ServiceProcess Service => Platform["directory"];

    public HttpClient As(Guid unit) => Service.As(unit, "directory.read", "directory.write", "directory.reorganise");

    /// <summary>A province with two communes.</summary>
    public async Task<(Guid Province, Guid One, Guid Other)> Province(string code)
    {
        var root = As(RootUnit.Id);
        var province = await root.Made("PROVINCE", RootUnit.Id, code);
        return (province, await root.Made("COMMUNE", province, $"{code}001"), await root.Made("COMMUNE", province, $"{code}002"));
    }

    public async ValueTask InitializeAsync() => platform = await TestPlatform.Start(["directory"], Settings);

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
            await platform.DisposeAsync();
    }
}
