using System.Text.Json.Nodes;
using DanVan.Cli.Local;
using DanVan.Support;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>The five articles as they stand in <c>deploy/seed</c>, and the numbers that follow from them together.</summary>
public sealed class SeedTests(SeedTests.Seeded seeded) : IClassFixture<SeedTests.Seeded>
{
    readonly JsonNode statistics = seeded.Statistics;

    [Fact]
    public void Conferences_are_counted_by_kind_mode_and_level()
    {
        Assert.Equal("GIAO_BAN 1, SO_KET 1, TONG_KET 3", Counts("byKind"));
        Assert.Equal("IN_PERSON 2, ONLINE_NATIONAL 3", Counts("byMode"));
        Assert.Equal("CENTRAL 3, CITY 1, PROVINCE 1", Counts("byLevel"));
    }

    [Fact]
    public void Three_bridge_sites_are_named_and_one_chair_at_the_centre()
    {
        Assert.Equal(3, statistics["bridgeSites"]!.AsArray().Count);
        Assert.Single(statistics["centralChairStated"]!.AsArray());
    }

    [Fact]
    public void Two_people_took_part_twice_each_found_by_identity_and_not_by_title() =>
        Assert.Equal(
            ["Bùi Thị Minh Hoài", "Nguyễn Doãn Toản"],
            statistics["peopleInSeveral"]!.AsArray().Select(person => person.Text("name")).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Articles_that_word_the_theme_of_2021_differently_agree_on_it()
    {
        var themes = statistics["themes"]!.AsArray();

        Assert.Equal([2019, 2020, 2021], themes.Select(theme => theme!["year"]!.GetValue<int>()));
        Assert.Equal(3, themes[2]!["conferences"]!.AsArray().Count);
    }

    [Fact]
    public void Key_tasks_declared_stand_beside_those_entered() =>
        Assert.Equal(
            ["2/2 COMPLETE", "5/1 INCOMPLETE_LIST", "6/2 INCOMPLETE_LIST"],
            statistics["keyTasks"]!.AsArray().Select(x => $"{x!["declared"]}/{x["entered"]} {x["status"]}").Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Models_plans_and_topics_are_counted()
    {
        Assert.Equal(3, statistics["models"]!.AsArray().Count);
        Assert.Equal("KHAO_SAT 1, KIEM_TRA 1", Counts("oversightPlans"));
        Assert.All(statistics["topics"]!.AsArray(), topic => Assert.Equal(3, topic!["conferences"]!.AsArray().Count));
    }

    [Fact]
    public void Entering_the_seeds_again_changed_nothing() => Assert.Equal(5, statistics["conferences"]!.GetValue<int>());

    string Counts(string member) =>
        string.Join(", ", statistics[member]!.AsArray().Select(x => $"{x!["code"]} {x["count"]}").Order(StringComparer.Ordinal));

    /// <summary>The service with the seed's own documents entered twice; the units and the people stand in its replica as the directory would tell them.</summary>
    public sealed class Seeded : IAsyncLifetime
    {
        ServiceProcess? process;

        static readonly string[] Own = [Book, TaskBook, PlanBook, ThemeBook, DocumentBook];

        public JsonNode Statistics { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            process = await ServiceProcess.Start("conferences");
            var documents = System
                .IO.Directory.GetFiles(Path.Combine(Repository.Root, "deploy", "seed"), "*.json")
                .Order(StringComparer.Ordinal)
                .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["documents"]!.AsArray())
                .ToList();
            await ConferencesRunning.Know(process, Units(documents));
            foreach (
                var person in documents.Where(document => document.Text("path") == "/api/v1/people").Select(document => document!["body"]!)
            )
                await ConferencesRunning.Person(
                    process,
                    person["id"]!.GetValue<Guid>(),
                    person["unitId"]!.GetValue<Guid>(),
                    person.Text("name")
                );
            using var root = process.As(ConferencesRunning.Root, "conferences.read", "conferences.write");
            var mine = documents.Where(document => Own.Contains(document.Text("path").TrimStart('/'))).ToList();
            foreach (var status in new[] { System.Net.HttpStatusCode.Created, System.Net.HttpStatusCode.OK })
            foreach (var document in mine)
                await (await root.Post(document.Text("path").TrimStart('/'), document!["body"]!.DeepClone())).Read(status);
            var ids = mine.Where(document => document.Text("path") == "/api/v1/conferences")
                .Select(document => $"id={document!["body"].Text("id")}");
            Statistics = await root.Get($"{Book}/statistics?{string.Join('&', ids)}");
        }

        public async ValueTask DisposeAsync()
        {
            if (process is not null)
                await process.DisposeAsync();
        }

        static JsonArray Units(IEnumerable<JsonNode?> documents) =>
            [
                ReplicaUnits.Unit(ConferencesRunning.Root, null, "CENTRAL", "CENTRAL", "Trung ương"),
                .. documents
                    .Where(document => document.Text("path") == "/api/v1/units")
                    .Select(document => document!["body"]!)
                    .Select(unit =>
                        ReplicaUnits.Unit(
                            unit["id"]!.GetValue<Guid>(),
                            unit["parentId"]!.GetValue<Guid>(),
                            unit.Text("kind"),
                            "PROVINCE",
                            unit.Text("fullName"),
                            unit.Text("from")
                        )
                    ),
            ];
    }
}
