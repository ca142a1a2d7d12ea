using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Gateway.Reference;
using DanVan.Support;

namespace DanVan.Gateway.Tests;

public sealed class ReferenceTests(RunningGateway running)
{
    [Fact]
    public async Task The_document_has_every_service_and_only_what_is_routed()
    {
        var document = await Document();
        var paths = document.GetProperty("paths").EnumerateObject().Select(x => x.Name).ToList();
        Assert.Contains("/api/v1/events", paths);
        Assert.Contains("/api/v1/subscriptions/{id}", paths);
        Assert.Contains("/api/v1/petitions/{id}", paths);
        Assert.DoesNotContain("/internal/secrets", paths);
        Assert.DoesNotContain(paths, x => x.StartsWith("/health", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_operation_can_be_called_with_a_token_from_anywhere_or_by_client_credentials()
    {
        var document = await Document();
        var security = document.GetProperty("paths").GetProperty("/api/v1/events").GetProperty("get").GetProperty("security");
        Assert.Equal("""[{"bearer":["events.read"]},{"oauth2":["events.read"]}]""", JsonSerializer.Serialize(security));
        var flow = document
            .GetProperty("components")
            .GetProperty("securitySchemes")
            .GetProperty("oauth2")
            .GetProperty("flows")
            .GetProperty("clientCredentials");
        Assert.Equal("/oauth/token", flow.GetProperty("tokenUrl").GetString());
        Assert.True(flow.GetProperty("scopes").TryGetProperty("events.read", out _));
    }

    [Fact]
    public async Task Who_has_the_document_already_is_not_sent_it_again()
    {
        await Document();
        using var first = await running.Gateway.Http.GetAsync("openapi.json");
        using var again = new HttpRequestMessage(HttpMethod.Get, "openapi.json") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var answer = await running.Gateway.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("docs/index.html", "text/html")]
    [InlineData("docs/swagger-ui.css", "text/css")]
    [InlineData("docs/swagger-ui-bundle.js", "text/javascript")]
    [InlineData("docs/index.js", "application/javascript")]
    public async Task The_reference_pages_come_out_of_the_gateway_itself(string path, string type)
    {
        using var answer = await running.Gateway.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        if (type == "text/html")
            Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain("https://unpkg.com", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void A_component_that_two_mean_alike_is_kept_once()
    {
        var document = Merge(Part("/a", """{ "Item": { "type": "object" } }"""), Part("/b", """{ "Item": { "type": "object" } }"""));
        Assert.Equal(["Item"], Schemas(document));
    }

    [Fact]
    public void A_component_that_two_mean_differently_carries_the_name_of_the_later_and_so_does_what_refers_to_it()
    {
        const string page = """ "Page": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } } """;
        var document = Merge(
            Part("/a", $$"""{ "Item": { "type": "object" }, {{page}} }"""),
            Part("/b", $$"""{ "Item": { "type": "string" }, {{page}} }""")
        );
        Assert.Equal(["BItem", "BPage", "Item", "Page"], Schemas(document));
        Assert.Equal("#/components/schemas/BItem", (string?)document["components"]!["schemas"]!["BPage"]!["items"]!["$ref"]);
        Assert.Equal("#/components/schemas/BPage", Answer(document, "/b"));
        Assert.Equal("#/components/schemas/Page", Answer(document, "/a"));
    }

    [Fact]
    public void Two_operations_do_not_share_an_id()
    {
        var document = Merge(Part("/a", "{}"), Part("/b", "{}"));
        Assert.Equal("list", (string?)document["paths"]!["/a"]!["get"]!["operationId"]);
        Assert.Equal("Blist", (string?)document["paths"]!["/b"]!["get"]!["operationId"]);
    }

    /// <summary>The document with both services: parts come in when their service first answers.</summary>
    async Task<JsonElement> Document()
    {
        JsonElement document = default;
        bool Has(string path) => document.GetProperty("paths").TryGetProperty(path, out _);
        await Eventually.True(
            "a document with both services",
            async () =>
            {
                document = await running.Gateway.Http.GetFromJsonAsync<JsonElement>("openapi.json");
                return Has("/api/v1/events") && Has("/api/v1/petitions/{id}");
            }
        );
        return document;
    }

    static JsonObject Merge(JsonObject a, JsonObject b)
    {
        var merger = new DocumentMerger(DocumentFrame.Create(null), "/oauth/token");
        merger.Add("a", a, _ => true);
        merger.Add("b", b, _ => true);
        return merger.Finish();
    }

    static JsonObject Part(string path, string schemas) =>
        JsonNode
            .Parse(
                $$"""
                {
                  "paths": { "{{path}}": { "get": { "operationId": "list", "responses": { "200": { "description": "OK",
                    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Page" } } } } } } } },
                  "components": { "schemas": {{schemas}} }
                }
                """
            )!
            .AsObject();

    static IEnumerable<string> Schemas(JsonObject document) =>
        document["components"]!["schemas"]!.AsObject().Select(x => x.Key).Order(StringComparer.Ordinal);

    static string? Answer(JsonObject document, string path) =>
        (string?)document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"];
}
