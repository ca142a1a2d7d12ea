using System.Net;
using System.Text.Json.Nodes;
using DanVan.Awards.Contracts.V1;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Petitions.Tests.Slices.Holds;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The answers to awards, in batches of a second.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class ClearanceAnswerTests(PetitionsRunning running)
{
    readonly HttpClient inspector = running.Service.As(PetitionsRunning.Province, "petitions.clearance");
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_question_is_answered_once_a_change_once_and_a_repeated_question_not_again()
    {
        var person = await running.Person();
        var ask = await Asked(person);
        await Said(ask, "CLEAR");

        var hold = await inspector.Placed(person);
        await Said(ask, "CLEAR", "HOLD");
        await Asked(person, ask);
        await inspector.Take($"{Book}/holds/{hold.Text("id")}", "release", Release());
        await Said(ask, "CLEAR", "HOLD", "CLEAR");

        await Closed(ask, "DROPPED", null);
        await inspector.Placed(person);
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
