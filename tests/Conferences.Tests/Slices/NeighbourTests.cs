using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>A unit neither sees nor changes what is its neighbour's, and cannot tell that it exists.</summary>
[Collection(nameof(Slices))]
public sealed class NeighbourTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient neighbour = running.NeighbourClerk;

    [Fact]
    public async Task Reading_gives_404()
    {
        var (conference, task, plan, person) = await Everything();

        foreach (
            var path in new[]
            {
                $"{Book}/{conference}",
                $"{Book}/{conference}/ceremony",
                $"{TaskBook}/{task}",
                $"{PlanBook}/{plan}",
                $"{PersonBook}/{person}",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Every_step_gives_404_and_changes_nothing()
    {
        var (conference, task, plan, _) = await Everything();

        foreach (var (path, body) in Steps(conference, task, plan))
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post(path, body)).StatusCode);
        Assert.Equal(1, (await clerk.Get($"{Book}/{conference}"))["version"]!.GetValue<int>());
        Assert.Equal(1, (await clerk.Get($"{TaskBook}/{task}"))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Lists_and_counts_do_not_hold_it()
    {
        var (conference, _, _, person) = await Everything();

        Assert.DoesNotContain((await neighbour.Get($"{PersonBook}?limit=1000"))["items"]!.AsArray(), line => line.Text("id") == person);
        foreach (var list in new[] { Book, TaskBook, PlanBook })
            Assert.Empty((await neighbour.Get($"{list}?limit=1000"))["items"]!.AsArray());
        Assert.Equal(0, (await neighbour.Get($"{Book}/statistics"))["conferences"]!.GetValue<int>());
        Assert.Contains((await clerk.Get($"{Book}?limit=1000"))["items"]!.AsArray(), line => line.Text("id") == conference);
    }

    [Theory]
    [InlineData(Book, "organiserUnitId")]
    [InlineData(ThemeBook, "unitId")]
    [InlineData(DocumentBook, "unitId")]
    [InlineData(PlanBook, "unitId")]
    public async Task Nobody_enters_anything_for_a_neighbour(string path, string field)
    {
        var problem = await (await neighbour.Post(path, Entries()[path])).Read(HttpStatusCode.NotFound);

        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task A_person_of_a_neighbour_cannot_be_named()
    {
        var (_, _, _, person) = await Everything();
        var conference = Planned(ConferencesRunning.Neighbour);
        conference["participants"] = new JsonArray(new JsonObject { ["personId"] = person, ["roles"] = new JsonArray("CHAIR") });

        var problem = await (await neighbour.Post(Book, conference)).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["participants[0].personId"]);
    }

    [Fact]
    public async Task A_public_office_holder_is_known_to_everybody_with_the_conferences_that_each_may_see()
    {
        using var another = running.Service.As(ConferencesRunning.Another, "conferences.read", "conferences.write");
        var person = await running.Person(ConferencesRunning.Board, "Lê Thị Công Khai");
        foreach (var (caller, unit) in new[] { (clerk, ConferencesRunning.Board), (another, ConferencesRunning.Another) })
        {
            var conference = Planned(unit);
            conference["participants"] = new JsonArray(new JsonObject { ["personId"] = person, ["roles"] = new JsonArray("GUEST") });
            var entered = await caller.Enter(conference);

            Assert.Equal("Lê Thị Công Khai", entered["participants"]![0].Text("name"));
            var part = Assert.Single((await caller.Get($"{PersonBook}/{person}"))["conferences"]!.AsArray());
            Assert.Equal(entered.Text("id"), part.Text("conferenceId"));
        }
    }

    [Fact]
    public async Task A_person_whose_name_is_not_public_takes_part_without_a_name()
    {
        var person = await running.Person(ConferencesRunning.Board, publicName: null);
        var conference = Planned();
        conference["participants"] = new JsonArray(new JsonObject { ["personId"] = person, ["roles"] = new JsonArray("DELEGATE") });

        var entered = await clerk.Enter(conference);

        Assert.Null(entered["participants"]![0]!["name"]);
        Assert.Null((await clerk.Get($"{PersonBook}/{person}"))["name"]);
    }

    [Fact]
    public async Task A_token_without_the_scope_gets_403_and_no_token_401()
    {
        var reader = running.Service.As(ConferencesRunning.Province, "conferences.read");
        var (conference, task, plan, _) = await Everything();
        IEnumerable<(string Path, JsonObject Body)> writes =
        [
            .. Entries().Select(entry => (entry.Key, entry.Value)),
            .. Steps(conference, task, plan),
        ];

        foreach (var (path, body) in writes)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post(path, body)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await running.Service.Http.Post(path, body)).StatusCode);
        }
    }

    /// <summary>Something of every kind, all of the province's board.</summary>
    async Task<(string Conference, string Task, string Plan, string Person)> Everything()
    {
        var conference = await clerk.Enter(Held());
        var tasks = (await clerk.Get($"{TaskBook}?conference={conference.Text("id")}"))["items"]!.AsArray();
        var plan = await clerk.Enter(Entries()[PlanBook], PlanBook);
        var person = await running.Person(ConferencesRunning.Board, publicName: null);
        return (conference.Text("id"), tasks[0].Text("id"), plan.Text("id"), person);
    }

    static Dictionary<string, JsonObject> Entries() =>
        new()
        {
            [Book] = Planned(),
            [ThemeBook] = new()
            {
                ["unitId"] = ConferencesRunning.Board,
                ["year"] = 2026,
                ["scope"] = "TINH",
                ["name"] = "Năm dân vận",
            },
            [DocumentBook] = new()
            {
                ["unitId"] = ConferencesRunning.Board,
                ["issuer"] = "Tỉnh ủy A",
                ["number"] = "01",
                ["symbol"] = "NQ/TU",
            },
            [PlanBook] = new()
            {
                ["unitId"] = ConferencesRunning.Board,
                ["plan"] = new JsonObject
                {
                    ["kind"] = "KHAO_SAT",
                    ["year"] = 2026,
                    ["subject"] = "Dân vận chính quyền",
                    ["targets"] = new JsonArray(
                        new JsonObject
                        {
                            ["unitClass"] = "5 xã",
                            ["quantity"] = "COUNTED",
                            ["count"] = 5,
                        }
                    ),
                },
            },
        };

    static IEnumerable<(string Path, JsonObject Body)> Steps(string conference, string task, string plan) =>
        [
            ($"{Book}/{conference}/state", new() { ["state"] = "TASKS_TRACKED" }),
            ($"{Book}/{conference}/conclusion", ChainTests.Notice("2026-03-30")),
            ($"{Book}/{conference}/unit", EndedUnits.Instead(ConferencesRunning.Board, ConferencesRunning.Neighbour)),
            ($"{TaskBook}/{task}/unit", EndedUnits.Instead(ConferencesRunning.Commune, ConferencesRunning.Neighbour)),
            ($"{TaskBook}/{task}/acceptance", []),
            ($"{TaskBook}/{task}/reports", new() { ["text"] = "đã xong" }),
            ($"{TaskBook}/{task}/confirmation", []),
            ($"{TaskBook}/{task}/return", new() { ["reason"] = "thiếu" }),
            ($"{TaskBook}/{task}/extensions", new() { ["dueOn"] = "2026-12-31", ["reason"] = "bão" }),
            ($"{TaskBook}/{task}/cancellation", new() { ["reason"] = "thôi" }),
            (
                $"{PlanBook}/{plan}/end",
                new()
                {
                    ["state"] = "DROPPED",
                    ["endedOn"] = "2026-05-01",
                    ["result"] = "thôi",
                }
            ),
        ];
}
