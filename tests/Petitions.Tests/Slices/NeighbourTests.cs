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
    [InlineData("/co-handling/due?class=OVERDUE")]
    [InlineData("/co-handling/due/counts")]
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
