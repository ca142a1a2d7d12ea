using System.Net;
using System.Text.Json.Nodes;
using DanVan.Awards.Contracts.V1;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Holds, and the answers to awards, in batches of a second.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class HoldTests(PetitionsRunning running)
{
    readonly HttpClient inspector = running.Service.As(PetitionsRunning.Province, "petitions.clearance");
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_hold_is_placed_listed_and_released_and_no_table_tells_who_or_why()
    {
        var person = await running.Person();
        var placed = await Placed(person, "DISCIPLINE", "07/QĐ-KL-HoàngYến");
        var address = $"{Book}/holds/{placed.Text("id")}/release";

        var listed = (await inspector.Get($"{Book}/holds?open=true&limit=1000"))["items"]!.AsArray();
        Assert.Equal("DISCIPLINE", listed.Single(hold => hold!.Text("id") == placed.Text("id"))!.Text("ground"));
        await Eventually.True("the journal to hold all events", async () => await running.Count("chassis.outbox") == 0);
        foreach (var table in (await running.Tables()).Where(table => !table.StartsWith("directory.", StringComparison.Ordinal)))
        foreach (var canary in new[] { $"{person}", "DISCIPLINE", "HoàngYến" })
            Assert.True(await running.Count(table, canary) == 0, $"{table} holds {canary}");

        var released = await inspector.Take($"{Book}/holds/{placed.Text("id")}", "release", Release());
        Assert.Equal("2026-09-14", released.Text("releasedOn"));
        Assert.Equal("petitions.hold-released", await (await inspector.Post(address, Release())).Refusal());
        Assert.DoesNotContain(
            placed.Text("id"),
            (await inspector.Get($"{Book}/holds?open=true&limit=1000")).ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Holds_take_a_scope_of_their_own_and_a_neighbour_gets_404()
    {
        var id = (await Placed(await running.Person())).Text("id");
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.clearance");

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{Book}/holds/{id}/release", Release())).StatusCode);
        Assert.DoesNotContain(id, (await neighbour.Get($"{Book}/holds?limit=1000")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{Book}/holds", Hold(await running.Person()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Post($"{Book}/holds", Hold(await running.Person()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"{Book}/holds")).StatusCode);
    }

    [Fact]
    public async Task A_hold_on_another_version_than_the_latest_is_not_released_and_no_answer_is_kept_on_the_way()
    {
        var answer = await inspector.Post($"{Book}/holds", Hold(await running.Person()));
        var address = $"{Book}/holds/{(await answer.Read(HttpStatusCode.Created)).Text("id")}/release";
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.True((await inspector.GetAsync($"{Book}/holds")).Headers.CacheControl!.NoStore);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await inspector.PostOn(2, address, Release())).StatusCode);

        await (await inspector.PostOn(1, address, Release())).Read();
    }

    [Fact]
    public async Task Nobody_sees_or_releases_by_the_own_account_what_holds_that_person_back()
    {
        var (person, other) = (await running.Person(), await running.Person());
        var id = (await Placed(person)).Text("id");

        Assert.DoesNotContain(id, await Listed(person), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Account(person).Post($"{Book}/holds/{id}/release", Release())).StatusCode);
        Assert.Contains(id, await Listed(other), StringComparison.Ordinal);
        await Account(other).Take($"{Book}/holds/{id}", "release", Release());

        async Task<string> Listed(Guid by) => (await Account(by).Get($"{Book}/holds?limit=1000")).ToJsonString();

        HttpClient Account(Guid by) =>
            running.Service.WithToken(
                TestTokens.Create(
                    PetitionsRunning.Province,
                    ["petitions.clearance"],
                    new()
                    {
                        Subject = $"account-{by:n}",
                        More = new Dictionary<string, object> { ["person"] = $"{by}" },
                    }
                )
            );
    }

    [Theory]
    [InlineData("personId", null, "unitId")]
    [InlineData("personId", "01980000-0000-7000-8000-0000000000ff", "personId")]
    [InlineData("ground", "WEATHER", "ground")]
    [InlineData("from", "2099-01-01", "from")]
    [InlineData("documentNumber", " ", "documentNumber")]
    [InlineData("responsibleUnitId", "01980000-0000-7000-8000-0000000000ff", "responsibleUnitId")]
    public async Task A_wrong_hold_is_refused_by_its_field(string member, string? value, string field)
    {
        var hold = Hold(await running.Person());
        hold[member] = value;
        var answer = await inspector.Post($"{Book}/holds", hold);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.NotFound);
        Assert.NotNull((await answer.Read(answer.StatusCode))["errors"]![field]);
    }

    [Fact]
    public async Task A_question_is_answered_once_a_change_once_and_a_repeated_question_not_again()
    {
        var person = await running.Person();
        var ask = await Asked(person);
        await Said(ask, "CLEAR");

        var hold = await Placed(person);
        await Said(ask, "CLEAR", "HOLD");
        await Asked(person, ask);
        await inspector.Take($"{Book}/holds/{hold.Text("id")}", "release", Release());
        await Said(ask, "CLEAR", "HOLD", "CLEAR");

        await Closed(ask, "DROPPED", null);
        await Placed(person);
        await Said(await Asked(person), "HOLD"); // A batch has passed.
        await Said(ask, "CLEAR", "HOLD", "CLEAR");
    }

    [Fact]
    public async Task A_denunciation_holds_back_from_its_acceptance_to_its_end_and_its_merged_papers_with_it()
    {
        var (person, other) = (await running.Person(), await running.Person());
        var (ask, ofOther) = (await Asked(person), await Asked(other));
        await Said(ask, "CLEAR");
        var leading = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        var merged = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        await Stated(leading, person);
        await Stated(merged, other);
        await clerk.Take(merged, "case", CaseTests.Joining(leading[(Book.Length + 1)..]));
        await Said(await Asked(await running.Person()), "CLEAR"); // A batch has passed, and what was only received is not being verified.
        await Said(ask, "CLEAR");

        await clerk.Take(leading, "acceptance", ChainTests.Acceptance());
        await Said(ask, "CLEAR", "HOLD");
        await Said(ofOther, "CLEAR", "HOLD");
        await clerk.Take(leading, "resolution", ChainTests.Resolution("SAI"));
        await Said(ask, "CLEAR", "HOLD", "CLEAR");
        await Said(ofOther, "CLEAR", "HOLD", "CLEAR");
    }

    [Fact]
    public async Task What_proves_right_after_an_award_contradicts_it_once_also_when_told_out_of_order()
    {
        var (person, ask) = (await running.Person(), Guid.CreateVersion7());
        await Closed(ask, "DECIDED", new DateOnly(2026, 8, 20)); // Before the question itself.
        await Asked(person, ask);
        var path = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        await Stated(path, person);
        await clerk.Take(path, "acceptance", ChainTests.Acceptance());
        await clerk.Take(path, "resolution", ChainTests.Resolution("DUNG"));

        await Eventually.True("the award to be contradicted", async () => (await Events(ask)).Contains("clearance-contradicted"));
        await Said(await Asked(await running.Person()), "CLEAR");
        Assert.Equal(["clearance-contradicted"], await Events(ask));
    }

    [Fact]
    public async Task An_award_that_was_decided_and_never_asked_about_holds_up_no_answer()
    {
        await Closed(Guid.CreateVersion7(), "DECIDED", new DateOnly(2026, 8, 20));

        await Said(await Asked(await running.Person()), "CLEAR");
    }

    [Fact]
    public async Task A_unit_answers_for_those_that_were_merged_into_it()
    {
        var former = await running.Commune();
        var heir = Guid.CreateVersion7();
        await inspector.Post($"{Book}/holds", Hold(null, former));
        await running.Record(EndedUnits.Unit(former, 2, end: EndedUnits.TheDay), EndedUnits.Unit(heir, 1, former));

        var ask = await Asked(null, unit: heir);
        await Eventually.True("HOLD for the heir", async () => (await Answers(ask)).LastOrDefault() == "HOLD");
    }

    [Fact]
    public async Task A_unit_does_not_answer_for_the_one_that_it_was_split_off_from_and_that_lives_on()
    {
        var (whole, part) = (await running.Commune(), Guid.CreateVersion7());
        await (await inspector.Post($"{Book}/holds", Hold(null, whole))).Read(HttpStatusCode.Created);
        await running.Known(EndedUnits.Unit(part, 1, whole));

        await Said(await Asked(null, unit: part), "CLEAR");
        await Said(await Asked(null, unit: whole), "HOLD");
    }

    async Task<JsonNode> Placed(Guid person, string ground = "INSPECTION", string number = "1") =>
        await (await inspector.Post($"{Book}/holds", Hold(person, ground: ground, number: number))).Read(HttpStatusCode.Created);

    static JsonObject Hold(Guid? person, Guid? unit = null, string ground = "INSPECTION", string number = "1") =>
        new()
        {
            ["responsibleUnitId"] = PetitionsRunning.Province,
            ["personId"] = person,
            ["unitId"] = unit,
            ["ground"] = ground,
            ["from"] = "2026-08-03",
            ["documentNumber"] = number,
        };

    static JsonObject Release() => new() { ["releasedOn"] = "2026-09-14", ["violationFound"] = false };

    async Task Stated(string path, Guid person)
    {
        var body = new JsonObject { ["respondents"] = new JsonArray(new JsonObject { ["personId"] = person }) };
        await (await clerk.PutAsync($"{path}/respondents", System.Net.Http.Json.JsonContent.Create(body))).Read();
    }

    async Task<Guid> Asked(Guid? person, Guid? id = null, Guid? unit = null)
    {
        var ask = id ?? Guid.CreateVersion7();
        var asked = TestEvents.Of($"clearance/{ask}", new ClearanceAsked(ask, person, unit, "PROPOSAL"));
        await running.Service.Broker.PublishRestricted(asked, asked);
        await Eventually.True(
            "the question to be known",
            async () =>
                await running.Service.Database.Scalar<bool>("select exists (select from clearances where id = $1 and box <> '')", ask)
        );
        return ask;
    }

    async Task Closed(Guid ask, string outcome, DateOnly? on)
    {
        await running.Service.Broker.PublishRestricted(
            TestEvents.Of($"clearance/{ask}", new ClearanceClosed(ask, outcome, on), version: 2)
        );
        await Eventually.True(
            "the question to be closed",
            async () => await running.Service.Database.Scalar<bool>("select exists (select from clearances where id = $1 and closed)", ask)
        );
    }

    /// <summary>Waits for the last answer; all of them are these.</summary>
    async Task Said(Guid ask, params string[] answers)
    {
        await Eventually.True($"the answers {string.Join(", ", answers)}", async () => (await Answers(ask)).Length >= answers.Length);
        Assert.Equal(answers, await Answers(ask));
    }

    Task<string[]> Answers(Guid ask) =>
        running.Service.Database.Scalar<string[]>(
            "select coalesce(array_agg(data ->> 'answer' order by sequence), '{}') from chassis.journal where subject = $1",
            $"clearance/{ask}"
        );

    async Task<string[]> Events(Guid ask) =>
        [
            .. (
                await running.Service.Database.Scalar<string[]>(
                    "select coalesce(array_agg(type order by sequence), '{}') from chassis.journal where subject = $1",
                    $"clearance/{ask}"
                )
            ).Select(type => type.Split('.')[^2]),
        ];
}
