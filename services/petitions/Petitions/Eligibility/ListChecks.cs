using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Eligibility;

public static class ListChecks
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/eligibility/rules", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Bảng điều kiện xử lý đơn và hướng xử lý / The checks of eligibility and the handling matrix through time");

    static Ok<EligibilityTable> Handle(EligibilityTable table) => TypedResults.Ok(table);
}
