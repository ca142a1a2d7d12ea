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

        foreach (var path in new[] { conference, $"{conference}/ceremony", $"tasks/{task}", $"oversight-plans/{plan}", $"people/{person}" })
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Book}/{path}")).StatusCode);
    }

    [Fact]
    public async Task Every_step_gives_404_and_changes_nothing()
    {
        var (conference, task, plan, _) = await Everything();

        foreach (var (path, body) in Steps(conference, task, plan))
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{Book}/{path}", body)).StatusCode);
        Assert.Equal(1, (await clerk.Get($"{Book}/{conference}"))["version"]!.GetValue<int>());
        Assert.Equal(1, (await clerk.Get($"{Book}/tasks/{task}"))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Lists_and_counts_do_not_hold_it()
    {
        var (conference, _, _, _) = await Everything();

        foreach (var list in new[] { "", "/tasks", "/oversight-plans", "/people" })
            Assert.Empty((await neighbour.Get($"{Book}{list}?limit=1000"))["items"]!.AsArray());
        Assert.Equal(0, (await neighbour.Get($"{Book}/statistics"))["conferences"]!.GetValue<int>());
        Assert.Contains((await clerk.Get($"{Book}?limit=1000"))["items"]!.AsArray(), line => line.Text("id") == conference);
    }

    [Theory]
    [InlineData("", "organiserUnitId")]
    [InlineData("/people", "unitId")]
    [InlineData("/themes", "unitId")]
    [InlineData("/documents", "unitId")]
    [InlineData("/oversight-plans", "unitId")]
    public async Task Nobody_enters_anything_for_a_neighbour(string path, string field)
    {
        var problem = await (await neighbour.Post(Book + path, Entries()[path])).Read(HttpStatusCode.NotFound);

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
    public async Task A_token_without_the_scope_gets_403_and_no_token_401()
    {
        var reader = running.Service.As(ConferencesRunning.Province, "conferences.read");
        var (conference, task, plan, _) = await Everything();
        IEnumerable<(string Path, JsonObject Body)> writes =
        [
            .. Entries().Select(entry => (Book + entry.Key, entry.Value)),
            .. Steps(conference, task, plan).Select(step => ($"{Book}/{step.Path}", step.Body)),
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
        var tasks = (await clerk.Get($"{Book}/tasks?conference={conference.Text("id")}"))["items"]!.AsArray();
        var plan = await clerk.Enter(Entries()["/oversight-plans"], "/oversight-plans");
        var person = await clerk.Enter(Entries()["/people"], "/people");
        return (conference.Text("id"), tasks[0].Text("id"), plan.Text("id"), person.Text("id"));
    }

    static Dictionary<string, JsonObject> Entries() =>
        new()
        {
            [""] = Planned(),
            ["/people"] = new() { ["unitId"] = ConferencesRunning.Board, ["fullName"] = "Nguyễn Văn Thử" },
            ["/themes"] = new()
            {
                ["unitId"] = ConferencesRunning.Board,
                ["year"] = 2026,
                ["scope"] = "TINH",
                ["name"] = "Năm dân vận",
            },
            ["/documents"] = new()
            {
                ["unitId"] = ConferencesRunning.Board,
                ["issuer"] = "Tỉnh ủy A",
                ["number"] = "01",
                ["symbol"] = "NQ/TU",
            },
            ["/oversight-plans"] = new()
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
            ($"{conference}/state", new() { ["state"] = "TASKS_TRACKED" }),
            ($"{conference}/conclusion", ChainTests.Notice("2026-03-30")),
            ($"tasks/{task}/acceptance", []),
            ($"tasks/{task}/reports", new() { ["text"] = "đã xong" }),
            ($"tasks/{task}/confirmation", []),
            ($"tasks/{task}/return", new() { ["reason"] = "thiếu" }),
            ($"tasks/{task}/extensions", new() { ["dueOn"] = "2026-12-31", ["reason"] = "bão" }),
            ($"tasks/{task}/cancellation", new() { ["reason"] = "thôi" }),
            (
                $"oversight-plans/{plan}/end",
                new()
                {
                    ["state"] = "DROPPED",
                    ["endedOn"] = "2026-05-01",
                    ["result"] = "thôi",
                }
            ),
        ];
}
