using DanVan.Support;

namespace DanVan.Platform.Tests.Launcher;

/// <summary>Services that start side by side must not be told the same port.</summary>
public class FreePortTests
{
    [Fact]
    public void A_port_is_given_once()
    {
        var given = Enumerable.Range(0, 1000).Select(_ => FreePort.Next()).ToList();
        Assert.Equal(given.Count, given.Distinct().Count());
    }
}
