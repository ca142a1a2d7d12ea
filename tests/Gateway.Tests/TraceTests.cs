using System.Diagnostics;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Gateway.Tests;

/// <summary>One trace from the caller to the service, whether anybody collects the spans or not.</summary>
public sealed class TraceTests(RunningGateway running)
{
    const string Trace = "0af7651916cd43dd8448eb211c80319c";
    const string CallersSpan = "b7ad6b7169203331";

    [Theory]
    [InlineData(null)]
    [InlineData("http://127.0.0.1:9")]
    public async Task The_service_goes_on_with_a_span_of_the_gateway(string? collector)
    {
        await using var gateway = await running.Gateway.Replica(
            collector is null ? null : new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector }
        );
        using var caller = gateway.As(RunningGateway.Unit, "petitions.read");

        var followed = await Passed(caller, $"00-{Trace}-{CallersSpan}-01");
        Assert.Equal(Trace, followed.TraceId.ToHexString());
        Assert.NotEqual(CallersSpan, followed.SpanId.ToHexString());
        Assert.NotEqual(default, (await Passed(caller, null)).TraceId);
    }

    static async Task<ActivityContext> Passed(HttpClient caller, string? traceparent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/petitions/1");
        if (traceparent is not null)
            request.Headers.TryAddWithoutValidation("traceparent", traceparent);
        using var answer = await caller.SendAsync(request);
        var seen = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return ActivityContext.Parse(seen.GetProperty("headers").GetProperty("traceparent").GetString()!, null);
    }
}
