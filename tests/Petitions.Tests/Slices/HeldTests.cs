using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Petitions.Open311;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What looks like abuse is received, kept from the public until a person has looked at it, and never lost.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class HeldTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_text_with_a_link_is_held_and_shown_once_a_person_releases_it()
    {
        var sender = await Sender.With(running);
        var (plain, _) = await sender.Sent();
        var (id, notice) = await sender.Sent(sender.Form("Mua ngay tại http://example.org"));

        Assert.DoesNotContain(await sender.Requests(), r => r!.Text("service_request_id") == id);
        Assert.Equal(HttpStatusCode.NotFound, (await sender.Ask($"requests/{id}.json")).StatusCode);
        var held = (await Held()).Single(line => line!.Text("id") == id)!;
        Assert.Equal(["LINKS"], held["heldFor"]!.AsArray().Select(reason => reason!.GetValue<string>()));
        Assert.Equal((await clerk.Get($"{Book}/{plain}")).Text("dueOn"), held.Text("dueOn"));
        Assert.Contains("Mã hồ sơ", notice, StringComparison.Ordinal);

        await (await Review(clerk, id, "RELEASED")).Read();

        Assert.Contains(await sender.Requests(), r => r!.Text("service_request_id") == id);
        Assert.DoesNotContain(await Held(), line => line!.Text("id") == id);
        Assert.Equal("petitions.not-held", await (await Review(clerk, id, "DISMISSED")).Refusal());
    }

    [Fact]
    public async Task What_is_dismissed_stays_in_the_book_and_out_of_the_list()
    {
        var sender = await Sender.With(running);
        var (id, _) = await sender.Sent(sender.Form("www.example.org"));

        var reviewed = await (await Review(clerk, id, "DISMISSED")).Read();

        Assert.Equal("RECEIVED", reviewed.Text("state"));
        Assert.NotNull(reviewed["dueOn"]);
        Assert.Empty(await sender.Requests());
        Assert.Equal("vn.danvan.petitions.held-feedback-reviewed.v1", (await clerk.Get($"{Book}/{id}/history"))[1]!.Text("type"));
    }

    [Fact]
    public async Task The_same_text_again_is_held()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        await sender.Sent(form);
        form["description"] = form["description"].ToUpperInvariant() + " !";
        var (again, _) = await (sender with { From = Citizen.NewAddress() }).Sent(form);

        Assert.Equal(
            ["SAME_TEXT"],
            (await Held()).Single(line => line!.Text("id") == again)!["heldFor"]!.AsArray().Select(r => r!.GetValue<string>())
        );
    }

    [Fact]
    public async Task The_same_text_after_a_day_is_another_report()
    {
        var sender = await Sender.With(running);
        var form = sender.Form();
        await sender.Sent(form);

        await running.Service.Database.Execute("update recent_intakes set at = at - interval '25 hours'");
        var (again, _) = await sender.Sent(form);

        Assert.Contains(await sender.Requests(), r => r!.Text("service_request_id") == again);
    }

    [Fact]
    public async Task Near_its_quota_a_client_is_held_and_beyond_it_waits_however_many_keys_and_addresses_it_has()
    {
        await using var strict = await running.Service.Replica(
            new Dictionary<string, string> { ["Open311__RequestsOfAClient"] = "3", ["Open311__HoldFromPercent"] = "80" }
        );
        var sender = await Sender.With(running, strict);
        var second = sender with { From = Citizen.NewAddress(), Key = await Sender.Issue(strict, sender.Unit, sender.Client) };
        await sender.Sent();
        await second.Sent(second.Form());
        var (third, _) = await sender.Sent();

        var waits = await second.Post(second.Form());

        Assert.Equal(429, (int)(await waits.Read(HttpStatusCode.TooManyRequests))[0]!["code"]!);
        Assert.InRange(waits.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
        Assert.Equal(
            ["NEAR_QUOTA"],
            (await Held()).Single(line => line!.Text("id") == third)!["heldFor"]!.AsArray().Select(r => r!.GetValue<string>())
        );
        Assert.Equal(3, await running.Service.Database.Scalar<long>("select count(*) from petitions where unit_id = $1", sender.Unit));

        await running.Service.Database.Execute("update recent_intakes set at = at - interval '61 minutes'");
        await second.Sent(second.Form());
    }

    [Fact]
    public async Task An_address_has_a_quota_whatever_the_client()
    {
        await using var strict = await running.Service.Replica(new Dictionary<string, string> { ["Open311__RequestsOfAnAddress"] = "2" });
        var (one, other) = (await Sender.With(running, strict), await Sender.With(running, strict));
        other = other with { From = one.From };
        await one.Sent();
        await other.Sent();

        await (await one.Post(one.Form())).Read(HttpStatusCode.TooManyRequests);
        await (one with { From = Citizen.NewAddress() }).Sent();
    }

    [Fact]
    public async Task A_hundred_at_once_are_counted_one_by_one_and_none_waits_with_a_connection()
    {
        await using var strict = await running.Service.Replica(new Dictionary<string, string> { ["Open311__RequestsOfAClient"] = "5" });
        var sender = await Sender.With(running, strict);

        var sending = Task.WhenAll(Enumerable.Range(0, 100).Select(_ => sender.Post(sender.Form())));
        var most = 0L;
        while (!sending.IsCompleted)
            most = Math.Max(
                most,
                await running.Service.Database.Scalar<long>(
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'advisory'"
                )
            );
        var answers = await sending;

        Assert.Equal(
            new Dictionary<HttpStatusCode, int> { [HttpStatusCode.Created] = 5, [HttpStatusCode.TooManyRequests] = 95 },
            answers.CountBy(answer => answer.StatusCode).ToDictionary()
        );
        Assert.Equal(0, most);
    }

    [Fact]
    public async Task Of_one_client_a_hundred_wait_and_of_another_none_has_to()
    {
        await using var turns = IntakeQuota.Turns();
        using var first = await turns.AcquireAsync("one");
        var waiting = Enumerable.Range(0, 100).Select(_ => turns.AcquireAsync("one").AsTask()).ToList();

        Assert.DoesNotContain(waiting, turn => turn.IsCompleted);
        Assert.False((await turns.AcquireAsync("one")).IsAcquired);
        Assert.True((await turns.AcquireAsync("other")).IsAcquired);
    }

    [Fact]
    public async Task A_neighbour_neither_sees_nor_reviews_it()
    {
        var sender = await Sender.With(running);
        var (id, _) = await sender.Sent(sender.Form("http://example.org"));
        using var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write");

        Assert.Equal(HttpStatusCode.NotFound, (await Review(neighbour, id, "RELEASED")).StatusCode);
        Assert.DoesNotContain((await neighbour.Get($"{Book}/held?limit=1000"))["items"]!.AsArray(), line => line!.Text("id") == id);
        Assert.Empty(await sender.Requests());
    }

    [Fact]
    public async Task Whom_it_is_about_does_not_see_it_by_the_own_account()
    {
        var sender = await Sender.With(running);
        var (id, _) = await sender.Sent(sender.Form("http://example.org"));
        var (person, other) = (await running.Person(), await running.Person());
        var respondents = new JsonObject { ["respondents"] = new JsonArray(new JsonObject { ["personId"] = person }) };
        await (await clerk.PutAsync($"{Book}/{id}/respondents", JsonContent.Create(respondents))).Read();

        Assert.Contains(await Held(Account(other)), line => line!.Text("id") == id);
        Assert.DoesNotContain(await Held(Account(person)), line => line!.Text("id") == id);

        HttpClient Account(Guid by) =>
            running.Service.WithToken(
                TestTokens.Create(
                    PetitionsRunning.Province,
                    ["petitions.read"],
                    new()
                    {
                        Subject = $"account-{by:n}",
                        More = new Dictionary<string, object> { ["person"] = $"{by}" },
                    }
                )
            );
    }

    async Task<JsonArray> Held(HttpClient? reader = null) => (await (reader ?? clerk).Get($"{Book}/held?limit=1000"))["items"]!.AsArray();

    static Task<HttpResponseMessage> Review(HttpClient client, string id, string decision) =>
        client.Post($"{Book}/{id}/review", new JsonObject { ["decision"] = decision });
}
