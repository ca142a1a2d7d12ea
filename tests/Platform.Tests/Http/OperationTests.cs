using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Platform.Tests.Http;

public sealed class OperationTests(NotesService notes) : IClassFixture<NotesService>
{
    [Fact]
    public async Task A_long_job_is_accepted_and_ends_with_its_result()
    {
        using var client = notes.Writer();
        var address = await Ask(client, 5);
        var done = await Ended(client, address);
        Assert.Equal("SUCCEEDED", done.GetProperty("status").GetString());
        Assert.Equal((5, 5), (done.GetProperty("done").GetInt32(), done.GetProperty("total").GetInt32()));
        Assert.Equal("test-client", done.GetProperty("result").GetProperty("subject").GetString());
    }

    [Fact]
    public async Task A_rule_that_says_no_is_the_problem_of_the_operation()
    {
        using var client = notes.Writer();
        var done = await Ended(client, await Ask(client, 13));
        Assert.Equal("FAILED", done.GetProperty("status").GetString());
        Assert.Equal("notes.unlucky", done.GetProperty("problem").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_job_whose_worker_died_is_begun_again_when_its_lease_has_run_out()
    {
        using var client = notes.Writer();
        // As a killed worker leaves it: running, under a lease of somebody who will never renew it.
        var id = Guid.CreateVersion7();
        await notes.Database.Execute(
            """
            insert into chassis.operations (id, kind, input, subject, issuer, unit, scopes, status, attempts, lease, lease_until)
            values ($1, 'count-slowly', '{"to":2}', 'test-client', $2, null, '{}', 'RUNNING', 1, gen_random_uuid(), now() + interval '1 second')
            """,
            id,
            TestTokens.Issuer
        );
        var done = await Ended(client, new Uri($"/api/v1/notes/operations/{id}", UriKind.Relative));
        Assert.Equal("SUCCEEDED", done.GetProperty("status").GetString());
        Assert.Equal(2, await notes.Database.Scalar<int>("select attempts from chassis.operations where id = $1", id));
    }

    [Fact]
    public async Task Nobody_sees_the_operation_of_another()
    {
        using var client = notes.Writer();
        var address = await Ask(client, 1);
        using var other = notes.WithToken(
            TestTokens.Create(NotesService.Unit, ["notes.write"], new TestToken { Subject = "another-client" })
        );
        Assert.Equal(404, (int)(await other.GetAsync(address)).StatusCode);
        using var nobody = notes.WithToken(null);
        Assert.Equal(401, (int)(await nobody.GetAsync(address)).StatusCode);
    }

    static async Task<Uri> Ask(HttpClient client, int to)
    {
        var answer = await client.PostAsJsonAsync("/api/v1/notes/counts", new { to });
        Assert.Equal(202, (int)answer.StatusCode);
        return answer.Headers.Location!;
    }

    static async Task<JsonElement> Ended(HttpClient client, Uri address)
    {
        JsonElement seen = default;
        await Eventually.True(
            $"the end of {address}",
            async () =>
            {
                seen = await client.GetFromJsonAsync<JsonElement>(address);
                return seen.GetProperty("finished").ValueKind != JsonValueKind.Null;
            }
        );
        return seen;
    }
}
