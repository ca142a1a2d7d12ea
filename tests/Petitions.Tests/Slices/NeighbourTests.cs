using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>A unit neither sees nor changes what is its neighbour's, and cannot tell that it exists.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class NeighbourTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient neighbour = running.Service.As(
        PetitionsRunning.Neighbour,
        "petitions.read",
        "petitions.write",
        "petitions.decide",
        "petitions.identity"
    );

    [Theory]
    [InlineData("")]
    [InlineData("/history")]
    [InlineData("/deadlines")]
    [InlineData("/questions")]
    [InlineData("/case")]
    [InlineData("/signatories")]
    [InlineData("/co-handlers")]
    [InlineData("/route")]
    [InlineData("/letters")]
    [InlineData("/attachments")]
    public async Task Reading_gives_404(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Book}/{await clerk.Received()}{path}")).StatusCode);

    [Theory]
    [MemberData(nameof(Steps.All), MemberType = typeof(Steps))]
    public async Task Every_step_gives_404_and_changes_nothing(string step)
    {
        var path = $"{Book}/{await clerk.Received()}";

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{path}/{step}", Steps.Body(step))).StatusCode);
        Assert.Equal(1, (await clerk.Get(path))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_list_does_not_hold_it()
    {
        var id = await clerk.Received();

        Assert.True(await Lists(clerk));
        Assert.False(await Lists(neighbour));

        async Task<bool> Lists(HttpClient reader)
        {
            for (var rest = ""; ; )
            {
                var page = await reader.Get($"{Book}?limit=1000{rest}");
                if (page["items"]!.AsArray().Any(line => line!.Text("id") == id))
                    return true;
                if (page["next"] is not { } next)
                    return false;
                rest = $"&after={next}";
            }
        }
    }

    [Fact]
    public async Task Nobody_enters_a_petition_in_the_book_of_a_neighbour()
    {
        var answer = await neighbour.Post(Book, Paper());
        var problem = await answer.Read(HttpStatusCode.NotFound);

        Assert.NotNull(problem["errors"]!["unitId"]);
    }

    [Fact]
    public async Task Whoever_receives_petitions_does_not_decide_on_them()
    {
        var receiver = running.Service.As(PetitionsRunning.Province, "petitions.read", "petitions.write");
        var id = await clerk.Received();

        foreach (var step in Steps.Names.Except(["representatives", "signatories", "review"]))
            Assert.Equal(HttpStatusCode.Forbidden, (await receiver.Post($"{Book}/{id}/{step}", Steps.Body(step))).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/{id}")]
    [InlineData("/{id}/history")]
    [InlineData("/{id}/deadlines")]
    [InlineData("/search?q=đất")]
    [InlineData("/due?class=OVERDUE")]
    [InlineData("/due/counts")]
    [InlineData("/{id}/case")]
    [InlineData("/{id}/letters")]
    [InlineData("/letters/forms")]
    [InlineData("/{id}/attachments")]
    [InlineData("/deadlines/rules")]
    [InlineData("/eligibility/rules")]
    [InlineData("/deadlines/what-if?rule=KN.ACC&start=2026-07-10")]
    public async Task Reading_takes_a_scope_of_its_own(string path)
    {
        var blind = running.Service.As(PetitionsRunning.Province, "petitions.write", "petitions.decide", "petitions.identity");
        var address = path.Replace("{id}", await clerk.Received(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await blind.GetAsync(Book + address)).StatusCode);
    }

    [Fact]
    public async Task A_token_without_the_scope_gets_403_and_no_token_401()
    {
        var reader = running.Service.As(PetitionsRunning.Province, "petitions.read");
        var id = await clerk.Received();

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post(Book, Paper())).StatusCode);
        foreach (var step in Steps.Names)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post($"{Book}/{id}/{step}", Steps.Body(step))).StatusCode);
            Assert.Equal(
                HttpStatusCode.Unauthorized,
                (await running.Service.Http.Post($"{Book}/{id}/{step}", Steps.Body(step))).StatusCode
            );
        }
    }
}

/// <summary>Every step that may follow a receipt, with a body that is right in itself.</summary>
public static class Steps
{
    static readonly Dictionary<string, Func<JsonObject>> Bodies = new()
    {
        ["classification"] = () => ClassificationTests.Found("KHIEU_NAI"),
        ["case"] = () => CaseTests.Joining($"{Guid.CreateVersion7()}"),
        ["parts"] = () => CaseTests.Parts("Thu tiền sai"),
        ["representatives"] = () => GroupTests.Appointment(1, 1),
        ["signatories/withdrawals"] = () => GroupTests.Withdrawal(1),
        ["signatories"] = () => SignatoryTests.Names("Trần Văn Một"),
        ["signatories/readings"] = () => new() { ["purpose"] = "XAC_MINH" },
        ["acceptance"] = ChainTests.Acceptance,
        ["non-acceptance"] = () =>
            new()
            {
                ["ground"] = "KN.11.6",
                ["decidedOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["guidance"] = () =>
            new()
            {
                ["toUnitId"] = PetitionsRunning.Board,
                ["guidedOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["forwarding"] = () =>
            new()
            {
                ["toUnitId"] = PetitionsRunning.Board,
                ["forwardedOn"] = "2026-08-06",
                ["letterNumber"] = "1",
            },
        ["resolution"] = () => ChainTests.Resolution("DUNG"),
        ["complexity-finding"] = () =>
            new()
            {
                ["grounds"] = new JsonArray("MANY_PEOPLE"),
                ["foundOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["extensions"] = () =>
            new()
            {
                ["days"] = 30,
                ["criteria"] = new JsonArray("MANY_PEOPLE"),
                ["decidedOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["suspension"] = () => Decided("2026-08-06"),
        ["resumption"] = () => Decided("2026-08-06"),
        ["identity-grants"] = () => new() { ["reader"] = "can-bo", ["purpose"] = "XAC_MINH" },
        ["identity-erasure"] = () => Decided("2026-08-06"),
        ["withdrawals"] = () =>
            new()
            {
                ["whole"] = true,
                ["form"] = "LETTER",
                ["stillExamined"] = "COERCED",
                ["withdrawnOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["stopping"] = () => Stopping("KN.STOP.NO_OBJECT"),
        ["dialogues"] = () => Dialogue("2026-08-10", "2026-08-17"),
        ["conclusion-action"] = () => new() { ["actedOn"] = "2026-09-07", ["documentNumber"] = "1" },
        ["publication"] = () =>
            new()
            {
                ["manner"] = "POSTING",
                ["publishedOn"] = "2026-09-07",
                ["documentNumber"] = "1",
            },
        ["co-handlers"] = () =>
            new()
            {
                ["unitId"] = PetitionsRunning.Board,
                ["askedOn"] = "2026-08-06",
                ["letterNumber"] = "21/CV",
            },
        ["sendings"] = () => Sending("DECISION", "2026-08-28"),
        ["dialogue-plan"] = () => new() { ["heldOn"] = "2099-08-18" },
        ["posting-end"] = () => new() { ["endedOn"] = "2026-09-22", ["documentNumber"] = "09/BB" },
        ["public-notice"] = () => new() { ["text"] = "Đã giải quyết xong.", ["visibleFrom"] = "2026-09-07" },
        ["public-notice/withholding"] = () => new() { ["reason"] = "ERROR" },
        ["review"] = () => new() { ["decision"] = "RELEASED" },
        ["conflict-of-interest"] = () =>
            new()
            {
                ["conflict"] = "SIBLING",
                ["toUnitId"] = PetitionsRunning.Province,
                ["decidedOn"] = "2026-08-06",
                ["documentNumber"] = "1",
            },
        ["reopening"] = () => Reopening("SET_ASIDE"),
        ["unit"] = () => new() { ["toUnitId"] = PetitionsRunning.Board },
        ["questions"] = () => new() { ["question"] = "Quyết định được giao ngày nào?", ["answerBy"] = null },
        ["letters"] = () => LetterTests.Letter(),
        ["identity-readings"] = () => new() { ["purpose"] = "XAC_MINH" },
    };

    /// <summary>A decision of that day.</summary>
    public static JsonObject Decided(string on) => new() { ["decidedOn"] = on, ["documentNumber"] = "33/QĐ" };

    /// <summary>To everybody to whom anything is owed.</summary>
    public static JsonObject Sending(string what, string on) =>
        new()
        {
            ["what"] = what,
            ["to"] = new JsonArray("PETITIONER", "ACCUSED", "BODY_OF_THE_ACCUSED", "FORWARDING_BODY", "RESOLVER", "SUPERIOR", "CONCERNED"),
            ["sentOn"] = on,
            ["documentNumber"] = "45/QĐ",
        };

    public static JsonObject Stopping(string ground)
    {
        var decision = Decided("2026-08-14");
        decision["ground"] = ground;
        return decision;
    }

    public static JsonObject Reopening(string reason)
    {
        var decision = Decided("2026-09-21");
        decision["reason"] = reason;
        return decision;
    }

    public static JsonObject Dialogue(string notifiedOn, string heldOn, string attendance = "PRESENT") =>
        new()
        {
            ["notifiedOn"] = notifiedOn,
            ["heldOn"] = heldOn,
            ["attendance"] = attendance,
            ["minutesNumber"] = "07/BB",
        };

    public static IEnumerable<string> Names => Bodies.Keys;

    public static TheoryData<string> All => [.. Bodies.Keys];

    /// <summary>Those that change the petition, so that a version stands before each.</summary>
    public static TheoryData<string> Changing =>
        [.. Bodies.Keys.Where(step => step is not ("identity-readings" or "signatories/readings" or "identity-grants"))];

    public static JsonObject Body(string step) => Bodies[step]();
}
