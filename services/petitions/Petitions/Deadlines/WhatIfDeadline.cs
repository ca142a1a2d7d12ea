using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Deadlines;

/// <summary>Answers for any rule and day, without a case.</summary>
public static class WhatIfDeadline
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/deadlines/what-if", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Tính thử một thời hạn / Count a time limit without a case")
            .WithDescription("`/deadlines/what-if?rule=KN.ACC&start=2026-07-10` gives 2026-07-21.");

    static Results<Ok<DeadlineView>, ProblemHttpResult> Handle(
        string rule,
        DateOnly start,
        DeadlineEngine deadlines,
        RuleTable rules,
        bool longer = false
    )
    {
        if (!rules.Knows(rule))
            return Refused.UnknownRule.ToProblem();
        if (deadlines.Count(rule, start, longer) is not { } deadline)
            return Refused.NoRuleInForce(longer ? "longer" : "start").ToProblem();
        return TypedResults.Ok(deadlines.Explain(deadline));
    }
}
