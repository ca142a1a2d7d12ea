using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Whom a petition is about: sealed, for the unit that has it, and never for that person.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class RespondentTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient committee = running.Service.As(PetitionsRunning.Committee, "petitions.read", "petitions.write", "petitions.decide");

    [Fact]
    public async Task The_unit_that_has_the_petition_reads_whom_it_is_about_and_those_above_do_not()
    {
        var (person, path) = (await running.Person(), $"{Book}/{await clerk.Received(Paper("TO_CAO"))}");
        Assert.Empty((await committee.Get($"{path}/respondents"))["respondents"]!.AsArray());
        await Stated(path, Person(person), Unit(PetitionsRunning.Board));

        var read = (await committee.Get($"{path}/respondents"))["respondents"]!.AsArray();
        var named = read.Select(one => (string?)one!["personId"] ?? one.Text("unitId"));
        Assert.Equal(new[] { $"{person}", $"{PetitionsRunning.Board}" }.Order(), named.Order());
        Assert.Equal(
            "petitions.respondents-of-another-unit",
            await (await clerk.GetAsync($"{path}/respondents")).Refusal(HttpStatusCode.Forbidden)
        );

        await Stated(path, Unit(PetitionsRunning.Board)); // The list replaces the one before.
        Assert.Single((await committee.Get($"{path}/respondents"))["respondents"]!.AsArray());
        Assert.Equal("vn.danvan.petitions.respondents-stated.v1", (await clerk.Get($"{path}/history")).AsArray()[^1]!.Text("type"));
    }

    [Fact]
    public async Task Neither_a_table_nor_the_log_nor_an_event_nor_an_answer_tells_who_is_denounced()
    {
        var (person, path) = (await running.Person(), $"{Book}/{await clerk.Received(Paper("TO_CAO"))}");
        await Stated(path, Person(person));
        await clerk.Take(path, "acceptance", ChainTests.Acceptance());
        await Eventually.True("the journal to hold all events", async () => await running.Count("chassis.outbox") == 0);

        var tables = await running.Tables();
        Assert.Contains("public.respondents", tables);
        Assert.Equal(1, await running.Count("directory.people", $"{person}"));
        foreach (var table in tables.Where(table => !table.StartsWith("directory.", StringComparison.Ordinal)))
            Assert.True(await running.Count(table, $"{person}") == 0, $"{table} tells who is denounced.");
        Assert.DoesNotContain($"{person}", await File.ReadAllTextAsync(running.Service.LogFile), StringComparison.Ordinal);
        foreach (var answer in new[] { path, $"{path}/history", $"{path}/case", $"{Book}?limit=1000", $"{Book}/search?q=thu+hồi" })
            Assert.DoesNotContain($"{person}", (await committee.Get(answer)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_does_not_see_by_the_own_account_what_is_about_that_person()
    {
        var (person, word) = (await running.Person(), $"canh{Guid.CreateVersion7():n}");
        var paper = Paper("TO_CAO");
        paper["summary"] = $"Phản ánh về {word}";
        var id = await clerk.Received(paper);
        var (self, other) = (Account(person), Account(await running.Person()));
        await self.Get($"{Book}/{id}");
        await Stated($"{Book}/{id}", Person(person));

        foreach (var path in new[] { "", "/history", "/deadlines", "/case", "/respondents", "/duplicates" })
            Assert.Equal(HttpStatusCode.NotFound, (await self.GetAsync($"{Book}/{id}{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await self.Post($"{Book}/{id}/acceptance", ChainTests.Acceptance())).StatusCode);
        foreach (
            var list in new[] { "?limit=1000", $"/search?q={word}", "/due?class=OVERDUE&limit=1000", "/due?class=VERY_OVERDUE&limit=1000" }
        )
            Assert.DoesNotContain(id, (await self.Get(Book + list)).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(id, (await other.Get($"{Book}/search?q={word}")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_what_the_own_unit_is_asked_to_help_with()
    {
        var (person, id) = (await running.Person(), await clerk.Received(Paper("TO_CAO", PetitionsRunning.Board)));
        var asked = await clerk.Asked(id, PetitionsRunning.Committee, "2026-08-06");
        await Stated($"{Book}/{id}", Person(person));
        var (self, other) = (Account(person), Account(await running.Person()));

        foreach (var list in new[] { "/co-handling?limit=1000", "/co-handling/due?class=VERY_OVERDUE&limit=1000" })
        {
            Assert.Contains(id, (await other.Get(Book + list)).ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain(id, (await self.Get(Book + list)).ToJsonString(), StringComparison.Ordinal);
        }
        Assert.Equal(1, await VeryOverdue(other) - await VeryOverdue(self));
        var answer = new JsonObject { ["answeredOn"] = "2026-08-19", ["documentNumber"] = "33/BC" };
        Assert.Equal(HttpStatusCode.NotFound, (await self.Post($"{Book}/{id}/co-handlers/{asked}/answer", answer.DeepClone())).StatusCode);
        await other.Take($"{Book}/{id}/co-handlers/{asked}", "answer", answer);

        static async Task<int> VeryOverdue(HttpClient reader) =>
            (await reader.Get($"{Book}/co-handling/due/counts"))["veryOverdue"]!.GetValue<int>();
    }

    [Fact]
    public async Task A_denunciation_of_the_unit_itself_is_handed_up_and_nothing_else_is_done_with_it()
    {
        var path = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        await Stated(path, Unit(PetitionsRunning.Committee));

        foreach (var step in new[] { "acceptance", "non-acceptance", "classification" })
            Assert.Equal("petitions.must-be-handed-up", await (await clerk.Post($"{path}/{step}", Steps.Body(step))).Refusal());
        var up = Steps.Body("conflict-of-interest");
        up["conflict"] = "DENOUNCED";
        Assert.Equal($"{PetitionsRunning.Province}", (await clerk.Take(path, "conflict-of-interest", up)).Text("unitId"));
        var acceptance = new JsonObject { ["acceptedOn"] = "2026-08-10", ["documentNumber"] = "1" };
        Assert.Equal("ACCEPTED", (await clerk.Take(path, "acceptance", acceptance)).Text("state"));
    }

    [Fact]
    public async Task Nor_does_a_unit_that_turns_out_to_be_denounced_itself_tell_the_public_how_it_ended()
    {
        var path = $"{Book}/{await clerk.Accepted("TO_CAO")}";
        await clerk.Take(path, "resolution", ChainTests.Resolution("DUNG"));
        await clerk.Take(path, "publication", Steps.Body("publication"));
        await Stated(path, Unit(PetitionsRunning.Committee));

        Assert.Equal(
            "petitions.must-be-handed-up",
            await (await clerk.Post($"{path}/public-notice", Steps.Body("public-notice"))).Refusal()
        );
    }

    [Fact]
    public async Task So_is_one_of_who_heads_the_unit_and_not_one_of_its_staff_nor_a_complaint()
    {
        var (head, officer) = (await running.Person(), await running.Person());
        await running.Hold((head, "Phó Chủ tịch Ủy ban nhân dân"), (officer, "Chuyên viên"));
        var (ofHead, ofOfficer) = ($"{Book}/{await clerk.Received(Paper("TO_CAO"))}", $"{Book}/{await clerk.Received(Paper("TO_CAO"))}");
        await Stated(ofHead, Person(head));
        await Stated(ofOfficer, Person(officer));
        var tomorrow = new JsonObject { ["acceptedOn"] = "2099-01-01", ["documentNumber"] = "1" };

        await Eventually.True(
            "the positions in memory",
            async () => await (await clerk.Post($"{ofHead}/acceptance", tomorrow)).Refusal() == "petitions.must-be-handed-up"
        );
        await clerk.Take(ofOfficer, "acceptance", ChainTests.Acceptance());
        // A complaint goes first to the very person who decided (Luật KN Đ7).
        var complaint = $"{Book}/{await clerk.Received()}";
        await Stated(complaint, Person(head));
        await clerk.Take(complaint, "acceptance", ChainTests.Acceptance());
    }

    [Fact]
    public async Task The_contents_of_one_paper_are_about_the_same_and_that_of_its_own_unit_is_not_split()
    {
        var (person, path) = (await running.Person(), $"{Book}/{await clerk.Received(Paper("TO_CAO"))}");
        await Stated(path, Person(person));

        var parts = (await clerk.Take(path, "parts", Steps.Body("parts")))["parts"]!.AsArray();

        foreach (var part in parts)
            Assert.Equal(
                $"{person}",
                Assert.Single((await committee.Get($"{Book}/{part!.Text("id")}/respondents"))["respondents"]!.AsArray())!.Text("personId")
            );
        var own = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        await Stated(own, Unit(PetitionsRunning.Committee));
        Assert.Equal("petitions.must-be-handed-up", await (await clerk.Post($"{own}/parts", Steps.Body("parts"))).Refusal());
    }

    [Fact]
    public async Task What_is_sent_on_is_about_the_same_in_the_book_of_who_enters_it()
    {
        var (person, id) = (await running.Person(), await clerk.Received(Paper("TO_CAO", PetitionsRunning.Board)));
        await Stated($"{Book}/{id}", Person(person));
        var forwarding = Steps.Body("forwarding");
        forwarding["toUnitId"] = PetitionsRunning.Committee;
        await clerk.Take($"{Book}/{id}", "forwarding", forwarding);

        var entered = await (await clerk.Post($"{Book}/{id}/entry", new JsonObject { ["receivedOn"] = "2026-08-10" })).Read(
            HttpStatusCode.Created
        );

        var read = (await committee.Get($"{Book}/{entered.Text("id")}/respondents"))["respondents"]!.AsArray();
        Assert.Equal($"{person}", Assert.Single(read)!.Text("personId"));
    }

    [Theory]
    [InlineData("""[{}]""", "respondents[0]", "petitions.one-party")]
    [InlineData("""[{"personId":"01980000-0000-7000-8000-0000000000ff"}]""", "respondents[0].personId", "petitions.unknown-party")]
    [InlineData("""[{"unitId":"01980000-0000-7000-8000-0000000000ff"}]""", "respondents[0].unitId", "petitions.unknown-party")]
    public async Task Who_is_not_one_known_party_is_refused_by_its_path(string respondents, string field, string code)
    {
        var path = $"{Book}/{await clerk.Received()}";

        var problem = await (await Put(clerk, path, JsonNode.Parse(respondents)!.AsArray())).Read(HttpStatusCode.BadRequest);

        Assert.Equal(code, problem.Text("code"));
        Assert.NotNull(problem["errors"]![field]);
        Assert.Equal(1, (await clerk.Get(path))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_neighbour_gets_404_and_reading_and_writing_take_their_scopes()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write");
        var (reader, writer) = (Of("petitions.read"), Of("petitions.write"));

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{path}/respondents")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(neighbour, path, [])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Put(reader, path, [])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync($"{path}/respondents")).StatusCode);

        HttpClient Of(string scope) => running.Service.As(PetitionsRunning.Committee, scope);
    }

    HttpClient Account(Guid person) =>
        running.Service.WithToken(
            TestTokens.Create(
                PetitionsRunning.Committee,
                ["petitions.read", "petitions.write", "petitions.decide"],
                new()
                {
                    Subject = $"account-{person:n}",
                    More = new Dictionary<string, object> { ["person"] = $"{person}" },
                }
            )
        );

    async Task Stated(string path, params JsonNode[] respondents) => await (await Put(clerk, path, [.. respondents])).Read();

    static async Task<HttpResponseMessage> Put(HttpClient client, string path, JsonArray respondents) =>
        await client.PutAsync($"{path}/respondents", JsonContent.Create(new JsonObject { ["respondents"] = respondents }));

    static JsonObject Person(Guid id) => new() { ["personId"] = id };

    static JsonObject Unit(Guid id) => new() { ["unitId"] = id };
}
