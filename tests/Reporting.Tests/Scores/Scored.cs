using System.Text.Json;

namespace DanVan.Reporting.Tests.Scores;

/// <summary>A province whose communes are scored, with a client for each.</summary>
sealed class Scored : IAsyncDisposable
{
    Scored(Province province) =>
        (Province, Above, Own, Neighbour) = (
            province,
            province.ClientOf(province.Id),
            province.ClientOf(province.Commune),
            province.ClientOf(province.OtherCommune)
        );

    public Province Province { get; }

    /// <summary>Of the province.</summary>
    public HttpClient Above { get; }

    /// <summary>Of the commune.</summary>
    public HttpClient Own { get; }

    /// <summary>Of the other commune.</summary>
    public HttpClient Neighbour { get; }

    public static async Task<Scored> In(ScoresRunning scores) => new(await Province.Founded(scores.Running));

    public static object Opening(Guid unit, string scheme, int year, object? criteria = null) =>
        new
        {
            scheme,
            year,
            unitId = unit,
            criteria,
        };

    /// <summary>Opens the score of a unit; where it stands.</summary>
    public static async Task<string> Open(
        HttpClient client,
        Guid unit,
        string scheme = ScoresRunning.Over,
        int year = 2020,
        object? criteria = null
    ) =>
        $"scores/assessments/{(await client.Send(HttpMethod.Post, "scores/assessments", Opening(unit, scheme, year, criteria)).Taken()).Text("id")}";

    /// <summary>What the unit gives itself.</summary>
    public static object Sheet(decimal tc1 = 10, decimal tc2 = 50, decimal tc3 = 40, decimal bonus = 0, string? ground = null) =>
        new
        {
            criteria = new[]
            {
                new
                {
                    code = "TC1",
                    points = tc1,
                    explanation = "đủ",
                },
                new
                {
                    code = "TC2",
                    points = tc2,
                    explanation = "đủ",
                },
                new
                {
                    code = "TC3",
                    points = tc3,
                    explanation = "đủ",
                },
            },
            bonus,
            bonusGround = ground,
        };

    /// <summary>What the unit above gives it.</summary>
    public static object Review(decimal tc1 = 10, decimal tc2 = 50, decimal tc3 = 40, string? reason = "thẩm định") =>
        new
        {
            criteria = new[]
            {
                new
                {
                    code = "TC1",
                    points = tc1,
                    reason,
                },
                new
                {
                    code = "TC2",
                    points = tc2,
                    reason,
                },
                new
                {
                    code = "TC3",
                    points = tc3,
                    reason,
                },
            },
        };

    public Task<JsonElement> Assess(string score, object? sheet = null) =>
        Own.Change(HttpMethod.Put, score, "self-assessment", sheet ?? Sheet()).Taken();

    public Task<JsonElement> Reviewed(string score, object? review = null) =>
        Above.Change(HttpMethod.Put, score, "review", review ?? Review()).Taken();

    public Task<JsonElement> Decide(string score, object? decision = null) =>
        Above.Change(HttpMethod.Post, score, "decisions", decision ?? new { }).Taken();

    /// <summary>A further commune whose score is decided with these points.</summary>
    public async Task<Guid> Decided(decimal tc2, bool assesses = true, object? decision = null, Guid? unit = null)
    {
        var commune = unit ?? await Province.FurtherCommune();
        var score = await Open(Above, commune);
        using var own = Province.ClientOf(commune);
        if (assesses)
            await own.Change(HttpMethod.Put, score, "self-assessment", Sheet(tc2: tc2)).Taken();
        await Reviewed(score, Review(tc2: tc2));
        await Decide(score, decision);
        return commune;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in new[] { Above, Own, Neighbour })
            client.Dispose();
        await Province.DisposeAsync();
    }
}
