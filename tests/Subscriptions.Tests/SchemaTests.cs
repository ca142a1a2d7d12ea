using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Subscriptions.Feed;
using DanVan.Support;

namespace DanVan.Subscriptions.Tests;

public sealed class SchemaTests(RunningSubscriptions running)
{
    const string Schema = $"api/v1/event-types/{EventWriter.PetitionReceived}/schema";

    [Fact]
    public async Task The_schema_of_every_type_is_where_it_says_for_everybody()
    {
        Assert.True(PublishedContracts.Events.Count > 50);
        foreach (var type in PublishedContracts.Events.Keys)
        {
            using var answer = await running.Service.Http.GetAsync($"api/v1/event-types/{type}/schema");
            Assert.Equal((type, HttpStatusCode.OK), (type, answer.StatusCode));
            Assert.Equal("application/schema+json", answer.Content.Headers.ContentType?.ToString());
            var schema = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(
                new Uri(ServiceProcess.PublicAddress, answer.RequestMessage!.RequestUri!.AbsolutePath),
                new(schema.GetProperty("$id").GetString()!)
            );
            Assert.Equal("object", schema.GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task It_may_be_kept_by_every_cache_and_is_not_sent_again_to_who_has_it()
    {
        using var first = await running.Service.Http.GetAsync(Schema);
        Assert.Equal("public, max-age=86400, immutable", string.Join(", ", first.Headers.GetValues("Cache-Control")));
        Assert.False(first.Headers.ETag!.IsWeak);

        using var again = new HttpRequestMessage(HttpMethod.Get, Schema) { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        using var known = await running.Service.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        using var other = new HttpRequestMessage(HttpMethod.Get, Schema)
        {
            Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"0\"") } },
        };
        using var sent = await running.Service.Http.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
    }

    [Theory]
    [InlineData("vn.danvan.petitions.petition-received.v9")]
    [InlineData("vn.danvan.petitions.*")]
    public async Task A_type_that_nobody_publishes_has_none(string type)
    {
        using var answer = await running.Service.Http.GetAsync($"api/v1/event-types/{type}/schema");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_address_that_cannot_stand_in_an_event_stops_the_start()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            ServiceProcess.Start("subscriptions", new Dictionary<string, string> { ["Events__PublicAddress"] = "danvan.example/platform" })
        );
        Assert.Contains("Events:PublicAddress", refused.Message, StringComparison.Ordinal);
    }
}
