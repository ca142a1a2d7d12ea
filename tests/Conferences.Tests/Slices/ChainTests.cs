using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>From the plan to the task that is done, with the events that others hear.</summary>
[Collection(nameof(Slices))]
public sealed class ChainTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient commune = running.CommuneClerk;

    public static JsonObject Notice(string on, params JsonNode[] items) =>
        new()
        {
            ["number"] = "12-TB/BTGDVTU",
            ["issuedOn"] = on,
            ["conclusions"] = new JsonArray(items),
        };

    [Fact]
    public async Task A_conference_is_planned_held_concluded_and_its_task_done()
    {
        var id = (await clerk.Enter(Planned())).Text("id");
        foreach (var state in new[] { "INVITED", "CONFIRMED", "IN_SESSION", "CLOSED" })
            await clerk.Step($"{Book}/{id}/state", new() { ["state"] = state });
        var concluded = await clerk.Step(
            $"{Book}/{id}/conclusion",
            Notice(
                "2026-03-30",
                Item("KEY_TASK", "Quy chế dân chủ ở cơ sở", Task("Lập kế hoạch", ConferencesRunning.Commune, "2026-06-30"))
            )
        );
        var task = concluded["conclusions"]![0]!["taskIds"]![0]!.GetValue<string>();

        await commune.Step($"{TaskBook}/{task}/acceptance", []);
        await commune.Step($"{TaskBook}/{task}/reports", new() { ["text"] = "đã lập kế hoạch" });
        await clerk.Step($"{TaskBook}/{task}/return", new() { ["reason"] = "thiếu phụ lục" });
        await commune.Step($"{TaskBook}/{task}/reports", new() { ["text"] = "đã bổ sung" });
        var done = await clerk.Step($"{TaskBook}/{task}/confirmation", []);

        Assert.Equal("CONFIRMED_DONE", done.Text("state"));
        Assert.Equal(
            [
                "conference-planned",
                "conference-state-changed",
                "conference-state-changed",
                "conference-state-changed",
                "conference-held",
                "conclusion-issued",
            ],
            await Events($"conference/{id}", 6)
        );
        Assert.Equal(
            ["task-assigned", "task-accepted", "task-reported", "task-returned", "task-reported", "task-done"],
            await Events($"conclusion-task/{task}", 6)
        );
    }

    [Fact]
    public async Task A_task_past_its_day_is_overdue_until_it_is_reported()
    {
        var conference = await clerk.Enter(Held());
        var id = conference.Text("id");
        var task = conference["conclusions"]![0]!["taskIds"]![0]!.GetValue<string>();
        var overdue = $"{TaskBook}?conference={id}&overdue=true";

        // Due on 30 June 2026, which has passed; the standing task beside it never is overdue.
        Assert.Equal(task, Assert.Single((await clerk.Get(overdue))["items"]!.AsArray()).Text("id"));
        await commune.Step($"{TaskBook}/{task}/reports", new() { ["text"] = "đã xong" });

        Assert.Empty((await clerk.Get(overdue))["items"]!.AsArray());
        Assert.Equal(2, (await clerk.Get($"{TaskBook}?conference={id}&overdue=false"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Who_carries_a_task_out_does_not_confirm_it()
    {
        var task = (await clerk.Enter(Held()))["conclusions"]![0]!["taskIds"]![0]!.GetValue<string>();
        await commune.Step($"{TaskBook}/{task}/reports", new() { ["text"] = "đã xong" });

        foreach (
            var (step, body) in new (string, JsonObject)[]
            {
                ("confirmation", []),
                ("return", new() { ["reason"] = "thiếu" }),
                ("cancellation", new() { ["reason"] = "thôi" }),
            }
        )
            Assert.Equal(
                "conferences.task-only-assigner",
                await (await commune.Post($"{TaskBook}/{task}/{step}", body)).Refusal(HttpStatusCode.Forbidden)
            );
    }

    [Fact]
    public async Task A_conference_with_open_tasks_is_not_archived()
    {
        var id = (await clerk.Enter(Held())).Text("id");
        await clerk.Step($"{Book}/{id}/state", new() { ["state"] = "TASKS_TRACKED" });

        Assert.Equal(
            "conferences.open-tasks",
            await (await clerk.Post($"{Book}/{id}/state", new JsonObject { ["state"] = "ARCHIVED" })).Refusal()
        );
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var id = (await clerk.Enter(Planned())).Text("id");
        await clerk.Step($"{Book}/{id}/state", new() { ["state"] = "INVITED" });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Book}/{id}/state")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new JsonObject { ["state"] = "CONFIRMED" }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await clerk.SendAsync(request)).StatusCode);
    }

    async Task<string[]> Events(string subject, int count)
    {
        var types =
            "select coalesce(string_agg(split_part(type, '.', 4), ' ' order by version), '') from chassis.journal where subject = $1";
        var found = await Eventually.Found(
            $"{count} events of {subject} in the journal",
            async () =>
                (await running.Service.Database.Scalar<string>(types, subject)).Split(' ') is var all && all.Length == count ? all : null
        );
        return found;
    }
}
