using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Petitions.Tests.Slices.Holds;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What holds an award back: placed and released by those whose work it is.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class HoldTests(PetitionsRunning running)
{
    readonly HttpClient inspector = running.Service.As(PetitionsRunning.Province, "petitions.clearance");
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_hold_is_placed_listed_and_released_and_no_table_tells_who_or_why()
    {
        var person = await running.Person();
        var placed = await inspector.Placed(person, "DISCIPLINE", "07/QĐ-KL-HoàngYến");
        var address = $"{Book}/holds/{placed.Text("id")}/release";

        var listed = (await inspector.Get($"{Book}/holds?open=true&limit=1000"))["items"]!.AsArray();
        Assert.Equal("DISCIPLINE", listed.Single(hold => hold!.Text("id") == placed.Text("id"))!.Text("ground"));
        await Eventually.True("the journal to hold all events", async () => await running.Count("chassis.outbox") == 0);
        foreach (var table in (await running.Tables()).Where(table => !table.StartsWith("directory.", StringComparison.Ordinal)))
        foreach (var canary in new[] { $"{person}", "DISCIPLINE", "HoàngYến" })
            Assert.True(await running.Count(table, canary) == 0, $"{table} holds {canary}");

        var released = await inspector.Take($"{Book}/holds/{placed.Text("id")}", "release", Release());
        Assert.Equal("2026-09-14", released.Text("releasedOn"));
        Assert.Equal("petitions.hold-released", await (await inspector.Post(address, Release())).Refusal());
        Assert.DoesNotContain(
            placed.Text("id"),
            (await inspector.Get($"{Book}/holds?open=true&limit=1000")).ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Holds_take_a_scope_of_their_own_and_a_neighbour_gets_404()
    {
        var id = (await inspector.Placed(await running.Person())).Text("id");
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.clearance");

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{Book}/holds/{id}/release", Release())).StatusCode);
        Assert.DoesNotContain(id, (await neighbour.Get($"{Book}/holds?limit=1000")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{Book}/holds", Hold(await running.Person()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Post($"{Book}/holds", Hold(await running.Person()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"{Book}/holds")).StatusCode);
    }

    [Fact]
    public async Task A_hold_on_another_version_than_the_latest_is_not_released_and_no_answer_is_kept_on_the_way()
    {
        var answer = await inspector.Post($"{Book}/holds", Hold(await running.Person()));
        var address = $"{Book}/holds/{(await answer.Read(HttpStatusCode.Created)).Text("id")}/release";
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.True((await inspector.GetAsync($"{Book}/holds")).Headers.CacheControl!.NoStore);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await inspector.PostOn(2, address, Release())).StatusCode);

        await (await inspector.PostOn(1, address, Release())).Read();
    }

    [Fact]
    public async Task Nobody_sees_or_releases_by_the_own_account_what_holds_that_person_back()
    {
        var (person, other) = (await running.Person(), await running.Person());
        var id = (await inspector.Placed(person)).Text("id");

        Assert.DoesNotContain(id, await Listed(person), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Account(person).Post($"{Book}/holds/{id}/release", Release())).StatusCode);
        Assert.Contains(id, await Listed(other), StringComparison.Ordinal);
        await Account(other).Take($"{Book}/holds/{id}", "release", Release());

        async Task<string> Listed(Guid by) => (await Account(by).Get($"{Book}/holds?limit=1000")).ToJsonString();

        HttpClient Account(Guid by) =>
            running.Service.WithToken(
                TestTokens.Create(
                    PetitionsRunning.Province,
                    ["petitions.clearance"],
                    new()
                    {
                        Subject = $"account-{by:n}",
                        More = new Dictionary<string, object> { ["person"] = $"{by}" },
                    }
                )
            );
    }

    [Theory]
    [InlineData("personId", null, "unitId")]
    [InlineData("personId", "01980000-0000-7000-8000-0000000000ff", "personId")]
    [InlineData("ground", "WEATHER", "ground")]
    [InlineData("from", "2099-01-01", "from")]
    [InlineData("documentNumber", " ", "documentNumber")]
    [InlineData("responsibleUnitId", "01980000-0000-7000-8000-0000000000ff", "responsibleUnitId")]
    public async Task A_wrong_hold_is_refused_by_its_field(string member, string? value, string field)
    {
        var hold = Hold(await running.Person());
        hold[member] = value;
        var answer = await inspector.Post($"{Book}/holds", hold);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.NotFound);
        Assert.NotNull((await answer.Read(answer.StatusCode))["errors"]![field]);
    }
}
