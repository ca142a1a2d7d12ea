using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Directory.Client;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Every example of the OpenAPI document works when sent, in the order in which the work goes.</summary>
[Collection<Slice>]
public sealed class ExampleTests(AwardsRunning running)
{
    readonly HttpClient administrator = running.Of(RootUnit.Id);

    [Theory]
    [InlineData("movements", "movements/{id}/closing")]
    [InlineData(
        "models",
        "models/{id}/implementation",
        "models/{id}/effectiveness",
        "models/{id}/recognition",
        "models/{id}/discontinuation"
    )]
    [InlineData("decisions", "decisions/{id}/reference", "decisions/{id}/recipients", "decisions/{id}/revocation")]
    public async Task What_the_documentation_shows_can_be_sent(string list, params string[] steps)
    {
        var paths = (await running.Service.Http.GetFromJsonAsync<JsonNode>("openapi.json"))!["paths"]!;
        var id = (await (await administrator.Post(list, Example(paths, list))).Read(HttpStatusCode.Created)).Text("id");
        foreach (var step in steps)
        {
            var address = step.Replace("{id}", id, StringComparison.Ordinal);
            await (await administrator.Send(Operation.At(step).Method, address, Example(paths, step), EntityTagHeaderValue.Any)).Read();
        }
    }

    [Fact]
    public async Task Every_operation_says_what_it_is_for()
    {
        var paths = (await running.Service.Http.GetFromJsonAsync<JsonNode>("openapi.json"))!["paths"]!.AsObject();
        var operations = paths
            .Where(path => path.Key.StartsWith($"/{Calls.Awards}/", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject());

        Assert.All(operations, operation => Assert.False(string.IsNullOrEmpty(operation.Value!["summary"]?.GetValue<string>())));
    }

    static JsonNode Example(JsonNode paths, string path) =>
        paths[$"/{Calls.Awards}/{path}"]![Operation.At(path).Method.Method.ToLowerInvariant()]!["requestBody"]!["content"]![
            "application/json"
        ]!["example"]!;
}
