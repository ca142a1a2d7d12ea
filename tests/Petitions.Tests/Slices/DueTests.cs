using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Support.ReplicaUnits;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What is due soon, overdue and very overdue, and that the unit above is told of it, on a service of its own.</summary>
public sealed class DueTests : IAsyncLifetime
{
    static readonly Guid commune = Guid.CreateVersion7();
    static readonly Dictionary<string, string> often = new() { ["Deadlines__EscalateEvery"] = "00:00:00.1" };
    static readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7));

    readonly PetitionsRunning running = new();
    HttpClient clerk = null!;

    TestDatabase Database => running.Service.Database;

    public async ValueTask InitializeAsync()
    {
        await running.InitializeAsync();
        await Database.Record(Commune(commune, PetitionsRunning.Province, version: 1));
        clerk = running.Clerk;
        await Eventually.True(
            "the commune in memory",
            async () => (await clerk.GetAsync($"{Book}/due/counts?unit={commune}")).IsSuccessStatusCode
        );
    }

    public ValueTask DisposeAsync() => running.DisposeAsync();

    [Fact]
    public async Task A_petition_is_in_the_list_of_its_class_with_its_days_and_its_rule()
    {
        var soon = await Due(today);
        var late = await Due(today.AddDays(-1), commune);
        var later = await Due(today.AddDays(-2));
        var very = await Due(today.AddDays(-60));
        await Due(today.AddDays(60));
        var closed = await Due(today.AddDays(-3));
        var guidance = Steps.Body("guidance");
        guidance["guidedOn"] = $"{today:yyyy-MM-dd}";
        await (await clerk.Post($"{Book}/{closed}/guidance", guidance)).Read();
        var suspended = await clerk.Accepted("KHIEU_NAI");
        await (await clerk.Post($"{Book}/{suspended}/suspension", Steps.Decided("2026-08-14"))).Read();
        await clerk.Take($"{Book}/{suspended}", "sendings", Steps.Sending("SIDE_DECISION", "2026-08-17"));

        Assert.Equal([soon], await Listed("SOON"));
        Assert.Equal([later, late], await Listed("OVERDUE"));
        Assert.Equal([late], await Listed("OVERDUE", $"&unit={commune}"));
        Assert.Equal([very], await Listed("VERY_OVERDUE"));
        var line = (await clerk.Get($"{Book}/due?class=VERY_OVERDUE"))["items"]![0]!;
        Assert.InRange(line["daysOver"]!.GetValue<int>(), 40, 44);
        Assert.Equal(
            ("KN.ACC", $"{today.AddDays(-60):yyyy-MM-dd}", true),
            (line.Text("rule"), line.Text("dueOn"), line["daysLeft"] is null)
        );
        Assert.Contains("Đ", line.Text("article"), StringComparison.Ordinal);
        Assert.Equal(0, (await clerk.Get($"{Book}/due?class=SOON"))["items"]![0]!["daysLeft"]!.GetValue<int>());

        var counts = await clerk.Get($"{Book}/due/counts");
        Assert.Equal("1 2 1", Three(counts));
        Assert.Equal(
            [$"{PetitionsRunning.Committee} 1 1 1", $"{commune} 0 1 0"],
            counts["units"]!.AsArray().Select(one => $"{one.Text("unitId")} {Three(one!)}")
        );
        Assert.Equal("0 1 0", Three(await clerk.Get($"{Book}/due/counts?unit={commune}")));
        var country = running.Service.As(PetitionsRunning.Country, "petitions.read");
        Assert.Equal("1 2 1", Three(await country.Get($"{Book}/due/counts")));

        // Only what is its own to a neighbour, which cannot ask for another's.
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read");
        Assert.Equal("0 0 0", Three(await neighbour.Get($"{Book}/due/counts")));
        Assert.Empty((await neighbour.Get($"{Book}/due?class=OVERDUE"))["items"]!.AsArray());
        foreach (var path in new[] { "due?class=OVERDUE&unit=", "due/counts?unit=" })
        {
            var problem = await (await neighbour.GetAsync($"{Book}/{path}{commune}")).Read(HttpStatusCode.NotFound);
            Assert.NotNull(problem["errors"]!["unit"]);
        }
    }

    [Fact]
    public async Task A_walk_through_the_list_shows_each_once()
    {
        var expected = new List<string>();
        foreach (var days in new[] { 60, 60, 60, 50, 40, 40 })
            expected.Add(await Due(today.AddDays(-days)));

        var walked = new List<string>();
        var cursor = "";
        do
        {
            var page = await clerk.Get($"{Book}/due?class=VERY_OVERDUE&limit=2{cursor}");
            walked.AddRange(page["items"]!.AsArray().Select(line => line.Text("id")));
            cursor = page["next"] is { } next ? $"&after={next}" : "";
            await Due(today.AddDays(-70));
        } while (cursor.Length > 0);

        Assert.Equal(expected, walked);
    }

    [Fact]
    public async Task What_a_unit_is_asked_to_help_with_is_due_in_lists_of_its_own()
    {
        var soon = await Asked(today);
        var late = await Asked(today.AddDays(-1));
        var later = await Asked(today.AddDays(-2), PetitionsRunning.Board);
        var very = await Asked(today.AddDays(-60));
        await Asked(today.AddDays(60));
        await Asked(due: null);
        var (helped, answered) = await Asking(today);
        var answer = new JsonObject { ["answeredOn"] = $"{today:yyyy-MM-dd}", ["documentNumber"] = "33/BC" };
        await clerk.Take($"{Book}/{helped}/co-handlers/{answered}", "answer", answer);
        var (closed, _) = await Asking(today);
        await clerk.Take($"{Book}/{closed}", "guidance", Steps.Body("guidance").With("guidedOn", $"{today:yyyy-MM-dd}"));

        Assert.Equal([soon], await Owed("SOON"));
        Assert.Equal([later, late], await Owed("OVERDUE"));
        Assert.Equal([late], await Owed("OVERDUE", $"&unit={commune}"));
        Assert.Equal([very], await Owed("VERY_OVERDUE"));
        var line = (await clerk.Get($"{Book}/co-handling/due?class=VERY_OVERDUE"))["items"]![0]!;
        Assert.InRange(line["daysOver"]!.GetValue<int>(), 40, 44);
        Assert.Equal(
            ($"{today.AddDays(-60):yyyy-MM-dd}", $"{commune}", $"{PetitionsRunning.Committee}", true),
            (line.Text("dueOn"), line.Text("unitId"), line.Text("ofUnitId"), line["daysLeft"] is null)
        );
        var first = await clerk.Get($"{Book}/co-handling/due?class=OVERDUE&limit=1");
        Assert.Equal(
            late,
            Assert
                .Single((await clerk.Get($"{Book}/co-handling/due?class=OVERDUE&limit=1&after={first["next"]}"))["items"]!.AsArray())
                .Text("id")
        );

        var counts = await clerk.Get($"{Book}/co-handling/due/counts");
        Assert.Equal("1 2 1", Three(counts));
        Assert.Equal(
            [$"{commune} 1 1 1", $"{PetitionsRunning.Board} 0 1 0"],
            counts["units"]!.AsArray().Select(one => $"{one.Text("unitId")} {Three(one!)}")
        );
        Assert.Equal("1 1 1", Three(await clerk.Get($"{Book}/co-handling/due/counts?unit={commune}")));
        Assert.Equal(
            "1 2 1",
            Three(await running.Service.As(PetitionsRunning.Country, "petitions.read").Get($"{Book}/co-handling/due/counts"))
        );

        // Whoever asked does not owe it, and a neighbour cannot ask for another's.
        var committee = running.Service.As(PetitionsRunning.Committee, "petitions.read");
        Assert.Equal("0 0 0", Three(await committee.Get($"{Book}/co-handling/due/counts")));
        Assert.Empty((await committee.Get($"{Book}/co-handling/due?class=OVERDUE"))["items"]!.AsArray());
        foreach (var path in new[] { "due?class=OVERDUE&unit=", "due/counts?unit=" })
            Assert.Equal(HttpStatusCode.NotFound, (await committee.GetAsync($"{Book}/co-handling/{path}{commune}")).StatusCode);
    }

    [Fact]
    public async Task The_unit_above_is_told_once_of_each_class_by_two_instances_and_after_a_restart()
    {
        var late = new List<string>();
        for (var i = 0; i < 30; i++)
            late.Add(await Due(today.AddDays(i < 15 ? -1 : -60), commune));
        var denounced = await Due(today.AddDays(-1), commune, "TO_CAO");
        var inTime = await Due(today);
        var suspended = await clerk.Accepted("KHIEU_NAI");
        await (await clerk.Post($"{Book}/{suspended}/suspension", Steps.Decided("2026-08-14"))).Read();
        await clerk.Take($"{Book}/{suspended}", "sendings", Steps.Sending("SIDE_DECISION", "2026-08-17"));

        await using var other = await running.Service.Replica(often);
        await running.Service.Restart(often);
        foreach (var (id, i) in late.Select((id, i) => (id, i)))
            await Told(id, i < 15 ? "OVERDUE" : "VERY_OVERDUE");
        await Told(denounced, "OVERDUE");
        var data = await Database.Scalar<string>(
            "select concat_ws(' ', data ->> 'unitId', data ->> 'escalatedTo', data ->> 'dueOn', data ->> 'kind') from chassis.journal where subject = $1 and type like '%petition-overdue%'",
            $"petition/{denounced}"
        );
        Assert.Equal($"{commune} {PetitionsRunning.Province} {today.AddDays(-1):yyyy-MM-dd} TO_CAO", data);

        // What was late becomes very late; what was in time becomes late.
        await Moved(late[0], today.AddDays(-60));
        await Moved(inTime, today.AddDays(-1));
        await Told(late[0], "OVERDUE VERY_OVERDUE");
        await Told(inTime, "OVERDUE");
        // A limit that moves on and is late all the same is not told of again; one that is in time again is, once it is late.
        await Moved(late[1], today.AddDays(-2));
        await Moved(late[2], today);
        await Eventually.True(
            "the delay to be over",
            () => Database.Scalar<bool>("select escalated is null from petitions where id = $1", Guid.Parse(late[2]))
        );
        await Moved(late[2], today.AddDays(-1));
        await Told(late[2], "OVERDUE OVERDUE");

        await running.Service.Restart(often);
        var marker = await Due(today.AddDays(-1));
        await Told(marker, "OVERDUE");
        Assert.Equal("OVERDUE", await Classes(late[1]));
        Assert.Equal("OVERDUE VERY_OVERDUE", await Classes(late[0]));
        Assert.Equal("", await Classes(suspended));
        Assert.Equal(35L, await Database.Scalar<long>("select count(*) from chassis.journal where type like '%petition-overdue%'"));
        // What is accepted is another duty, and a clerk who read it before it was told of is told that it has changed.
        Assert.Equal(2, (await clerk.Get($"{Book}/{late[1]}"))["version"]!.GetValue<int>());
    }

    static string Three(JsonNode counts) => $"{counts["soon"]} {counts["overdue"]} {counts["veryOverdue"]}";

    /// <summary>A petition whose first duty falls due on that day, whatever the day of its receipt would say.</summary>
    async Task<string> Due(DateOnly on, Guid? unit = null, string kind = "KHIEU_NAI")
    {
        var paper = Paper(kind, unit);
        paper["receivedOn"] = $"{today:yyyy-MM-dd}";
        var id = await clerk.Received(paper);
        await Moved(id, on);
        return id;
    }

    Task<int> Moved(string id, DateOnly to) =>
        Database.Execute(
            "with d as (update deadlines set due = $2 where petition_id = $1) update petitions set due_on = $2 where id = $1",
            Guid.Parse(id),
            to
        );

    async Task<string> Asked(DateOnly? due, Guid? unit = null) => (await Asking(due, unit)).Asked;

    /// <summary>A unit asked to help with a petition by that day.</summary>
    async Task<(string Petition, string Asked)> Asking(DateOnly? due, Guid? unit = null)
    {
        var id = await clerk.Received(Paper().With("receivedOn", $"{today:yyyy-MM-dd}"));
        var asking = Steps.Body("co-handlers").With("unitId", $"{unit ?? commune}").With("askedOn", $"{today:yyyy-MM-dd}");
        var asked = (await clerk.Take($"{Book}/{id}", "co-handlers", asking)).Text("coHandlerId");
        await Database.Execute("update co_handlers set due_on = $2::date where id = $1", Guid.Parse(asked), (object?)due ?? DBNull.Value);
        return (id, asked);
    }

    async Task<string[]> Listed(string of, string filters = "") => await Ids($"due?class={of}{filters}");

    async Task<string[]> Owed(string of, string filters = "") => await Ids($"co-handling/due?class={of}{filters}");

    async Task<string[]> Ids(string list) => [.. (await clerk.Get($"{Book}/{list}"))["items"]!.AsArray().Select(line => line.Text("id"))];

    Task Told(string id, string classes) => Eventually.True($"{classes} of {id} in the journal", async () => await Classes(id) == classes);

    Task<string> Classes(string id) =>
        Database.Scalar<string>(
            "select coalesce(string_agg(data ->> 'class', ' ' order by version), '') from chassis.journal where subject = $1 and type like '%petition-overdue%'",
            $"petition/{id}"
        );
}
