using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
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

    [Theory]
    [MemberData(nameof(Operation.Steps), MemberType = typeof(Operation))]
    public async Task A_step_on_another_version_than_the_latest_gets_412(string path)
    {
        var operation = Operation.At(path);

        var answer = await clerk.Send(operation.Method, await operation.Address(clerk), operation.Body(), new("\"2\""));

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task A_commune_does_not_close_the_movement_of_its_province()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var closing = Operation.At("movements/{id}/closing").Body();

        var answer = await running.Of(AwardsRunning.Commune).Post($"movements/{movement}/closing", closing);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Only_a_recognised_model_is_known_to_a_neighbour_who_wants_to_repeat_it()
    {
        var body = Model();
        body["stage"] = "EFFECTIVE";
        var parent = (await clerk.Posted("models", body)).Text("id");
        var replication = Model(AwardsRunning.Neighbour);
        replication["parentId"] = parent;

        Assert.Equal("awards.unknown-model", await (await neighbour.Post("models", replication)).Refusal(HttpStatusCode.NotFound));
        await clerk.Posted($"models/{parent}/recognition", Operation.At("models/{id}/recognition").Body());
        Assert.Equal(HttpStatusCode.Created, (await neighbour.Post("models", replication)).StatusCode);
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
        var model = Model();
        model["movementId"] = movement;
        await clerk.Posted("models", model);

        Assert.Equal((1, 1), Counted(await clerk.Get($"statistics?movementId={movement}")));
        Assert.Equal((0, 0), Counted(await neighbour.Get($"statistics?movementId={movement}")));

        static (int Decisions, int Models) Counted(JsonNode numbers) =>
            (numbers.Number("decisions", "total"), numbers.Number("models", "registered"));
    }

    [Theory]
    [InlineData("decisions")]
    [InlineData("decisions/{id}/reference")]
    [InlineData("decisions/{id}/revocation")]
    [InlineData("models/{id}/recognition")]
    public async Task Whoever_writes_does_not_decide(string path)
    {
        var operation = Operation.At(path);
        var writer = running.Service.As(AwardsRunning.Province, "awards.read", "awards.write");

        var answer = await writer.Send(operation.Method, await operation.Address(clerk), operation.Body(), EntityTagHeaderValue.Any);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("movements")]
    [InlineData("movements/{id}")]
    [InlineData("models")]
    [InlineData("models/{id}")]
    [InlineData("decisions")]
    [InlineData("decisions/{id}")]
    [InlineData("decisions/{id}/recipients")]
    [InlineData("statistics")]
    [InlineData("law")]
    public async Task Reading_takes_a_scope_of_its_own(string path)
    {
        var blind = running.Service.As(AwardsRunning.Province, "awards.write", "awards.decide");

        var answer = await blind.GetAsync($"{Calls.Awards}/{path.Replace("{id}", $"{Guid.CreateVersion7()}", StringComparison.Ordinal)}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
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
