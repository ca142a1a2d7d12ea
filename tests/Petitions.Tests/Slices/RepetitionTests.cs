using System.Net;
using System.Net.Http.Json;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

[Collection(PetitionsRunning.Shared)]
public sealed class RepetitionTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_repeated_receipt_gives_the_first_answer_and_one_petition()
    {
        var key = $"{Guid.CreateVersion7()}";
        var first = await (await clerk.Post(Book, Paper(), key)).Read(HttpStatusCode.Created);
        var again = await (await clerk.Post(Book, Paper(), key)).Read(HttpStatusCode.Created);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal(
            1,
            await running.Service.Database.Scalar<long>("select count(*) from petitions where id = $1", Guid.Parse(first.Text("id")))
        );
    }

    [Fact]
    public async Task The_same_key_with_another_petition_is_refused()
    {
        var key = $"{Guid.CreateVersion7()}";
        await (await clerk.Post(Book, Paper(), key)).Read(HttpStatusCode.Created);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await clerk.Post(Book, Paper("PHAN_ANH"), key)).StatusCode);
    }

    [Fact]
    public async Task A_receipt_without_a_key_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.PostAsJsonAsync(Book, Paper())).StatusCode);

    [Fact]
    public async Task Of_two_clerks_who_decide_at_once_the_second_gets_412()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var read = await clerk.GetAsync(path);

        var first = await Decide("acceptance", ChainTests.Acceptance());
        var second = await Decide("guidance", new() { ["guidedOn"] = "2026-08-06", ["documentNumber"] = "2" });

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (first, second));
        Assert.Equal("ACCEPTED", (await clerk.Get(path)).Text("state"));

        async Task<HttpStatusCode> Decide(string step, System.Text.Json.Nodes.JsonObject body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/{step}") { Content = JsonContent.Create(body) };
            request.Headers.IfMatch.Add(read.Headers.ETag!);
            return (await clerk.SendAsync(request)).StatusCode;
        }
    }

    [Theory]
    [MemberData(nameof(Steps.Changing), MemberType = typeof(Steps))]
    public async Task A_step_on_another_version_than_the_latest_gets_412(string step)
    {
        var path = $"{Book}/{await clerk.Received()}";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/{step}") { Content = JsonContent.Create(Steps.Body(step)) };
        request.Headers.IfMatch.Add(new("\"2\""));
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await clerk.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Of_ten_acceptances_at_the_same_moment_one_is_taken()
    {
        var path = $"{Book}/{await clerk.Received()}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => clerk.Post($"{path}/acceptance", ChainTests.Acceptance())));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(2, (await clerk.Get($"{path}/history")).AsArray().Count);
    }

    [Fact]
    public async Task A_petition_that_has_not_changed_is_not_sent_again()
    {
        var path = $"{Book}/{await clerk.Received()}";
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add((await clerk.GetAsync(path)).Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await clerk.SendAsync(request)).StatusCode);
    }
}
