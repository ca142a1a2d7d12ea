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
            return ScoringCatalogue.NoScheme.ToProblem();
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
        foreach (
            var (field, vi, en) in ScoredCriterion.Faults("criteria", [.. request.Criteria.Select(c => (c.Code, c.Part, c.Most))], scheme)
        )
            Say(field, (vi, en));
        foreach (var (index, criterion) in request.Criteria.Index())
            if (!Points.AreWithin(criterion.Points, criterion.Most))
                Say($"criteria[{index}].points", Points.Bounds(criterion.Most));
        if (!Points.AreWithin(request.Bonus, scheme.LargestBonus))
            Say("bonus", Points.Bounds(scheme.LargestBonus));
        if (!Points.AreWithin(request.Deduction, scheme.LargestDeduction))
            Say("deduction", Points.Bounds(scheme.LargestDeduction));
        return wrong;

        void Say(string field, (string Vi, string En) text) => wrong.TryAdd(field, [Phrases.Of(text.Vi, text.En)]);
    }
}
