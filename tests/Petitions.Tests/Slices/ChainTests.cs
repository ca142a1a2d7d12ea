using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

[Collection(PetitionsRunning.Shared)]
public sealed class ChainTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_complaint_is_received_accepted_and_resolved_and_every_deadline_is_explained()
    {
        var answer = await clerk.Post(Book, Paper());
        var received = await answer.Read(HttpStatusCode.Created);
        var path = $"{Book}/{received.Text("id")}";
        Assert.Equal($"/{path}", answer.Headers.Location!.ToString());
        Assert.Equal(("KN.ACC", "2026-08-12"), (received["deadline"]!.Text("rule"), received["deadline"]!.Text("due")));
        Assert.Contains("7 ngày làm việc", received["deadline"]!.Text("explanation"), StringComparison.Ordinal);

        var accepted = await (await clerk.Post($"{path}/acceptance", Acceptance())).Read();
        Assert.Equal(("KN.R1", "2026-09-04"), (accepted["deadline"]!.Text("rule"), accepted["deadline"]!.Text("due")));

        var resolved = await (await clerk.Post($"{path}/resolution", Resolution("DUNG_MOT_PHAN"))).Read();
        Assert.Equal(("RESOLVED", "DUNG_MOT_PHAN"), (resolved.Text("state"), resolved.Text("outcome")));
        Assert.Equal(("KN.SEND1", "2026-09-04"), (resolved["deadline"].Text("rule"), resolved.Text("dueOn")));

        var deadlines = (await clerk.Get($"{path}/deadlines")).AsArray();
        Assert.Equal(
            ["KN.ACC 2026-08-05 true", "KN.R1 2026-08-28 true", "KN.SEND1  true", "KN.FORCE  false"],
            deadlines.Select(d => $"{d!.Text("rule")} {d!["metOn"]} {d!["owed"]}")
        );

        var history = (await clerk.Get($"{path}/history")).AsArray();
        Assert.Equal(["1 received", "2 accepted", "3 resolved"], history.Select(Step));
        Assert.Equal("2026-09-04", history[2]!["data"]!.Text("dueOn"));
        Assert.True(history[2]!["data"]!["inTime"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_board_forwards_a_denunciation_and_guides_a_complaint_but_accepts_neither()
    {
        var denunciation = await clerk.Received(Paper("TO_CAO", PetitionsRunning.Board));
        Assert.Equal("petitions.not-competent", await (await clerk.Post($"{Book}/{denunciation}/acceptance", Acceptance())).Refusal());
        var forwarding = new JsonObject
        {
            ["toUnitId"] = PetitionsRunning.Committee,
            ["forwardedOn"] = "2026-08-06",
            ["letterNumber"] = "12-CV",
        };
        var forwarded = await (await clerk.Post($"{Book}/{denunciation}/forwarding", forwarding)).Read();
        Assert.Equal("FORWARDED", forwarded.Text("state"));

        var complaint = await clerk.Received(Paper(unit: PetitionsRunning.Board));
        Assert.Equal(
            "petitions.complaints-are-guided",
            await (await clerk.Post($"{Book}/{complaint}/forwarding", forwarding.DeepClone())).Refusal()
        );
        var guidance = new JsonObject { ["guidedOn"] = "2026-08-06", ["documentNumber"] = "13-HD" };
        Assert.Equal("GUIDED", (await (await clerk.Post($"{Book}/{complaint}/guidance", guidance)).Read()).Text("state"));
    }

    [Fact]
    public async Task A_refusal_names_its_ground_and_ends_the_petition()
    {
        var id = await clerk.Received();
        var refusal = new JsonObject
        {
            ["ground"] = "KN.11.6",
            ["decidedOn"] = "2026-08-06",
            ["documentNumber"] = "14/TB",
        };

        var refused = await (await clerk.Post($"{Book}/{id}/non-acceptance", refusal)).Read();

        Assert.Equal(("NOT_ACCEPTED", "KN.11.6"), (refused.Text("state"), refused.Text("ground")));
        Assert.Equal("petitions.wrong-state", await (await clerk.Post($"{Book}/{id}/acceptance", Acceptance())).Refusal());
    }

    [Fact]
    public async Task A_complex_complaint_and_an_extended_denunciation_get_their_longer_limits()
    {
        var complaint = await clerk.Accepted("KHIEU_NAI");
        var finding = new JsonObject
        {
            ["grounds"] = new JsonArray("FOREIGN_ELEMENT"),
            ["foundOn"] = "2026-08-20",
            ["documentNumber"] = "02/BC",
        };
        var found = await (await clerk.Post($"{Book}/{complaint}/complexity-finding", finding)).Read();
        Assert.Equal("2026-09-21", found.Text("dueOn"));
        Assert.Equal(("COMPLEX", "2026-09-04"), await Extension(complaint));

        var denunciation = await clerk.Accepted("TO_CAO");
        var extension = new JsonObject
        {
            ["days"] = 30,
            ["criteria"] = new JsonArray("SEVERAL_PLACES"),
            ["decidedOn"] = "2026-08-20",
            ["documentNumber"] = "03/QĐ",
        };
        var extended = await (await clerk.Post($"{Book}/{denunciation}/extensions", extension)).Read();
        var longer = (await clerk.Get($"{Book}/{denunciation}/deadlines")).AsArray()[^1]!;
        Assert.Equal(("TC.RES.EXT", "2026-10-05"), (longer.Text("rule"), longer.Text("due")));
        Assert.Equal(("EXTENSION", "2026-09-04"), await Extension(denunciation));
        Assert.Equal(
            "petitions.no-further-extension",
            await (await clerk.Post($"{Book}/{denunciation}/extensions", extension.DeepClone())).Refusal()
        );
        Assert.Equal(
            ["1 received", "2 accepted", "3 extended"],
            (await clerk.Get($"{Book}/{denunciation}/history")).AsArray().Select(Step)
        );
    }

    [Fact]
    public async Task The_clock_stands_while_a_petition_is_suspended_and_runs_on_by_what_was_left()
    {
        var id = await clerk.Accepted("KHIEU_NAI");

        var suspended = await (await clerk.Post($"{Book}/{id}/suspension", Steps.Decided("2026-08-14"))).Read();
        Assert.Equal(("SUSPENDED", "2026-08-14"), (suspended.Text("state"), suspended.Text("suspendedOn")));
        Assert.Equal(("KN.SUSP.SEND", "2026-08-19"), (suspended["deadline"].Text("rule"), suspended.Text("dueOn")));
        var standing = (await clerk.Get($"{Book}/{id}/deadlines")).AsArray().Single(d => d!.Text("rule") == "KN.R1")!;
        Assert.Equal("2026-08-14", standing.Text("suspendedOn"));
        Assert.Contains("Đang tạm đình chỉ từ ngày 14/08/2026", standing.Text("explanation"), StringComparison.Ordinal);
        Assert.Contains((await clerk.Get($"{Book}?state=SUSPENDED&limit=1000"))["items"]!.AsArray(), line => line!.Text("id") == id);
        await clerk.Take($"{Book}/{id}", "sendings", Steps.Sending("SIDE_DECISION", "2026-08-17"));
        Assert.DoesNotContain(
            (await clerk.Get($"{Book}?dueBefore=2100-01-01&limit=1000"))["items"]!.AsArray(),
            line => line!.Text("id") == id
        );

        await (await clerk.Post($"{Book}/{id}/resumption", Steps.Decided("2026-09-07"))).Read();
        var resumed = await clerk.Take($"{Book}/{id}", "sendings", Steps.Sending("SIDE_DECISION", "2026-09-08"));
        Assert.Equal(("ACCEPTED", "2026-09-28"), (resumed.Text("state"), resumed.Text("dueOn")));
        Assert.Null(resumed["suspendedOn"]);
        var pause = Assert.Single(resumed["deadline"]!["pauses"]!.AsArray())!;
        Assert.Equal(("2026-08-14", "2026-09-07"), (pause.Text("from"), pause.Text("to")));
        Assert.Contains(
            "Tạm đình chỉ từ ngày 14/08/2026, tiếp tục từ ngày 07/09/2026: 24 ngày không tính.",
            resumed["deadline"]!.Text("explanation"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["1 received", "2 accepted", "3 suspended", "4 sent", "5 resumed", "6 sent"],
            (await clerk.Get($"{Book}/{id}/history")).AsArray().Select(Step)
        );
        Assert.Equal(
            "2026-09-04 2026-08-19",
            await running.Service.Database.Scalar<string>(
                """
                select concat_ws(' ', data ->> 'previousDueOn', data ->> 'sendBy') from chassis.journal
                where subject = $1 and type like '%petition-suspended%'
                """,
                $"petition/{id}"
            )
        );
    }

    [Fact]
    public async Task The_list_filters_and_pages_without_losing_or_repeating()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
            ids.Add(await clerk.Received(Paper("PHAN_ANH", PetitionsRunning.Province)));
        await clerk.Received(Paper("KIEN_NGHI", PetitionsRunning.Province));
        await clerk.Received(Paper("PHAN_ANH", PetitionsRunning.Board));
        var closed = await clerk.Received(Paper("PHAN_ANH", PetitionsRunning.Province));
        await (await clerk.Post($"{Book}/{closed}/guidance", Steps.Body("guidance"))).Read();

        var filter = $"{Book}?kind=PHAN_ANH&unit={PetitionsRunning.Province}&state=RECEIVED&dueBefore=2026-08-18&limit=2";
        var first = await clerk.Get(filter);
        var second = await clerk.Get($"{filter}&after={first.Text("next")}");
        var none = await clerk.Get(filter.Replace("2026-08-18", "2026-08-17", StringComparison.Ordinal));

        Assert.Equal(ids, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(line => line!.Text("id")));
        Assert.Empty(none["items"]!.AsArray());
        var open = await clerk.Get($"{Book}?kind=PHAN_ANH&unit={PetitionsRunning.Province}&state=RECEIVED&limit=1000");
        Assert.Equal(ids, open["items"]!.AsArray().Select(line => line!.Text("id")));
    }

    [Fact]
    public async Task Explanations_speak_the_language_that_was_asked_for()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Book}/deadlines/what-if?rule=KN.ACC&start=2026-07-10");
        request.Headers.AcceptLanguage.ParseAdd("en");

        var deadline = await (await clerk.SendAsync(request)).Read();

        Assert.Equal("2026-07-21", deadline.Text("due"));
        Assert.Contains("7 working days", deadline.Text("explanation"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_what_if_tells_which_day_was_off_and_by_which_calendar()
    {
        var deadline = await clerk.Get($"{Book}/deadlines/what-if?rule=KN.R1&start=2026-08-03");

        Assert.Equal(("2026-09-02", "2026-09-03"), (deadline.Text("rolledFrom"), deadline.Text("due")));
        var off = Assert.Single(deadline["skipped"]!.AsArray())!;
        Assert.Equal(("2026-09-02", "HOLIDAY", "Quốc khánh"), (off.Text("date"), off.Text("type"), off.Text("reason")));
        Assert.Equal(1, deadline["calendarVersion"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("rule=KN.ACC&start=2012-06-30", "start")]
    [InlineData("rule=KN.ACC&start=2026-07-10&longer=true", "longer")]
    public async Task A_what_if_without_a_rule_in_force_names_what_stands_against_it(string query, string parameter)
    {
        Assert.Equal("2026-07-24", (await clerk.Get($"{Book}/deadlines/what-if?rule=TC.INIT&start=2026-07-10&longer=true")).Text("due"));
        var problem = await (await clerk.GetAsync($"{Book}/deadlines/what-if?{query}")).Read(HttpStatusCode.Conflict);

        Assert.Equal("petitions.no-rule-in-force", problem.Text("code"));
        Assert.NotNull(problem["errors"]![parameter]);
    }

    async Task<(string Basis, string Before)> Extension(string id)
    {
        var data = (await clerk.Get($"{Book}/{id}/history")).AsArray()[^1]!["data"];
        return (data.Text("basis"), data.Text("previousDueOn"));
    }

    static string Step(JsonNode? entry)
    {
        var type = entry!.Text("type"); // vn.danvan.petitions.petition-received.v1
        return $"{entry!["version"]} {type.Split('.')[3].Split('-')[^1]}";
    }

    internal static JsonObject Acceptance(string on) => new() { ["acceptedOn"] = on, ["documentNumber"] = "01/TB" };

    internal static JsonObject Acceptance() => Acceptance("2026-08-05");

    internal static JsonObject Resolution(string outcome) =>
        new()
        {
            ["outcome"] = outcome,
            ["resolvedOn"] = "2026-08-28",
            ["documentNumber"] = "05/QĐ",
        };
}
