using System.Net;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What a petitioner learns and does by code and PIN.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class CitizenTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task The_receipt_tells_where_the_petition_stands_and_what_comes_next_by_which_day()
    {
        var citizen = await Citizen.With(running);

        var answer = await citizen.Ask();
        var status = await answer.Read();

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(("KHIEU_NAI", "Khiếu nại"), (status.Text("kind"), status.Text("kindText")));
        Assert.Equal(("RECEIVED", "Đã tiếp nhận, đang xem xét thụ lý."), (status.Text("state"), status.Text("stateText")));
        Assert.Equal("Ủy ban nhân dân tỉnh A", status.Text("unit"));
        var next = status["next"]!;
        Assert.Equal(
            ("Thụ lý hoặc không thụ lý khiếu nại", "2026-08-12", "Luật 136/2025 Đ2.15b; NĐ 155/2026 Đ10"),
            (next.Text("what"), next.Text("by"), next.Text("article"))
        );
        Assert.Equal(["2026-08-03 Đã tiếp nhận đơn"], Told(status));
        Assert.Null(status["satisfaction"]);
    }

    [Fact]
    public async Task It_follows_the_steps_in_the_language_asked_for_and_repeats_nothing_that_staff_wrote()
    {
        var citizen = await Citizen.With(running);
        var path = $"{Book}/{citizen.Petition}";
        await (await clerk.Post($"{path}/acceptance", ChainTests.Acceptance())).Read();
        await (await clerk.Post($"{path}/suspension", Steps.Decided("2026-08-06"))).Read();
        await (await clerk.Post($"{path}/resumption", Steps.Decided("2026-08-10"))).Read();
        await (await clerk.Post($"{path}/resolution", ChainTests.Resolution("DUNG"))).Read();
        await clerk.Take(path, "sendings", Steps.Sending("SIDE_DECISION", "2026-09-01"));
        await clerk.Take(path, "sendings", Steps.Sending("SIDE_DECISION", "2026-09-01"));
        Assert.Equal("2026-09-04", (await citizen.Status("en"))["next"].Text("by")); // the decision is sent to them
        await clerk.Take(path, "sendings", Steps.Sending("DECISION", "2026-09-03"));

        var status = await citizen.Status("en");

        Assert.Equal("Resolved: well-founded.", status.Text("stateText"));
        Assert.Equal(
            [
                "2026-08-03 The petition was received",
                "2026-08-05 It was accepted for resolution",
                "2026-08-06 It was suspended: the clock stands",
                "2026-08-10 It goes on: the clock runs again",
                "2026-08-28 It was resolved",
                "2026-09-01 A document was sent to you",
                "2026-09-01 A document was sent to you",
                "2026-09-03 A document was sent to you",
            ],
            Told(status)
        );
        Assert.Contains("30 days", status["next"]!.Text("what"), StringComparison.Ordinal);
        var said = status.ToJsonString();
        Assert.DoesNotContain("33/", said, StringComparison.Ordinal);
        Assert.DoesNotContain(Paper().Text("summary"), System.Text.RegularExpressions.Regex.Unescape(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_typed_otherwise_than_printed_is_the_same_code()
    {
        var citizen = await Citizen.With(running);

        await (citizen with { Code = citizen.Code.Replace('-', ' ').ToLowerInvariant() }).Status();
    }

    [Fact]
    public async Task A_question_is_asked_read_and_answered_through_the_code()
    {
        var citizen = await Citizen.With(running);
        var path = $"{Book}/{citizen.Petition}/questions";
        var answer = await clerk.Post(path, new JsonObject { ["question"] = "Nhà ông ở thôn nào?", ["answerBy"] = "2099-12-31" });
        var asked = await answer.Read(HttpStatusCode.Created);
        Assert.True(answer.Headers.CacheControl!.NoStore);

        var open = Assert.Single((await citizen.Status())["questions"]!.AsArray())!;
        Assert.Equal(
            ("Nhà ông ở thôn nào?", "2099-12-31", asked.Text("id")),
            (open.Text("question"), open.Text("answerBy"), open.Text("id"))
        );
        Assert.Null(open["answeredOn"]);

        var answered = await (await citizen.Answer(asked.Text("id"), "Thôn Đoài")).Read();
        Assert.NotNull(answered["questions"]![0]!["answeredOn"]);
        Assert.DoesNotContain(
            "Thôn Đoài",
            System.Text.RegularExpressions.Regex.Unescape(answered.ToJsonString()),
            StringComparison.Ordinal
        );

        var read = (await clerk.Get(path))[0]!;
        Assert.Equal(("Nhà ông ở thôn nào?", "Thôn Đoài"), (read.Text("question"), read.Text("answer")));
        var history = (await clerk.Get($"{Book}/{citizen.Petition}/history")).AsArray();
        Assert.Equal(
            ["petition-received", "question-asked", "question-answered"],
            history.Select(step => step!.Text("type").Split('.')[^2])
        );
        Assert.Null(history[2]!["actor"]);
    }

    [Fact]
    public async Task The_same_answer_twice_is_one_and_another_is_refused()
    {
        var citizen = await Citizen.With(running);
        var question = await Asked(citizen);

        await (await citizen.Answer(question, "Thôn Đoài")).Read();
        await (await citizen.Answer(question, "Thôn Đoài")).Read();

        Assert.Equal("petitions.already-answered", await (await citizen.Answer(question, "Thôn Đông")).Refusal());
        Assert.Equal(3, (await clerk.Get($"{Book}/{citizen.Petition}"))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_question_of_another_petition_is_not_there()
    {
        var (one, other) = (await Citizen.With(running), await Citizen.With(running));
        var question = await Asked(other);

        Assert.Equal("petitions.unknown-question", await (await one.Answer(question, "Thôn Đoài")).Refusal(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Who_only_reads_or_writes_petitions_does_not_read_answers()
    {
        var reader = running.Service.As(PetitionsRunning.Province, "petitions.read", "petitions.write");
        var citizen = await Citizen.With(running);

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{Book}/{citizen.Petition}/questions")).StatusCode);
    }

    [Fact]
    public async Task A_repeated_question_is_asked_once_and_shown_again()
    {
        var citizen = await Citizen.With(running);
        var path = $"{Book}/{citizen.Petition}/questions";
        var body = Steps.Body("questions");
        var key = $"{Guid.CreateVersion7()}";

        var first = await (await clerk.Post(path, body, key)).Read(HttpStatusCode.Created);
        var again = await (await clerk.Post(path, body, key)).Read(HttpStatusCode.Created);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Single((await clerk.Get(path)).AsArray());
    }

    [Fact]
    public async Task A_closed_petition_is_rated_once_and_the_rating_may_be_changed()
    {
        var citizen = await Closed(PetitionsRunning.Committee);

        Assert.Equal(5, (await (await citizen.Rate(5)).Read())["satisfaction"]!["rating"]!.GetValue<int>());
        await (await citizen.Rate(5)).Read();
        await (await citizen.Rate(2)).Read();

        var rated = (await clerk.Get($"{Book}/{citizen.Petition}/history"))
            .AsArray()
            .Where(step => step!.Text("type") == "vn.danvan.petitions.petition-rated.v1")
            .Select(step => ((int)step!["data"]!["rating"]!, (int?)step["data"]!["previousRating"]));
        Assert.Equal([(5, null), (2, 5)], rated);
    }

    [Fact]
    public async Task An_open_petition_is_not_rated()
    {
        var citizen = await Citizen.With(running);

        Assert.Equal("petitions.not-closed-yet", await (await citizen.Rate(1)).Refusal());
    }

    [Fact]
    public async Task A_petition_closed_long_ago_is_not_rated()
    {
        var citizen = await Citizen.With(running);
        await (await clerk.Post($"{Book}/{citizen.Petition}/guidance", Guidance("2026-08-04"))).Read();

        Assert.Equal("petitions.rating-is-over", await (await citizen.Rate(1)).Refusal());
        Assert.Equal("2026-09-03", (await citizen.Status())["satisfaction"]!.Text("until"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task A_rating_is_from_one_to_five(int rating)
    {
        var problem = await (await (await Citizen.With(running)).Rate(rating)).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["rating"]);
    }

    [Fact]
    public async Task Units_with_few_ratings_are_shown_without_figures()
    {
        foreach (var rating in new[] { 1, 5, 4, 4, 5 })
            await (await (await Closed(PetitionsRunning.Board)).Rate(rating)).Read();
        foreach (var rating in new[] { 1, 3, 3, 3 })
            await (await (await Closed(PetitionsRunning.Province)).Rate(rating)).Read();

        var lines = (await clerk.Get($"{Book}/satisfaction?year={Today.Year}")).AsArray();

        var many = lines.Single(line => line!.Text("unitId") == $"{PetitionsRunning.Board}")!;
        Assert.Equal((5, 3.8m, false), ((int)many["count"]!, (decimal)many["mean"]!, (bool)many["suppressed"]!));
        var few = lines.Single(line => line!.Text("unitId") == $"{PetitionsRunning.Province}")!;
        Assert.Equal((null, null, true), (few["count"], few["mean"], (bool)few["suppressed"]!));
        Assert.Empty((await clerk.Get($"{Book}/satisfaction?year=2020")).AsArray());
        using var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read");
        Assert.Empty((await neighbour.Get($"{Book}/satisfaction?year={Today.Year}")).AsArray());
    }

    static DateOnly Today => TimeProvider.System.Today();

    internal static IEnumerable<string> Told(JsonNode status) =>
        status["steps"]!.AsArray().Select(step => $"{step!.Text("on")} {step.Text("what")}");

    static JsonObject Guidance(string on) => new() { ["guidedOn"] = on, ["documentNumber"] = "13-HD" };

    async Task<string> Asked(Citizen citizen)
    {
        var body = Steps.Body("questions");
        return (await (await clerk.Post($"{Book}/{citizen.Petition}/questions", body)).Read(HttpStatusCode.Created)).Text("id");
    }

    /// <summary>With a petition that was closed today.</summary>
    async Task<Citizen> Closed(Guid unit)
    {
        var citizen = await Citizen.With(running, Paper(unit: unit));
        await (await clerk.Post($"{Book}/{citizen.Petition}/guidance", Guidance($"{Today:yyyy-MM-dd}"))).Read();
        return citizen;
    }
}
