using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;
using Microsoft.AspNetCore.Http;

namespace DanVan.Subscriptions.Tests;

public sealed class WebhookTests(RunningSubscriptions running)
{
    [Fact]
    public async Task A_signed_event_reaches_the_subscriber_and_the_outside_library_takes_it()
    {
        await using var receiver = await Receiver.Start();
        var (unit, writer) = (Guid.CreateVersion7(), await EventWriter.Open(running.Broker));
        var created = await Subscribe(unit, receiver.Url);
        var written = await writer.Write(unit);
        var received = await First(receiver);

        Assert.Equal(written.ToString(), received.Id);
        Assert.Equal("application/cloudevents+json", received.Headers["content-type"]);
        Assert.Equal(written, JsonElement.Parse(received.Body).GetProperty("id").GetGuid());
        var secret = created.GetProperty("secret").GetString()!;
        Assert.Equal("verified", await OutsideVerifier.Judge(secret, received));
        Assert.StartsWith("refused", await OutsideVerifier.Judge(secret, received with { Body = received.Body + " " }));
    }

    [Fact]
    public async Task While_a_secret_is_being_replaced_both_verify()
    {
        await using var receiver = await Receiver.Start();
        var (unit, writer) = (Guid.CreateVersion7(), await EventWriter.Open(running.Broker));
        var created = await Subscribe(unit, receiver.Url);
        using var answer = await Manager(unit).PostAsync($"api/v1/subscriptions/{IdOf(created)}/secret", null);
        var replaced = await answer.Content.ReadFromJsonAsync<JsonElement>();
        await writer.Write(unit);
        var received = await First(receiver);
        Assert.Equal("verified", await OutsideVerifier.Judge(created.GetProperty("secret").GetString()!, received));
        Assert.Equal("verified", await OutsideVerifier.Judge(replaced.GetProperty("secret").GetString()!, received));
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_lies_sealed_in_the_database()
    {
        await using var receiver = await Receiver.Start();
        var unit = Guid.CreateVersion7();
        var created = await Subscribe(unit, receiver.Url);
        var secret = Convert.FromBase64String(created.GetProperty("secret").GetString()!["whsec_".Length..]);
        var shown = await Manager(unit).GetStringAsync($"api/v1/subscriptions/{IdOf(created)}");
        Assert.DoesNotContain("whsec_", shown);
        var stored = await running.Service.Database.Scalar<byte[]>("select secret from subscriptions where id = $1", IdOf(created));
        Assert.True(stored.AsSpan().IndexOf(secret) < 0);
    }

    [Fact]
    public async Task An_event_that_is_not_taken_comes_again_under_the_same_id_and_in_order()
    {
        await using var receiver = await Receiver.Start((n, context) => Task.FromResult(context.Response.StatusCode = n == 1 ? 500 : 204));
        var (unit, writer) = (Guid.CreateVersion7(), await EventWriter.Open(running.Broker));
        var id = IdOf(await Subscribe(unit, receiver.Url));
        var first = await writer.Write(unit);
        await First(receiver);
        var second = await writer.Write(unit);
        await Eventually.True("three requests", () => receiver.Received.Count >= 3);
        Assert.Equal([$"{first}", $"{first}", $"{second}"], receiver.Received.Select(x => x.Id));
        var log = await Log(unit, id, 3);
        Assert.Equal([(first, 1, 500, false), (first, 2, 204, true), (second, 1, 204, true)], log);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_not_asked_again_until_it_is_resumed()
    {
        var status = 410;
        await using var receiver = await Receiver.Start((_, context) => Task.FromResult(context.Response.StatusCode = status));
        var (unit, writer) = (Guid.CreateVersion7(), await EventWriter.Open(running.Broker));
        var id = IdOf(await Subscribe(unit, receiver.Url));
        await writer.Write(unit);
        await StateBecomes(unit, id, "STOPPED", "GONE");
        await writer.Write(unit);
        status = 200;
        using var resumed = await Manager(unit).PostAsJsonAsync($"api/v1/subscriptions/{id}/resumption", new { });
        Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);
        await Eventually.True("the refused event again, then the other", () => receiver.Received.Count == 3);
        Assert.Equal(2, receiver.Received.Select(x => x.Id).Distinct().Count());
    }

    [Fact]
    public async Task When_all_attempts_have_failed_the_subscription_stops_and_says_so()
    {
        await using var receiver = await Receiver.Start(Receiver.Always(503));
        var (unit, writer) = (Guid.CreateVersion7(), await EventWriter.Open(running.Broker));
        var id = IdOf(await Subscribe(unit, receiver.Url));
        await writer.Write(unit);
        await StateBecomes(unit, id, "STOPPED", "UNREACHABLE");
        Assert.Equal(3, receiver.Received.Count);
        await Eventually.True(
            "the event that tells of it",
            async () =>
                (await RunningSubscriptions.ReadAll(running.Service.As(unit, "events.read"))).Events.Any(x =>
                    TypeOf(x).Contains("subscription-stopped")
                )
        );
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await Receiver.Start();
        await using var receiver = await Receiver.Start(
            (_, context) =>
            {
                context.Response.Headers.Location = elsewhere.Url;
                return Task.FromResult(context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect);
            }
        );
        var (unit, writer) = (Guid.CreateVersion7(), await EventWriter.Open(running.Broker));
        var id = IdOf(await Subscribe(unit, receiver.Url));
        await writer.Write(unit);
        await StateBecomes(unit, id, "STOPPED", "UNREACHABLE");
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task A_receiver_that_hangs_holds_up_nobody_else()
    {
        await using var hanging = await Receiver.Start((_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var healthy = await Receiver.Start();
        var (unit, writer) = (Guid.CreateVersion7(), await EventWriter.Open(running.Broker));
        await Subscribe(unit, hanging.Url);
        await Subscribe(unit, healthy.Url);
        await writer.Write(unit);
        await Eventually.True("the hanging receiver was asked", () => !hanging.Received.IsEmpty);
        await writer.WriteMany(20, unit);
        await Eventually.True("all 21 at the healthy receiver", () => healthy.Received.Count == 21, TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task Two_replicas_share_the_work_and_send_nothing_again_that_was_taken()
    {
        await using var replica = await running.Service.Replica();
        await using var receiver = await Receiver.Start();
        var (unit, writer) = (Guid.CreateVersion7(), await EventWriter.Open(running.Broker));
        var id = IdOf(await Subscribe(unit, receiver.Url));
        var written = await writer.WriteMany(200, unit);
        await Eventually.True("all 200", () => receiver.Received.Select(x => x.Id).Distinct().Count() == 200, TimeSpan.FromMinutes(1));
        Assert.Equal(written.Select(x => x.ToString()).Order(), receiver.Received.Select(x => x.Id).Distinct().Order());
        const string taken = "select count(*) from deliveries where subscription_id = $1 and status = 200";
        await Eventually.True("200 in the log", async () => await running.Service.Database.Scalar<long>(taken, id) >= 200);
        Assert.Equal(200, await running.Service.Database.Scalar<long>(taken, id));
    }

    [Fact]
    public async Task A_neighbour_finds_no_subscription_of_ours()
    {
        await using var receiver = await Receiver.Start();
        var id = IdOf(await Subscribe(running.CommuneA, receiver.Url));
        var neighbour = Manager(running.CommuneB);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"api/v1/subscriptions/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"api/v1/subscriptions/{id}/deliveries")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.DeleteAsync($"api/v1/subscriptions/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync($"api/v1/subscriptions/{id}/secret", null)).StatusCode);
        using var of = await neighbour.PostAsJsonAsync("api/v1/subscriptions", new { url = receiver.Url, unit = running.CommuneA });
        Assert.Equal(HttpStatusCode.NotFound, of.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Manager(running.CommuneA).DeleteAsync($"api/v1/subscriptions/{id}")).StatusCode);
    }

    HttpClient Manager(Guid unit) => running.Service.As(unit, "events.read", "subscriptions.manage");

    /// <summary>Without the events that tell of the subscription itself.</summary>
    async Task<JsonElement> Subscribe(Guid unit, string url)
    {
        using var answer = await Manager(unit)
            .PostAsJsonAsync("api/v1/subscriptions", new { url, types = new[] { EventWriter.PetitionReceived } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    async Task StateBecomes(Guid unit, Guid id, string state, string because) =>
        await Eventually.True(
            $"the subscription {state}",
            async () =>
                await Manager(unit).GetFromJsonAsync<JsonElement>($"api/v1/subscriptions/{id}") is var view
                && view.GetProperty("state").GetString() == state
                && view.GetProperty("stoppedBecause").GetString() == because
        );

    async Task<List<(Guid, int, int, bool)>> Log(Guid unit, Guid id, int count)
    {
        var page = await Eventually.Found(
            $"{count} attempts in the log",
            async () =>
                await Manager(unit).GetFromJsonAsync<JsonElement>($"api/v1/subscriptions/{id}/deliveries") is var log
                && log.GetProperty("items").GetArrayLength() >= count
                    ? log.GetProperty("items").EnumerateArray().Reverse().ToList()
                    : null
        );
        return
        [
            .. page.Select(x =>
                (
                    x.GetProperty("eventId").GetGuid(),
                    x.GetProperty("attempt").GetInt32(),
                    x.GetProperty("status").GetInt32(),
                    x.GetProperty("delivered").GetBoolean()
                )
            ),
        ];
    }

    static async Task<ReceivedWebhook> First(Receiver receiver)
    {
        await Eventually.True("a request at the receiver", () => !receiver.Received.IsEmpty);
        return receiver.Received.First();
    }

    static Guid IdOf(JsonElement created) => created.GetProperty("subscription").GetProperty("id").GetGuid();

    static string TypeOf(JsonElement cloudEvent) => cloudEvent.GetProperty("type").GetString()!;
}
