using System.Net;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>An api_key is a part of its client's rights, and ends with them.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class Open311KeyTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_key_enters_feedback_for_its_unit_only_and_a_token_does_as_well()
    {
        var (sender, other) = (await Sender.With(running), await Sender.With(running));
        var form = sender.Form();
        form["api_key"] = other.Key;
        await (await sender.Post(form)).Read(HttpStatusCode.Forbidden);
        form.Remove("api_key");
        using var content = new FormUrlEncodedContent(form);
        await (await clerk.PostAsync($"{Sender.Api}/requests.json", content)).Read(HttpStatusCode.Created);
        using var reader = running.Service.As(PetitionsRunning.Province, "petitions.read");
        using var again = new FormUrlEncodedContent(form);
        await (await reader.PostAsync($"{Sender.Api}/requests.json", again)).Read(HttpStatusCode.Forbidden);
        // A key is no token.
        using var bearer = running.Service.WithToken(sender.Key);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bearer.GetAsync(Book)).StatusCode);
    }

    [Fact]
    public async Task A_key_is_listed_without_what_opens_the_door_and_ends_once()
    {
        var sender = await Sender.With(running);
        using var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write");
        var key = (await clerk.Get($"{Book}/intake-keys?limit=1000"))["items"]!.AsArray().Single(k => k!.Text("client") == sender.Client)!;
        Assert.DoesNotContain("apiKey", key.ToJsonString(), StringComparison.Ordinal);
        var ending = $"{Book}/intake-keys/{key.Text("id")}/ending";
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post(ending, new JsonObject())).StatusCode);
        Assert.DoesNotContain(
            (await neighbour.Get($"{Book}/intake-keys?limit=1000"))["items"]!.AsArray(),
            k => k!.Text("client") == sender.Client
        );

        await (await clerk.Post(ending, new JsonObject())).Read();

        await (await sender.Post(sender.Form())).Read(HttpStatusCode.Forbidden);
        Assert.Equal("petitions.key-has-ended", await (await clerk.Post(ending, new JsonObject())).Refusal());
    }

    [Fact]
    public async Task Keys_take_the_scopes_of_petitions_and_the_latest_version()
    {
        var sender = await Sender.With(running);
        using var reader = running.Service.As(PetitionsRunning.Province, "petitions.read");
        using var writer = running.Service.As(PetitionsRunning.Province, "petitions.write");
        var key = (await reader.Get($"{Book}/intake-keys?limit=1000"))["items"]!.AsArray().Single(k => k!.Text("client") == sender.Client)!;
        var ending = $"{Book}/intake-keys/{key.Text("id")}/ending";
        var asking = new JsonObject { ["name"] = "Ứng dụng", ["unitId"] = null };

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"{Book}/intake-keys", asking)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post(ending, new JsonObject())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync($"{Book}/intake-keys")).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await writer.PostOn(2, ending, new JsonObject())).StatusCode);
        await sender.Sent();
    }

    [Fact]
    public async Task A_key_that_has_ended_ends_no_second_time_with_its_client()
    {
        var (ended, marker) = (await Sender.With(running), await Sender.With(running));
        var key = (await clerk.Get($"{Book}/intake-keys?limit=1000"))["items"]!.AsArray().Single(k => k!.Text("client") == ended.Client)!;
        await (await clerk.Post($"{Book}/intake-keys/{key.Text("id")}/ending", new JsonObject())).Read();

        await running.Service.Broker.Publish(Told(ended, id => new ApiClientDisabled(id, "thử")));
        await running.NothingWaits("petitions.intake-keys");
        await running.Service.Broker.Publish(Told(marker, id => new ApiClientDisabled(id, "thử")));

        await Eventually.True("the other's to end", async () => await Endings(marker) == 1);
        Assert.Equal(1, await Endings(ended));

        Task<long> Endings(Sender of) =>
            running.Service.Database.Scalar<long>(
                "select count(*) from chassis.journal where type like '%intake-key-ended%' and data ->> 'client' = $1",
                of.Client
            );
    }

    [Fact]
    public async Task A_key_holds_until_its_last_day_and_for_no_unit_of_a_neighbour()
    {
        var sender = await Sender.With(running);
        await Expires(0);
        await sender.Sent();
        await Expires(-1);
        await (await sender.Post(sender.Form())).Read(HttpStatusCode.Forbidden);

        using var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.write");
        var asked = await neighbour.Post($"{Book}/intake-keys", new JsonObject { ["name"] = "Ứng dụng", ["unitId"] = sender.Unit });
        Assert.NotNull((await asked.Read(HttpStatusCode.NotFound))["errors"]!["unitId"]);

        Task Expires(int days) =>
            running.Service.Database.Execute(
                "update intake_keys set expires_on = $2 where client = $1",
                sender.Client,
                TimeProvider.System.Today().AddDays(days)
            );
    }

    [Fact]
    public async Task A_key_ends_with_the_account_that_asked_for_it()
    {
        var (sender, account) = (await Sender.With(running), Guid.CreateVersion7());
        sender = sender with { Key = await Sender.Issue(running.Service, sender.Unit, $"account-{account:n}") };
        await sender.Sent();

        await running.Service.Broker.Publish(TestEvents.Of($"account/{account}", new AccountDisabled(account), PetitionsRunning.Province));

        await Eventually.True("the key to end", async () => (await sender.Post(sender.Form())).StatusCode == HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_ends_with_its_client_and_with_the_clients_right()
    {
        var (disabled, changed, kept) = (await Sender.With(running), await Sender.With(running), await Sender.With(running));
        await running.Service.Broker.Publish(
            Told(kept, id => new ApiClientChanged(id, ["petitions.write"], "standard")),
            Told(disabled, id => new ApiClientDisabled(id, "thử")),
            Told(changed, id => new ApiClientChanged(id, ["petitions.read"], "standard"))
        );

        await Eventually.True(
            "both keys to end",
            async () =>
                await running.Service.Database.Scalar<long>(
                    "select count(*) from intake_keys where client in ($1, $2) and ended_on is not null",
                    disabled.Client,
                    changed.Client
                ) == 2
        );
        await (await disabled.Post(disabled.Form())).Read(HttpStatusCode.Forbidden);
        await (await changed.Post(changed.Form())).Read(HttpStatusCode.Forbidden);
        await kept.Sent();
    }

    static TestEvent Told<T>(Sender sender, Func<Guid, T> what)
        where T : class
    {
        var id = Guid.ParseExact(sender.Client["client-".Length..], "n");
        return TestEvents.Of($"api-client/{id}", what(id), PetitionsRunning.Province);
    }
}
