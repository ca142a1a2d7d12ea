using System.Text.Json.Nodes;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests;

/// <summary>A reorganisation through all services that have open work of units: asked about, signed, carried out on its day, followed, closed.</summary>
[Collection(Reorganisation.Alone)]
public sealed class ReorganisationTests(Reorganisation platform) : IClassFixture<Reorganisation>
{
    [Fact]
    public async Task Open_work_goes_to_the_successor_with_its_time_limits_and_what_has_none_waits_for_a_person()
    {
        var (one, other, abolished) = (await platform.Commune("82001"), await platform.Commune("82002"), await platform.Commune("82003"));
        var merged = Guid.CreateVersion7();
        var work = await platform.WorkOf(one, delegatesFrom: other);
        var left = await platform.Petition(abolished);
        var before = await platform.Read("petitions", $"petitions/{work.Petition}");

        // Asked while awards is away: shown as unanswered after the limit, answered when it is back.
        await platform["awards"].Stop();
        var id = await platform.Draft(Reorganisation.Merge(platform.Province, merged, one, other), Reorganisation.Abolish(abolished));
        await platform.Ask(id);
        await Eventually.True("awards shown as unanswered", async () => await platform.Answer(id, "awards") == "UNANSWERED");
        await Eventually.True("three answers", async () => await platform.Answered(id) == 3);
        Assert.Equal("PETITIONS 2", await platform.Counts(id, "petitions"));
        Assert.Equal("REPORTS 1", await platform.Counts(id, "reporting"));
        Assert.Equal("CONFERENCES 1, DELEGATES 1, TASKS 1", await platform.Counts(id, "conferences"));
        Assert.Equal("", await platform.Counts(id, "awards"));
        await platform["awards"].Restart();
        await Eventually.True("awards to have answered", async () => await platform.Answer(id, "awards") == "ANSWERED");
        Assert.Equal("MOVEMENTS 1, MODELS 1", await platform.Counts(id, "awards"));

        await platform.Sign(id);
        Assert.Equal("SIGNED", await platform.State(id));
        Assert.Equal($"{one}", await platform.UnitOf(work.Petition));
        await platform.MoveTheClock();
        await Eventually.True("every service to have followed", async () => await platform.State(id) == "CLOSED");

        var after = await platform.Read("petitions", $"petitions/{work.Petition}");
        Assert.Equal($"{merged}", after["unitId"]!.GetValue<string>());
        foreach (var kept in new[] { "dueOn", "deadline", "state", "receivedOn", "inTime" })
            Assert.Equal(before[kept]?.ToJsonString(), after[kept]?.ToJsonString());
        Assert.Equal(["petition-received.v1", "petition-moved.v1"], await platform.History(work.Petition));
        Assert.Equal(work.Petition, (await platform.Read("petitions", $"petitions/{work.Petition}", merged))["id"]!.GetValue<string>());

        var report = await platform.Read("reporting", $"reports/{work.Report}", merged);
        Assert.Equal(($"{one}", $"{merged}"), (Text(report, "unitId"), Text(report, "handledByUnitId")));
        var conference = await platform.Read("conferences", $"conferences/{work.Conference}", merged);
        Assert.Equal($"{merged}", Text(conference, "organiserUnitId"));
        Assert.Equal($"{merged}", Text(conference["participants"]![0]!, "unitId"));
        var task = await platform.Read("conferences", $"tasks/{work.Task}", merged);
        Assert.Equal(($"{merged}", "2026-06-30"), (Text(task, "leadUnitId"), Text(task, "dueOn")));
        Assert.Equal($"{merged}", Text(await platform.Read("awards", $"awards/movements/{work.Movement}"), "unitId"));
        Assert.Equal($"{merged}", Text(await platform.Read("awards", $"awards/models/{work.Model}", merged), "unitId"));

        Assert.Equal("PETITIONS 1/1", await platform.Moves(id, "petitions"));
        Assert.Equal("REPORTS 1/0", await platform.Moves(id, "reporting"));
        Assert.Equal("CONFERENCES 1/0, DELEGATES 1/0, TASKS 1/0", await platform.Moves(id, "conferences"));
        Assert.Equal("MOVEMENTS 1/0, MODELS 1/0", await platform.Moves(id, "awards"));
        Assert.Equal($"{abolished}", await platform.UnitOf(left));

        await Told_again_it_changes_nothing(work.Petition);
    }

    async Task Told_again_it_changes_nothing(string petition)
    {
        string[] services = ["petitions", "reporting", "conferences", "awards"];
        var before = await platform.Versions();
        foreach (var service in services)
            await platform["directory"].Run("replay", "--from", "1", "--to", service);
        foreach (var service in services)
            await platform[service].Run("replay", "--from", "1", "--to", "directory");
        await Eventually.True("all queues to be empty", async () => await platform.Waiting() == 0);

        Assert.Equal(before, await platform.Versions());
        Assert.Equal(["petition-received.v1", "petition-moved.v1"], await platform.History(petition));
    }

    static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
