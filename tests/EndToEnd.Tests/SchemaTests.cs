using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests;

[Collection(WholePlatform.Shared)]
public sealed class SchemaTests(WholePlatform platform)
{
    [Fact]
    public async Task An_event_leads_to_the_schema_of_its_data_and_no_token_is_asked_for()
    {
        var received = await platform.EventOf(await platform.ReceivePetition());
        var address = new Uri(received["dataschema"]!.GetValue<string>());
        Assert.Equal(ServiceProcess.PublicAddress, new Uri(address.GetLeftPart(UriPartial.Authority)));

        using var answer = await platform.Platform.Gateway.Http.GetAsync(address.AbsolutePath);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var schema = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(address.AbsoluteUri, schema["$id"]!.GetValue<string>());
        Assert.Equal(received["type"]!.GetValue<string>(), schema["title"]!.GetValue<string>());
        Assert.Empty(
            received["data"]!.AsObject().Select(member => member.Key).Except(schema["properties"]!.AsObject().Select(member => member.Key))
        );

        // The catalogue beside it still asks for one.
        using var catalogue = await platform.Platform.Gateway.Http.GetAsync("api/v1/event-types");
        Assert.Equal(HttpStatusCode.Unauthorized, catalogue.StatusCode);
    }
}
