using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>When another unit may be asked to help, and how it answers.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class CoHandlingTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Theory]
    [InlineData("askedOn", "2026-08-02", "petitions.date-before-previous-step")]
    [InlineData("askedOn", "2099-08-06", "petitions.date-in-the-future")]
    [InlineData("dueOn", "2026-08-05", "petitions.co-handling-due-too-early")]
    public async Task Nobody_is_asked_before_the_receipt_or_after_today_or_to_answer_before(string member, string on, string code)
    {
        var path = $"{Book}/{await clerk.Received()}/co-handlers";

        var problem = await (await clerk.Post(path, Steps.Body("co-handlers").With(member, on))).Read(HttpStatusCode.Conflict);

        Assert.Equal(code, problem.Text("code"));
        Assert.NotNull(problem["errors"]![member]);
        Assert.Empty((await clerk.Get(path)).AsArray());
    }

    [Fact]
    public async Task Of_a_petition_that_has_ended_nobody_is_asked()
    {
        var path = $"{Book}/{await clerk.Received()}";
        await clerk.Take(path, "guidance", Steps.Body("guidance"));

        Assert.Equal("petitions.wrong-state", await (await clerk.Post($"{path}/co-handlers", Steps.Body("co-handlers"))).Refusal());
    }

    [Theory]
    [InlineData("2026-08-05", "petitions.date-before-previous-step")]
    [InlineData("2099-08-19", "petitions.date-in-the-future")]
    public async Task An_answer_is_of_a_day_after_the_question_and_not_after_today(string on, string code)
    {
        var id = await clerk.Received();
        var path = $"{Book}/{id}/co-handlers/{await clerk.Asked(id, PetitionsRunning.Board)}/answer";

        Assert.Equal(code, await (await clerk.Post(path, Answer(on))).Refusal());
    }

    [Fact]
    public async Task An_answer_goes_to_the_petition_that_was_asked_about()
    {
        var (id, another) = (await clerk.Received(), await clerk.Received());
        var asked = await clerk.Asked(id, PetitionsRunning.Board);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await clerk.Post($"{Book}/{another}/co-handlers/{asked}/answer", Answer("2026-08-19"))).StatusCode
        );

        Assert.Equal(1, (await clerk.Get($"{Book}/{another}"))["version"]!.GetValue<int>());
        await clerk.Take($"{Book}/{id}/co-handlers/{asked}", "answer", Answer("2026-08-19"));
    }

    [Fact]
    public async Task Who_has_answered_may_be_asked_once_more()
    {
        var id = await clerk.Received();
        var asked = await clerk.Asked(id, PetitionsRunning.Board);
        await clerk.Take($"{Book}/{id}/co-handlers/{asked}", "answer", Answer("2026-08-07"));

        var again = await clerk.Asked(id, PetitionsRunning.Board, "2026-08-25");

        Assert.Equal(
            [$"{asked} 2026-08-07", $"{again} "],
            (await clerk.Get($"{Book}/{id}/co-handlers")).AsArray().Select(one => $"{one.Text("id")} {one!["answeredOn"]}")
        );
    }

    static JsonObject Answer(string on) => new() { ["answeredOn"] = on, ["documentNumber"] = "33/BC" };
}
