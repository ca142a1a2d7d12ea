using System.Net;
using System.Net.Sockets;
using DanVan.Gateway.Routing;
using DanVan.Support;
using Yarp.ReverseProxy.Configuration;

namespace DanVan.Gateway.Tests;

public sealed class NamedInstancesTests(RunningGateway running)
{
    static readonly IPAddress one = IPAddress.Parse("172.18.0.7");
    static readonly IPAddress two = IPAddress.Parse("fd00::8");

    [Fact]
    public async Task Every_address_behind_a_name_is_an_instance()
    {
        var found = await Resolve(Resolver((_, _) => Task.FromResult(new[] { one, two })));

        Assert.Equal("http://172.18.0.7:8080/", found["1[172.18.0.7]"].Address);
        Assert.Equal("http://[fd00::8]:8080/", found["1[fd00::8]"].Address);
        Assert.All(found.Values, x => Assert.Equal("petitions:8080", x.Host));
    }

    [Fact]
    public async Task A_name_behind_which_nobody_is_any_more_loses_its_addresses()
    {
        var answers = new Queue<Func<IPAddress[]>>([() => [one], () => throw new SocketException((int)SocketError.HostNotFound)]);
        var resolver = Resolver((_, _) => Task.Run(answers.Dequeue()));
        await Resolve(resolver);

        Assert.Equal("http://petitions:8080/", Assert.Single(await Resolve(resolver)).Value.Address);
    }

    [Fact]
    public async Task A_name_server_that_fails_leaves_what_was_known()
    {
        var answers = new Queue<Func<IPAddress[]>>([() => [one], () => throw new SocketException((int)SocketError.TryAgain)]);
        var resolver = Resolver((_, _) => Task.Run(answers.Dequeue()));
        var before = await Resolve(resolver);

        Assert.Equal(before, await Resolve(resolver));
    }

    [Fact]
    public async Task An_answer_holds_for_the_time_given()
    {
        var resolver = new NamedInstances(TimeSpan.FromMilliseconds(50), (_, _) => Task.FromResult(new[] { one }));
        var found = await resolver.ResolveDestinationsAsync(Named, TestContext.Current.CancellationToken);

        await Eventually.True("the answer has run out", () => found.ChangeToken!.HasChanged);
    }

    [Fact]
    public async Task The_gateway_starts_and_serves_while_a_service_has_no_address()
    {
        await using var gateway = await running.Gateway.Replica();
        await gateway.Restart(
            new Dictionary<string, string>
            {
                ["Routing__ResolveNames"] = "true",
                ["ReverseProxy__Clusters__awards__Destinations__1__Address"] = "http://awards.invalid:8080/",
            }
        );
        var caller = gateway.As(RunningGateway.Unit, "petitions.read");

        using var answer = await caller.GetAsync("api/v1/petitions/1");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        await Eventually.True("awards is known to be away", async () => await StatusOf(caller, "api/v1/awards/decisions") == 503);
    }

    static async Task<int> StatusOf(HttpClient caller, string path)
    {
        using var answer = await caller.GetAsync(path);
        return (int)answer.StatusCode;
    }

    static Dictionary<string, DestinationConfig> Named { get; } = new() { ["1"] = new() { Address = "http://petitions:8080/" } };

    static NamedInstances Resolver(Func<string, CancellationToken, Task<IPAddress[]>> lookup) => new(TimeSpan.FromMinutes(1), lookup);

    static async Task<IReadOnlyDictionary<string, DestinationConfig>> Resolve(NamedInstances resolver) =>
        (await resolver.ResolveDestinationsAsync(Named, TestContext.Current.CancellationToken)).Destinations;
}
