using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.EndToEnd.Tests.ReorganisationBodies;

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
        var (split, undecided) = (await platform.Commune("82004"), await platform.Commune("82005"));
        var (heir, part) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (handedOn, waiting) = (await platform.WorkOf(split, delegatesFrom: split), await platform.WorkOf(undecided, undecided));
        var before = await platform.Read("petitions", $"petitions/{work.Petition}");

        // Asked while awards is away: shown as unanswered after the limit, answered when it is back.
        await platform["awards"].Stop();
        var id = await platform.Draft(
            Merge(platform.Province, merged, one, other),
            Abolish(abolished),
            Split(split, heir, ("82004", part), ("82006", heir)),
            Split(undecided, heir: null, ("82005", Guid.CreateVersion7()), ("82007", Guid.CreateVersion7()))
        );
        await platform.Ask(id);
        await Eventually.True("awards shown as unanswered", async () => await platform.Answer(id, "awards") == "UNANSWERED");
        await Eventually.True("three answers", async () => await platform.Answered(id) == 3);
        Assert.Equal("PETITIONS 4, CO_HANDLINGS 0", await platform.Counts(id, "petitions"));
        Assert.Equal("REPORTS 3", await platform.Counts(id, "reporting"));
        Assert.Equal("CONFERENCES 3, DELEGATES 3, TASKS 3", await platform.Counts(id, "conferences"));
        Assert.Equal("", await platform.Counts(id, "awards"));
        await platform["awards"].Restart();
        await Eventually.True("awards to have answered", async () => await platform.Answer(id, "awards") == "ANSWERED");
        Assert.Equal("MOVEMENTS 3, MODELS 3", await platform.Counts(id, "awards"));

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

        await GoesOn(work, one, merged);
        await GoesOn(handedOn, split, heir);
        await GoesOn(waiting, undecided, undecided);

        Assert.Equal("PETITIONS 2/2, CO_HANDLINGS 0/0", await platform.Moves(id, "petitions"));
        Assert.Equal("REPORTS 2/1", await platform.Moves(id, "reporting"));
        Assert.Equal("CONFERENCES 2/1, DELEGATES 2/1, TASKS 2/1", await platform.Moves(id, "conferences"));
        Assert.Equal("MOVEMENTS 2/1, MODELS 2/1", await platform.Moves(id, "awards"));
        Assert.Equal($"{abolished}", await platform.UnitOf(left));

        await Told_again_it_changes_nothing(work.Petition);
    }

    /// <summary>All the work is with the unit that goes on with it, in every service; the report stays that of its own unit.</summary>
    async Task GoesOn(Reorganisation.Work work, Guid unit, Guid with)
    {
        Assert.Equal($"{with}", await platform.UnitOf(work.Petition));
        var report = await platform.Read("reporting", $"reports/{work.Report}", with);
        Assert.Equal(($"{unit}", with == unit ? null : $"{with}"), (Text(report, "unitId"), report["handledByUnitId"]?.GetValue<string>()));
        var conference = await platform.Read("conferences", $"conferences/{work.Conference}", with);
        Assert.Equal($"{with}", Text(conference, "organiserUnitId"));
        Assert.Equal($"{with}", Text(conference["participants"]![0]!, "unitId"));
        var task = await platform.Read("conferences", $"tasks/{work.Task}", with);
        Assert.Equal(($"{with}", "2026-06-30"), (Text(task, "leadUnitId"), Text(task, "dueOn")));
        Assert.Equal($"{with}", Text(await platform.Read("awards", $"awards/movements/{work.Movement}"), "unitId"));
        Assert.Equal($"{with}", Text(await platform.Read("awards", $"awards/models/{work.Model}", with), "unitId"));
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
