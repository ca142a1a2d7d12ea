using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Gateway.Quotas;
using DanVan.Support;

namespace DanVan.Gateway.Tests;

public sealed class QuotaTests(RunningGateway running)
{
    static readonly long Second = Stopwatch.Frequency;

    [Fact]
    public async Task A_client_that_has_used_up_its_quota_is_told_when_to_come_again_and_others_are_not_touched()
    {
        var small = running.Gateway.WithToken(TestTokens.Create(RunningGateway.Unit, [], new() { Subject = "small" }));
        for (var left = 4; left >= 0; left--)
        {
            using var granted = await small.GetAsync("api/v1/petitions/1");
            Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
            Assert.StartsWith($"\"small\";r={left};t=", granted.Headers.GetValues("RateLimit").Single());
            Assert.Equal("\"small\";q=5;w=3600", granted.Headers.GetValues("RateLimit-Policy").Single());
        }
        using var refused = await small.GetAsync("api/v1/petitions/1");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 720);
        Assert.Equal("too-many-requests", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());

        using var other = await running.Caller().GetAsync("api/v1/petitions/1");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("quota-bulk", "bulk", "bulk")]
    [InlineData("quota-of-nobody", "endless", "standard")]
    [InlineData("quota-none", null, "standard")]
    [InlineData("small", "bulk", "small")] // what the operator set goes before what the token says
    public async Task The_class_that_a_token_names_is_the_clients_class(string subject, string? quota, string expected)
    {
        var more = quota is null ? new Dictionary<string, object>() : new() { ["quota"] = quota };
        var client = running.Gateway.WithToken(TestTokens.Create(RunningGateway.Unit, [], new() { Subject = subject, More = more }));
        using var answer = await client.GetAsync("api/v1/petitions/1");
        Assert.StartsWith($"\"{expected}\";q=", answer.Headers.GetValues("RateLimit-Policy").Single());
    }

    [Fact]
    public async Task A_class_that_was_changed_counts_from_the_first_token_that_names_it()
    {
        foreach (var quota in (string[])["standard", "bulk", "standard"])
        {
            var token = new TestToken
            {
                Subject = "quota-changed",
                More = new Dictionary<string, object> { ["quota"] = quota },
            };
            using var answer = await running
                .Gateway.WithToken(TestTokens.Create(RunningGateway.Unit, [], token))
                .GetAsync("api/v1/petitions/1");
            Assert.StartsWith($"\"{quota}\";q=", answer.Headers.GetValues("RateLimit-Policy").Single());
        }
    }

    [Fact]
    public async Task Health_is_not_counted()
    {
        using var answer = await running.Gateway.Http.GetAsync("health/ready");
        Assert.False(answer.Headers.Contains("RateLimit"));
    }

    [Fact]
    public void What_was_taken_comes_back_evenly()
    {
        var allowance = new Allowance(new("standard", new() { Requests = 10, Seconds = 10 }, replicas: 1));
        var now = 1_000 * Second;
        for (var left = 9; left >= 0; left--)
            Assert.Equal(left, allowance.Take(now).Remaining);
        var refused = allowance.Take(now);
        Assert.False(refused.Allowed);
        Assert.Equal((1, 10), (refused.RetryAfterSeconds, refused.SecondsToFull));
        Assert.True(allowance.Take(now + Second).Allowed);
        Assert.False(allowance.Take(now + Second).Allowed);
        Assert.Equal(9, allowance.Take(now + 60 * Second).Remaining);
    }

    [Fact]
    public void Two_gateways_grant_half_each()
    {
        var half = new Allowance(new("standard", new() { Requests = 10, Seconds = 10 }, replicas: 2));
        Assert.Equal(5, Enumerable.Range(0, 10).Count(_ => half.Take(0).Allowed));
    }

    [Fact]
    public void Many_at_once_are_granted_the_quota_and_no_more()
    {
        var allowance = new Allowance(new("standard", new() { Requests = 1000, Seconds = 3600 }, replicas: 1));
        var granted = 0;
        Parallel.For(0, 5000, _ => Interlocked.Add(ref granted, allowance.Take(0).Allowed ? 1 : 0));
        Assert.Equal(1000, granted);
    }
}
