using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

[Collection<Slice>]
public sealed class ModelRegisterTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Registered_effective_recognised_and_replicated_are_told_apart()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var original = await Registered(movement);
        await Registered(movement);
        await clerk.Posted($"models/{original}/implementation", On("takenUpOn", "2021-08-01"));
        await clerk.Posted($"models/{original}/effectiveness", On("evaluatedOn", "2021-11-01"));
        var recognition = On("recognisedOn", "2021-12-01");
        recognition["level"] = "PROVINCE";
        await clerk.Posted($"models/{original}/recognition", recognition);
        var replication = Model(AwardsRunning.Commune);
        (replication["movementId"], replication["parentId"]) = (movement, original);
        await clerk.Posted("models", replication);

        var counted = (await clerk.Get($"statistics?movementId={movement}"))["models"]!;

        Assert.Equal(
            (3, 0, 1, 1, 1, 1, 0),
            (
                counted.Number("registered"),
                counted.Number("inImplementation"),
                counted.Number("effective"),
                counted.Number("recognised"),
                counted.Number("replicated"),
                counted.Number("replications"),
                counted.Number("discontinued")
            )
        );
        Assert.Equal(1, (await clerk.Get($"models/{original}")).Number("replications"));
        Assert.Single((await clerk.Get($"models?parentId={original}"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_model_known_from_a_report_is_entered_where_the_report_shows_it()
    {
        var body = Model();
        body["stage"] = "IN_IMPLEMENTATION";
        body.Remove("registeredOn");

        var model = await clerk.Posted("models", body);

        Assert.Equal("IN_IMPLEMENTATION", model.Text("stage"));
        Assert.Null(model["registeredOn"]);
    }

    [Fact]
    public async Task Recognition_is_never_entered_but_decided()
    {
        var body = Model();
        body["stage"] = "RECOGNISED";

        Assert.Equal("awards.recognition-is-decided", await (await clerk.Post("models", body)).Refusal(HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task A_model_that_is_not_proven_is_not_replicated()
    {
        var body = Model(AwardsRunning.Commune);
        body["parentId"] = await Registered();

        Assert.Equal("awards.model-not-effective", await (await clerk.Post("models", body)).Refusal());
    }

    [Fact]
    public async Task The_end_of_a_model_keeps_its_reason()
    {
        var id = await Registered();
        var end = On("discontinuedOn", "2022-06-30");
        (end["reason"], end["note"]) = ("PURPOSE_FULFILLED", "Hết dịch");

        var model = await clerk.Posted($"models/{id}/discontinuation", end);

        Assert.Equal("PURPOSE_FULFILLED", model["discontinued"]!.Text("reason"));
        Assert.Equal(
            "awards.model-discontinued",
            await (await clerk.Post($"models/{id}/implementation", On("takenUpOn", "2022-07-01"))).Refusal()
        );
    }

    [Fact]
    public async Task Of_two_who_move_a_model_at_once_the_second_gets_412()
    {
        var id = await Registered();
        var tag = (await clerk.GetAsync($"{Calls.Awards}/models/{id}")).Headers.ETag!;

        var first = await clerk.Post($"models/{id}/implementation", On("takenUpOn", "2021-08-01"), tag);
        var second = await clerk.Post($"models/{id}/implementation", On("takenUpOn", "2021-08-02"), tag);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData("movements")]
    [InlineData("models")]
    public async Task An_id_of_ones_own_makes_entering_twice_harmless_and_never_hides_another_content(string list)
    {
        var body = Operation.At(list).Body();
        body["id"] = Guid.CreateVersion7();

        var (first, again) = (await clerk.Post(list, body), await clerk.Post(list, body));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        body["name"] = "Tên khác";
        Assert.Equal("awards.id-taken", await (await clerk.Post(list, body)).Refusal());
    }

    [Theory]
    [InlineData("stage=REGISTERED", true)]
    [InlineData("stage=EFFECTIVE", false)]
    [InlineData("field=PHONG_CHONG_DICH", true)]
    [InlineData("field=KINH_TE", false)]
    public async Task Each_filter_keeps_what_it_names(string filter, bool kept)
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        await Registered();
        var id = await Registered(movement);

        var found = (await clerk.Get($"models?movementId={movement}&{filter}"))["items"]!.AsArray().Select(line => line!.Text("id"));

        Assert.Equal(kept ? [id] : [], found);
    }

    [Fact]
    public async Task Closed_movements_are_told_from_running_ones()
    {
        var id = (await clerk.Posted("movements", Movement())).Text("id");
        await clerk.Posted($"movements/{id}/closing", On("closedOn", "2022-12-31"));

        Assert.Contains((await clerk.Get("movements?state=CLOSED&limit=1000"))["items"]!.AsArray(), line => line!.Text("id") == id);
        Assert.DoesNotContain((await clerk.Get("movements?state=RUNNING&limit=1000"))["items"]!.AsArray(), line => line!.Text("id") == id);
    }

    [Fact]
    public async Task A_discontinued_model_is_counted_as_registered_and_as_discontinued_but_not_as_carried_out()
    {
        var movement = (await clerk.Posted("movements", Movement())).Text("id");
        var id = await Registered(movement);
        await clerk.Posted($"models/{id}/implementation", On("takenUpOn", "2021-08-01"));
        await clerk.Posted($"models/{id}/discontinuation", Operation.At("models/{id}/discontinuation").Body());

        var counted = (await clerk.Get($"statistics?movementId={movement}"))["models"]!;

        Assert.Equal((1, 0, 1), (counted.Number("registered"), counted.Number("inImplementation"), counted.Number("discontinued")));
    }

    [Fact]
    public async Task The_name_of_a_typical_individual_is_in_no_event()
    {
        var body = Model();
        (body["kind"], body["name"]) = ("TYPICAL_INDIVIDUAL", "Nguyễn Thị Thử");
        var id = (await clerk.Posted("models", body)).Text("id");

        Assert.Equal(
            0,
            await running.Service.Database.Scalar<long>(
                """
                select count(*) from (select subject, data from chassis.outbox union all select subject, data from chassis.journal) e
                where subject = $1 and data::text like '%Nguyễn%'
                """,
                $"model/{id}"
            )
        );
    }

    async Task<string> Registered(string? movement = null)
    {
        var body = Model();
        body["movementId"] = movement;
        return (await clerk.Posted("models", body)).Text("id");
    }

    static JsonObject On(string member, string day) => new() { [member] = day };
}
