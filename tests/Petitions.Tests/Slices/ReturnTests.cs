using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What was forwarded to the wrong unit goes back, and others help without having the petition.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class ReturnTests(PetitionsRunning running)
{
    readonly HttpClient board = running.Service.As(PetitionsRunning.Board, "petitions.read", "petitions.write", "petitions.decide");
    readonly HttpClient committee = running.Service.As(PetitionsRunning.Committee, "petitions.read", "petitions.write", "petitions.decide");
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task What_a_unit_that_is_not_competent_returns_is_in_the_hands_of_its_sender_and_may_be_forwarded_again()
    {
        var citizen = await Citizen.With(running, Paper("TO_CAO", PetitionsRunning.Board));
        var path = $"{Book}/{citizen.Petition}";
        await board.Take(path, "forwarding", Letter(PetitionsRunning.Committee, "2026-08-06"));
        var entered = (await (await committee.Post($"{path}/entry", Day("receivedOn", "2026-08-10"))).Read(HttpStatusCode.Created)).Text(
            "id"
        );
        Assert.Equal(HttpStatusCode.NotFound, (await Return(board, entered, "2026-08-11")).StatusCode);

        var back = await (await Return(committee, entered, "2026-08-11")).Read();

        Assert.Equal((citizen.Petition, $"{PetitionsRunning.Board}"), (back.Text("petitionId"), back.Text("toUnitId")));
        Assert.Equal("RETURNED", (await committee.Get($"{Book}/{entered}")).Text("state"));
        var again = await board.Get(path);
        Assert.Equal(("RECEIVED", "TC.FWD", "2026-08-18"), (again.Text("state"), again["deadline"].Text("rule"), again.Text("dueOn")));
        Assert.Equal(HttpStatusCode.NotFound, (await Return(committee, entered, "2026-08-11")).StatusCode);
        Assert.Empty((await citizen.Status())["onward"]!.AsArray());
        var ledger = await board.Get($"{path}/follow-up");
        Assert.Equal(("RETURNED", "2026-08-11"), (ledger.Text("result"), ledger.Text("answeredOn")));

        await board.Take(path, "forwarding", Letter(PetitionsRunning.Province, "2026-08-12"));
        var third = (await (await clerk.Post($"{path}/entry", Day("receivedOn", "2026-08-13"))).Read(HttpStatusCode.Created)).Text("id");
        Assert.Equal(third, (await board.Get($"{path}/follow-up")).Text("enteredAs"));
        Assert.Equal(
            [
                "petition-received",
                "petition-forwarded",
                "forwarded-petition-entered",
                "follow-up-answered",
                "petition-reopened",
                "petition-forwarded",
                "forwarded-petition-entered",
            ],
            (await board.Get($"{path}/history")).AsArray().Select(step => step.Text("type").Split('.')[3])
        );
    }

    [Fact]
    public async Task It_is_returned_before_it_is_entered_too_and_only_while_it_was_only_received()
    {
        var id = await board.Received(Paper("TO_CAO", PetitionsRunning.Board));
        await board.Take($"{Book}/{id}", "forwarding", Letter(PetitionsRunning.Committee, "2026-08-06"));
        Assert.Equal("petitions.date-before-previous-step", await (await Return(committee, id, "2026-08-05")).Refusal());
        Assert.Equal("petitions.date-in-the-future", await (await Return(committee, id, "2099-08-05")).Refusal());
        await (await Return(committee, id, "2026-08-07")).Read();
        Assert.Equal("RECEIVED", (await board.Get($"{Book}/{id}")).Text("state"));
        Assert.DoesNotContain(
            (await committee.Get($"{Book}/incoming?limit=1000"))["items"]!.AsArray(),
            line => line.Text("petitionId") == id
        );

        await board.Take($"{Book}/{id}", "forwarding", Letter(PetitionsRunning.Committee, "2026-08-10"));
        var entered = (
            await (await committee.Post($"{Book}/{id}/entry", Day("receivedOn", "2026-08-11"))).Read(HttpStatusCode.Created)
        ).Text("id");
        await committee.Take($"{Book}/{entered}", "acceptance", ChainTests.Acceptance("2026-08-12"));
        Assert.Equal("petitions.wrong-state", await (await Return(committee, entered, "2026-08-13")).Refusal());
        Assert.Equal("FORWARDED", (await board.Get($"{Book}/{id}")).Text("state"));
        var reopening = Steps.Reopening("RETURNED");
        var closed = $"{Book}/{await clerk.Received()}";
        await clerk.Take(closed, "non-acceptance", Steps.Body("non-acceptance"));
        Assert.Equal("petitions.returned-by-another", await (await clerk.Post($"{closed}/reopening", reopening)).Refusal());
    }

    [Fact]
    public async Task A_unit_that_is_asked_to_help_sees_the_content_and_its_day_and_answers()
    {
        var id = await committee.Received();
        var path = $"{Book}/{id}";
        Assert.Equal(
            "petitions.co-handler-is-another",
            await (await committee.Post($"{path}/co-handlers", Asked(PetitionsRunning.Committee))).Refusal()
        );
        await committee.Take(path, "co-handlers", Asked(PetitionsRunning.Neighbour));
        Assert.Equal(
            "petitions.co-handler-is-another",
            await (await committee.Post($"{path}/co-handlers", Asked(PetitionsRunning.Neighbour))).Refusal()
        );

        var neighbour = running.Service.As(
            PetitionsRunning.Neighbour,
            "petitions.read",
            "petitions.write",
            "petitions.decide",
            "petitions.identity"
        );
        var line = Assert.Single(
            (await neighbour.Get($"{Book}/co-handling?answered=false&dueBefore=2026-08-21&limit=1000"))["items"]!.AsArray(),
            one => one.Text("petitionId") == id
        )!;
        Assert.Equal(
            ("2026-08-20", "RECEIVED", $"{PetitionsRunning.Committee}", Paper().Text("summary")),
            (line.Text("dueOn"), line.Text("state"), line.Text("ofUnitId"), line.Text("summary"))
        );
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(path)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await neighbour.Post($"{path}/identity-readings", Steps.Body("identity-readings"))).StatusCode
        );
        Assert.DoesNotContain((await board.Get($"{Book}/co-handling?limit=1000"))["items"]!.AsArray(), one => one.Text("petitionId") == id);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await board.Post($"{path}/co-handlers/{line.Text("id")}/answer", Answered("2026-08-19"))).StatusCode
        );

        var answered = await (await neighbour.Post($"{path}/co-handlers/{line.Text("id")}/answer", Answered("2026-08-21"))).Read();
        Assert.False(answered["inTime"]!.GetValue<bool>());
        Assert.Equal(
            "petitions.co-handler-has-answered",
            await (await neighbour.Post($"{path}/co-handlers/{line.Text("id")}/answer", Answered("2026-08-21"))).Refusal()
        );
        Assert.Equal("2026-08-21", Assert.Single((await committee.Get($"{path}/co-handlers")).AsArray()).Text("answeredOn"));
        Assert.Equal(
            ["petition-received", "co-handler-asked", "co-handler-answered"],
            (await committee.Get($"{path}/history")).AsArray().Select(step => step.Text("type").Split('.')[3])
        );
    }

    [Theory]
    [InlineData("KHIEU_NAI", "HANH_CHINH", "Ủy ban nhân dân tỉnh A")]
    [InlineData("PHAN_ANH", "KHAC", "Ủy ban nhân dân tỉnh A")]
    [InlineData("TO_CAO", "DANG_DOAN_THE", null)] // the tree of this test has no party committee
    public async Task Who_is_to_get_a_petition_is_suggested_by_kind_field_and_area(string kind, string field, string? unit)
    {
        var paper = Paper(kind, PetitionsRunning.Board);
        paper["field"] = field;

        var route = await board.Get($"{Book}/{await board.Received(paper)}/route");

        // Other tests add units of this kind to the tree.
        var names = route["units"]!.AsArray().Select(candidate => candidate.Text("name")).ToList();
        if (unit is null)
            Assert.Empty(names);
        else
            Assert.Contains(unit, names);
        Assert.NotEmpty(route.Text("why"));
    }

    static Task<HttpResponseMessage> Return(HttpClient unit, string id, string on) =>
        unit.Post($"{Book}/{id}/return", new JsonObject { ["returnedOn"] = on, ["documentNumber"] = "18/CV" });

    static JsonObject Letter(Guid to, string on) =>
        new()
        {
            ["toUnitId"] = to,
            ["forwardedOn"] = on,
            ["letterNumber"] = "12/CV",
        };

    static JsonObject Day(string member, string on) => new() { [member] = on };

    static JsonObject Asked(Guid unit) =>
        new()
        {
            ["unitId"] = unit,
            ["askedOn"] = "2026-08-06",
            ["letterNumber"] = "21/CV",
            ["dueOn"] = "2026-08-20",
        };

    static JsonObject Answered(string on) => new() { ["answeredOn"] = on, ["documentNumber"] = "33/BC" };
}
