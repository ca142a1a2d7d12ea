using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Subscriptions.Tests;

public sealed class FeedTests(RunningSubscriptions running)
{
    [Fact]
    public async Task A_reader_misses_nothing_and_meets_nothing_twice_while_twelve_write_through_two_replicas()
    {
        var start = await running.Now();
        var unit = Guid.CreateVersion7();
        var reader = running.Service.As(unit, "events.read");
        await using var replica = await running.Service.Replica();
        var written = Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(async _ =>
                {
                    await using var writer = await EventWriter.Open(running.Broker);
                    return await writer.WriteMany(250, unit);
                })
        );
        var (read, cursor) = (new List<Guid>(), start);
        async Task<bool> ReadOn()
        {
            var (events, next) = await RunningSubscriptions.ReadAll(reader, cursor, limit: 37);
            read.AddRange(events.Select(RunningSubscriptions.IdOf));
            cursor = next;
            return written.IsCompleted && read.Count >= 12 * 250;
        }
        await Eventually.True("all 3,000 events read", ReadOn, TimeSpan.FromSeconds(60));
        var ids = (await written).SelectMany(x => x).ToList();
        Assert.Equal(read.Count, read.Distinct().Count());
        Assert.Equal(ids.Order(), read.Order());
    }

    [Fact]
    public async Task Positions_have_no_gaps()
    {
        await using var writer = await EventWriter.Open(running.Broker);
        await writer.WriteMany(20, Guid.CreateVersion7());
        await Eventually.True(
            "as many events as the head counts",
            () => running.Service.Database.Scalar<bool>("select count(*) = max(position) and count(*) >= 20 from feed")
        );
    }

    [Fact]
    public async Task Every_reader_meets_the_same_order_whatever_its_pages()
    {
        var start = await running.Now();
        var unit = Guid.CreateVersion7();
        await using var writer = await EventWriter.Open(running.Broker);
        await writer.WriteMany(100, unit);
        var client = running.Service.As(unit, "events.read");
        var whole = await Arrived(client, start, 100);
        var (inSmallPages, _) = await RunningSubscriptions.ReadAll(client, start, limit: 7);
        Assert.Equal(whole, inSmallPages.Select(RunningSubscriptions.IdOf));
    }

    [Fact]
    public async Task An_event_delivered_again_is_in_the_feed_once()
    {
        var start = await running.Now();
        var unit = Guid.CreateVersion7();
        await using var writer = await EventWriter.Open(running.Broker);
        var twice = await writer.Write(unit);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => writer.Write(unit, id: twice)));
        var last = await writer.Write(unit);
        await Reads(running.Service.As(unit, "events.read"), start, twice, last);
    }

    [Fact]
    public async Task A_unit_reads_its_subtree_and_what_belongs_to_no_unit_and_nothing_else()
    {
        var start = await running.Now();
        await using var writer = await EventWriter.Open(running.Broker);
        // of a type of its own: what belongs to no unit also reaches the webhooks of the tests beside this one
        var none = await writer.Write(type: $"vn.danvan.petitions.seen-{Guid.CreateVersion7():n}.v1");
        var (a, b) = (await writer.Write(running.CommuneA), await writer.Write(running.CommuneB));
        await Reads(running.Service.As(running.Province, "events.read"), start, a, b, none);
        await Reads(running.Service.As(running.CommuneA, "events.read"), start, a, none);
        await Reads(running.Service.As(running.CommuneB, "events.read"), start, b, none);
        await Reads(running.Service.As(Guid.CreateVersion7(), "events.read"), start, none);
    }

    [Fact]
    public async Task A_denunciation_is_in_no_feed_and_no_count_even_when_an_older_publisher_sends_it_openly()
    {
        var start = await running.Now();
        var unit = Guid.CreateVersion7();
        var type = $"vn.danvan.petitions.seen-{Guid.CreateVersion7():n}.v1";
        await using var writer = await EventWriter.Open(running.Broker);
        var before = await writer.Write(unit, type);
        await writer.Write(unit, type, kind: "TO_CAO");
        var after = await writer.Write(unit, type);
        await Reads(running.Service.As(unit, "events.read"), start, before, after);
        Assert.Equal(2, await running.Service.Database.Scalar<long>("select events from event_types where type = $1", type));
    }

    [Fact]
    public async Task Types_are_chosen_by_name_or_by_the_beginning_of_the_name()
    {
        var start = await running.Now();
        var unit = Guid.CreateVersion7();
        await using var writer = await EventWriter.Open(running.Broker);
        await writer.Write(unit);
        var award = await writer.Write(unit, "vn.danvan.awards.award-decided.v1");
        var client = running.Service.As(unit, "events.read");
        await Arrived(client, start, 2);
        async Task<Guid[]> Of(string type) =>
            [.. (await RunningSubscriptions.ReadAll(client, start, more: $"&type={type}")).Events.Select(RunningSubscriptions.IdOf)];
        Assert.Equal([award], await Of("vn.danvan.awards.award-decided.v1"));
        Assert.Equal([award], await Of("vn.danvan.awards.*"));
        Assert.Empty(await Of("vn.danvan.awards.award-decided"));
    }

    [Fact]
    public async Task The_wait_ends_as_soon_as_something_comes()
    {
        var start = await running.Now();
        var unit = Guid.CreateVersion7();
        var waiting = running.Service.As(unit, "events.read").GetFromJsonAsync<JsonElement>($"api/v1/events?after={start}&wait=30");
        await using var writer = await EventWriter.Open(running.Broker);
        var written = await writer.Write(unit);
        var page = await waiting.WaitAsync(TimeSpan.FromSeconds(15));
        Assert.Equal(written, RunningSubscriptions.IdOf(Assert.Single(page.GetProperty("events").EnumerateArray())));
    }

    [Fact]
    public async Task A_cursor_of_an_epoch_that_has_ended_is_answered_with_410_and_the_way_on()
    {
        await using var service = await ServiceProcess.Start("subscriptions");
        var client = service.As(RootUnit.Id, "events.read");
        var before = (await client.GetFromJsonAsync<JsonElement>("api/v1/events")).GetProperty("next").GetString();
        await service.Database.Execute("update feed_head set epoch = gen_random_uuid()");
        using var answer = await client.GetAsync($"api/v1/events?after={before}");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("events.epoch-ended", problem.GetProperty("code").GetString());
        Assert.Contains("after=latest", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("after=nonsense", "after")]
    [InlineData("after=AAAAAAAAAAAAAAAAAAAAAH__________", "after")]
    [InlineData("limit=1001", "limit")]
    [InlineData("wait=31", "wait")]
    [InlineData("type=%25", "type")]
    [InlineData("page=2", "page")]
    public async Task What_is_no_cursor_limit_wait_or_type_is_refused_by_name(string query, string field)
    {
        using var answer = await running.Root.GetAsync($"api/v1/events?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    [Fact]
    public async Task The_catalogue_names_every_type_that_was_published()
    {
        var type = $"vn.danvan.petitions.seen-{Guid.CreateVersion7():n}.v1";
        await using var writer = await EventWriter.Open(running.Broker);
        await writer.Write(type: type);
        await Eventually.True(
            "the new type in the catalogue",
            async () =>
                (await running.Root.GetFromJsonAsync<JsonElement>("api/v1/event-types"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Any(x => x.GetProperty("type").GetString() == type && x.GetProperty("events").GetInt64() == 1)
        );
    }

    /// <summary>These and no others, in any order: events on their way at the same time may overtake each other.</summary>
    static async Task Reads(HttpClient client, string after, params Guid[] expected) =>
        Assert.Equal(expected.Order(), (await Arrived(client, after, expected.Length)).Order());

    static async Task<List<Guid>> Arrived(HttpClient client, string after, int count)
    {
        List<Guid> ids = [];
        await Eventually.True(
            $"{count} events",
            async () =>
                (ids = [.. (await RunningSubscriptions.ReadAll(client, after)).Events.Select(RunningSubscriptions.IdOf)]).Count >= count
        );
        return ids;
    }
}
