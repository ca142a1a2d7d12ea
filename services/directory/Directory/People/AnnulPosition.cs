using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.People;

/// <summary>A position that was entered by mistake was never held: it leaves every list, here and in the other services, and stays readable by its id.</summary>
public static class AnnulPosition
{
    /// <param name="Reason">What the mistake was.</param>
    public sealed record Request([Text(500)] string Reason);

    public static void Map(RouteGroupBuilder positions) =>
        positions
            .MapPost("/{id:guid}/annulment", Handle)
            .RequireScope(Scopes.PeopleWrite)
            .WithSummary("Hủy chức vụ ghi nhầm / Annul a position that was entered by mistake")
            .WithExample(new Request("Ghi nhầm người cùng họ tên"));

    static Task<Results<Ok<PositionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        ChangePosition.Run(
            db,
            caller,
            id,
            ifMatch,
            PositionChange.Annulled,
            clock.Today(),
            position => Task.FromResult(position.Annul(request.Reason, clock.GetUtcNow())),
            ct
        );
}
