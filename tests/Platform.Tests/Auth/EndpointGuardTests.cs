using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace DanVan.Platform.Tests.Auth;

public sealed class EndpointGuardTests
{
    [Fact]
    public void An_endpoint_that_does_not_say_who_may_call_it_stops_the_start()
    {
        var silent = Assert.Throws<InvalidOperationException>(() =>
            EndpointGuard.Check([Endpoint("open", new AllowAnonymousAttribute()), Endpoint("silent")])
        );
        Assert.Contains("silent", silent.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("open", silent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_or_an_open_door_is_a_statement() =>
        EndpointGuard.Check([Endpoint("scoped", new ScopeAttribute("a.read")), Endpoint("open", new AllowAnonymousAttribute())]);

    static Endpoint Endpoint(string name, params object[] metadata) => new(null, new EndpointMetadataCollection(metadata), name);
}
