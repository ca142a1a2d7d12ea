using System.Net;
using System.Net.Http.Headers;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

/// <summary>A unit neither sees nor changes what is its neighbour's, and cannot tell that it exists.</summary>
[Collection<Slice>]
public sealed class NeighbourTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient neighbour = running.Of(AwardsRunning.Neighbour);

    [Theory]
    [InlineData("movements", "")]
    [InlineData("models", "")]
    [InlineData("decisions", "")]
    [InlineData("decisions", "/recipients")]
    public async Task Reading_gives_404(string list, string of)
    {
        var id = (await clerk.Posted(list, Operation.At(list).Body())).Text("id");

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Calls.Awards}/{list}/{id}{of}")).StatusCode);
        Assert.DoesNotContain((await neighbour.Get($"{list}?limit=1000"))["items"]!.AsArray(), item => item!.Text("id") == id);
    }

    [Theory]
    [MemberData(nameof(Operation.Steps), MemberType = typeof(Operation))]
    public async Task Every_step_gives_404_and_changes_nothing(string path)
    {
        var operation = Operation.At(path);
        var address = await operation.Address(clerk);

        var answer = await neighbour.Send(operation.Method, address, operation.Body(), EntityTagHeaderValue.Any);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(1, (await clerk.Get(address[..address.LastIndexOf('/')])).Number("version"));
    }

    [Theory]
    [InlineData("movements", "unitId")]
    [InlineData("models", "unitId")]
    [InlineData("decisions", "proposerUnitId")]
    public async Task Nobody_enters_anything_for_a_neighbour(string list, string field)
    {
        var problem = await (await neighbour.Post(list, Operation.At(list).Body())).Read(HttpStatusCode.NotFound);

        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task A_commune_takes_part_in_the_movement_of_its_province_and_a_neighbour_does_not()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");

        Assert.Equal("Dân vận khéo", (await running.Of(AwardsRunning.Commune).Get($"movements/{movement}")).Text("name"));
        var decision = await neighbour.Post("decisions", Decision(AwardsRunning.Neighbour, movement: movement));
        Assert.Equal("awards.unknown-movement", await decision.Refusal(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Statistics_count_what_the_caller_sees()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        await clerk.Posted("decisions", Decision(movement: movement));

        Assert.Equal(1, (await clerk.Get($"statistics?movementId={movement}")).Number("decisions", "total"));
        Assert.Equal(0, (await neighbour.Get($"statistics?movementId={movement}")).Number("decisions", "total"));
    }

    [Theory]
    [MemberData(nameof(Operation.Names), MemberType = typeof(Operation))]
    public async Task A_token_without_the_scope_gets_403_and_no_token_401(string path)
    {
        var operation = Operation.At(path);
        var address = await operation.Address(clerk);
        var reader = running.Service.As(AwardsRunning.Province, "awards.read");

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Send(operation.Method, address, operation.Body())).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await running.Service.Http.Send(operation.Method, address, operation.Body())).StatusCode
        );
    }
}
