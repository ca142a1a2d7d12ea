using System.Diagnostics;

namespace DanVan.EndToEnd.Tests;

[Collection(WholePlatform.Shared)]
public sealed class TracingTests(WholePlatform platform)
{
    [Fact]
    public async Task One_trace_leads_from_the_gateway_to_what_another_service_received()
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();

        var petition = await platform.ReceivePetition($"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");

        var received = await platform.EventOf(petition);
        Assert.StartsWith($"00-{trace}-", received["traceparent"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
