using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Deadlines;

public static class ListRules
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/deadlines/rules", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Bảng thời hạn theo luật / The table of time limits through time");

    static Ok<IReadOnlyList<DeadlineRule>> Handle(RuleTable rules) => TypedResults.Ok(rules.Rules);
}
