using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Scoring;

/// <summary>Ranks points that nobody has to stand for yet.</summary>
public static class WhatIfScore
{
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Year">The year that is scored.</param>
    /// <param name="Criteria">Every criterion; of each part they add up to its points at most.</param>
    /// <param name="Bonus">Points added.</param>
    /// <param name="Deduction">Points taken off.</param>
    /// <param name="Findings">What was found about the unit and its leaders.</param>
    public sealed record Request(
        [Text(32)] string Scheme,
        [Whole(2000, 2100)] int Year,
        [Items(1, 200)] IReadOnlyList<Criterion> Criteria,
        decimal Bonus = 0,
        decimal Deduction = 0,
        [Items(0, 20)] IReadOnlyList<Finding>? Findings = null
    );

    /// <param name="Code">Of the criterion.</param>
    /// <param name="Part">The part of the scheme that it belongs to.</param>
    /// <param name="Most">Points that it gives at most.</param>
    /// <param name="Points">Points that it was given.</param>
    public sealed record Criterion([Text(32)] string Code, [Text(32)] string Part, decimal Most, decimal Points);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/what-if", Handle)
            .RequireScope("reporting.read")
            .WithoutIdempotency() // Nothing changes.
            .WithSummary("Rank a score without keeping it")
            .WithDescription("Tính thử điểm và xếp loại. The reasons tell every rule that made the rank; the last one stands.")
            .WithExample(
                new Request(
                    "CAN_THO_2579",
                    2026,
                    [new("TC1", "ORGANISATION", 10, 10), new("TC2", "EXECUTION", 50, 46.5m), new("TC3", "EXECUTION", 40, 38)],
                    Bonus: 2,
                    Findings: [Finding.LeaderReprimanded]
                )
            );

    static Results<Ok<Score>, ProblemHttpResult> Handle(Request request, ScoringCatalogue schemes)
    {
        if (schemes.Find(request.Scheme, request.Year) is not { } scheme)
            return Problems.Invalid("scheme", "Không có bộ tiêu chí này cho năm đó.", "There is no such scheme for that year.");
        return Wrong(request, scheme) is { Count: > 0 } wrong
            ? Problems.Invalid(wrong)
            : TypedResults.Ok(
                scheme.Judge(
                    [.. request.Criteria.Select(c => c.Points)],
                    request.Bonus,
                    request.Deduction,
                    new HashSet<Finding>(request.Findings ?? [])
                )
            );
    }

    static Dictionary<string, string[]> Wrong(Request request, ScoringScheme scheme)
    {
        var wrong = new Dictionary<string, string[]>();
        for (var i = 0; i < request.Criteria.Count; i++)
        {
            var criterion = request.Criteria[i];
            if (scheme.Parts.All(part => part.Code != criterion.Part))
                Say($"criteria[{i}].part", "Bộ tiêu chí không có phần này.", "The scheme has no such part.");
            if (criterion.Most is <= 0 or > 100)
                Say($"criteria[{i}].most", "Điểm tối đa phải trên 0, không quá 100.", "More than 0 and no more than 100.");
            if (criterion.Points < 0 || criterion.Points > criterion.Most)
                Say($"criteria[{i}].points", "Điểm từ 0 đến điểm tối đa của tiêu chí.", "From 0 to the most that the criterion gives.");
        }
        foreach (var part in scheme.Parts)
            if (
                request.Criteria.Where(c => c.Part == part.Code && c.Most is > 0 and <= 100).Sum(c => c.Most) != part.Points
                && wrong.Count == 0
            )
                Say(
                    "criteria",
                    $"Điểm tối đa của các tiêu chí phần {part.Code} phải cộng lại bằng {part.Points}.",
                    $"What the criteria of {part.Code} give at most has to add up to {part.Points}."
                );
        if (request.Bonus < 0 || request.Bonus > scheme.LargestBonus)
            Say("bonus", $"Điểm thưởng từ 0 đến {scheme.LargestBonus}.", $"From 0 to {scheme.LargestBonus}.");
        if (request.Deduction < 0 || request.Deduction > scheme.LargestDeduction)
            Say("deduction", $"Điểm trừ từ 0 đến {scheme.LargestDeduction}.", $"From 0 to {scheme.LargestDeduction}.");
        return wrong;

        void Say(string field, string vi, string en) => wrong.TryAdd(field, [Phrases.Of(vi, en)]);
    }
}
