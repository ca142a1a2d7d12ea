using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

[Collection(PetitionsRunning.Shared)]
public sealed class ReceptionTests(PetitionsRunning running)
{
    const string Sessions = "api/v1/receptions";
    readonly HttpClient clerk = running.Service.As(PetitionsRunning.Committee, "petitions.read", "petitions.write");

    [Fact]
    public async Task A_session_is_planned_held_and_its_visits_counted_and_the_heads_duty_is_told()
    {
        var answer = await clerk.Post(Sessions, Session("2026-10-20"));
        var planned = await answer.Read(HttpStatusCode.Created);
        var path = $"{Sessions}/{planned.Text("id")}";
        Assert.Equal($"/{path}", answer.Headers.Location!.ToString());
        Assert.Equal(("PLANNED", "2026-10-13"), (planned.Text("state"), planned.Text("postBy")));
        Assert.True(planned["postedInTime"]!.GetValue<bool>());
        Assert.False((await Duty("2026-10-01", "2026-10-31"))["isDone"]!.GetValue<bool>());

        await (await clerk.Post($"{path}/holding", new JsonObject { ["receivedBy"] = "HEAD" })).Read();
        var petition = await clerk.Received();
        await (await clerk.Post($"{path}/visits", Visit("RECEIVED", petition))).Read(HttpStatusCode.Created);
        var group = await (await clerk.Post($"{path}/visits", Visit("GUIDED", people: 6))).Read(HttpStatusCode.Created);

        Assert.True(group["isGroup"]!.GetValue<bool>());
        Assert.Equal(2, (await clerk.Get($"{path}/visits"))["items"]!.AsArray().Count);
        Assert.Equal(4, (await clerk.Get(path))["version"]!.GetValue<int>());
        var duty = await Duty("2026-10-01", "2026-10-31");
        Assert.Equal((1, 1, true), (duty["required"]!.GetValue<int>(), duty["byHead"]!.GetValue<int>(), duty["isDone"]!.GetValue<bool>()));
        Assert.Contains(
            (await clerk.Get($"{Sessions}?from=2026-10-20&to=2026-10-20&limit=1000"))["items"]!.AsArray(),
            line => line!.Text("id") == planned.Text("id")
        );
    }

    [Fact]
    public async Task A_visit_names_a_petition_of_the_same_book()
    {
        var path = await Held("2026-10-21");
        var elsewhere = await running.Clerk.Received(Paper("PHAN_ANH", PetitionsRunning.Board));

        var problem = await (await clerk.Post($"{path}/visits", Visit("RECEIVED", elsewhere))).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["petitionId"]);
        // Nor by whoever sees both books.
        Assert.Equal(
            "petitions.unknown-petition",
            await (await running.Clerk.Post($"{path}/visits", Visit("RECEIVED", elsewhere))).Refusal(HttpStatusCode.BadRequest)
        );
        Assert.Empty((await clerk.Get($"{path}/visits"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_petition_that_the_reader_may_not_know_of_is_not_named()
    {
        var path = await Held("2026-10-23");
        var (own, denunciation) = (await clerk.Received(), await clerk.Received(Paper("TO_CAO")));
        foreach (var petition in new[] { own, denunciation })
            await (await clerk.Post($"{path}/visits", Visit("RECEIVED", petition))).Read(HttpStatusCode.Created);
        Assert.Equal([own, denunciation], await Named(clerk));

        // It is handed up: the unit that received it has it no longer.
        await running.Clerk.Take($"{Book}/{denunciation}", "conflict-of-interest", Steps.Body("conflict-of-interest"));

        Assert.Equal([own, ""], await Named(clerk));
        Assert.Equal([own, denunciation], await Named(running.Clerk));

        // Nor is one that is about the reader, who cannot name it either.
        var person = await running.Person();
        var respondents = new JsonObject { ["respondents"] = new JsonArray(new JsonObject { ["personId"] = person }) };
        await (await running.Clerk.PutAsync($"{Book}/{own}/respondents", JsonContent.Create(respondents))).Read();
        var self = running.Service.WithToken(
            TestTokens.Create(
                PetitionsRunning.Committee,
                ["petitions.read", "petitions.write"],
                new()
                {
                    Subject = "self",
                    More = new Dictionary<string, object> { ["person"] = $"{person}" },
                }
            )
        );
        Assert.Equal(["", ""], await Named(self));
        Assert.Equal(HttpStatusCode.BadRequest, (await self.Post($"{path}/visits", Visit("RECEIVED", own))).StatusCode);

        async Task<string[]> Named(HttpClient reader) =>
            [.. (await reader.Get($"{path}/visits"))["items"]!.AsArray().Select(visit => (string?)visit!["petitionId"] ?? "")];
    }

    [Fact]
    public async Task A_neighbour_neither_sees_nor_changes_a_session()
    {
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write");
        var path = $"{Sessions}/{(await (await clerk.Post(Sessions, Session("2026-10-22"))).Read(HttpStatusCode.Created)).Text("id")}";

        var theirs = Session("2026-10-22");
        theirs["unitId"] = PetitionsRunning.Committee;
        Assert.NotNull((await (await neighbour.Post(Sessions, theirs)).Read(HttpStatusCode.NotFound))["errors"]!["unitId"]);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{path}/visits")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await neighbour.Post($"{path}/holding", new JsonObject { ["receivedBy"] = "HEAD" })).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await neighbour.Post($"{path}/cancellation", new JsonObject { ["documentNumber"] = "1", ["reason"] = "Bão" })).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{path}/visits", Visit("GUIDED"))).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await neighbour.GetAsync($"{Sessions}/duties?from=2026-10-01&to=2026-10-31&unit={PetitionsRunning.Committee}")).StatusCode
        );
        Assert.DoesNotContain(
            (await neighbour.Get($"{Sessions}?limit=1000"))["items"]!.AsArray(),
            line => path.EndsWith(line!.Text("id"), StringComparison.Ordinal)
        );
        Assert.Equal(1, (await clerk.Get(path))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Every_operation_takes_its_own_scope()
    {
        var reader = running.Service.As(PetitionsRunning.Committee, "petitions.read", "petitions.decide");
        var writer = running.Service.As(PetitionsRunning.Committee, "petitions.write", "petitions.decide");
        var path = await Held("2026-10-26");

        HttpResponseMessage[] answers =
        [
            await reader.Post(Sessions, Session("2026-10-26")),
            await reader.Post($"{path}/holding", Bodies["holding"]),
            await reader.Post($"{path}/cancellation", Bodies["cancellation"]),
            await reader.Post($"{path}/visits", Visit("GUIDED")),
            await writer.GetAsync(Sessions),
            await writer.GetAsync(path),
            await writer.GetAsync($"{path}/visits"),
            await writer.GetAsync($"{Sessions}/duties?from=2026-10-01&to=2026-10-31"),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
    }

    [Theory]
    [InlineData("holding")]
    [InlineData("cancellation")]
    public async Task A_step_on_another_version_than_the_latest_gets_412(string step)
    {
        var path = $"{Sessions}/{(await (await clerk.Post(Sessions, Session("2026-10-27"))).Read(HttpStatusCode.Created)).Text("id")}";

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await clerk.PostOn(2, $"{path}/{step}", Bodies[step])).StatusCode);

        Assert.Equal("PLANNED", (await clerk.Get(path)).Text("state"));
        await (await clerk.PostOn(1, $"{path}/{step}", Bodies[step])).Read();
    }

    static Dictionary<string, JsonObject> Bodies =>
        new()
        {
            ["holding"] = new() { ["receivedBy"] = "OFFICER" },
            ["cancellation"] = new() { ["documentNumber"] = "1", ["reason"] = "Bão" },
        };

    [Theory]
    [InlineData("from=2026-10-02&to=2026-10-01")]
    [InlineData("from=2025-01-01&to=2026-01-02")]
    [InlineData("to=2026-10-01")]
    [InlineData("from=hôm nay&to=2026-10-01")]
    public async Task A_period_that_makes_no_sense_is_refused(string period) =>
        await (await clerk.GetAsync($"{Sessions}/duties?{period}")).Read(HttpStatusCode.BadRequest);

    async Task<string> Held(string on)
    {
        var path = $"{Sessions}/{(await (await clerk.Post(Sessions, Session(on))).Read(HttpStatusCode.Created)).Text("id")}";
        await (await clerk.Post($"{path}/holding", new JsonObject { ["receivedBy"] = "OFFICER" })).Read();
        return path;
    }

    async Task<JsonNode> Duty(string from, string to) =>
        Assert.Single((await clerk.Get($"{Sessions}/duties?from={from}&to={to}")).AsArray())!;

    static JsonObject Session(string on) =>
        new()
        {
            ["kind"] = "DINH_KY",
            ["heldOn"] = on,
            ["place"] = "Trụ sở tiếp công dân",
            ["postedOn"] = "2026-10-09",
        };

    static JsonObject Visit(string outcome, string? petition = null, int people = 1) =>
        new()
        {
            ["kind"] = "KHIEU_NAI",
            ["field"] = "HANH_CHINH",
            ["people"] = people,
            ["isNewCase"] = true,
            ["outcome"] = outcome,
            ["petitionId"] = petition,
        };
}
