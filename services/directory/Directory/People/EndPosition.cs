using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.People;

public static class EndPosition
{
    /// <param name="On">First day on which the position is no longer held.</param>
    /// <param name="Basis">The decision, as cited.</param>
    public sealed record Request([BusinessDate] DateOnly On, [Text(500)] string Basis);

    public static void Map(RouteGroupBuilder positions) =>
        positions
            .MapPost("/{id:guid}/ending", Handle)
            .RequireScope(Scopes.PeopleWrite)
            .WithSummary("Thôi giữ chức vụ / End a position")
            .WithExample(new Request(new(2024, 8, 1), "Quyết định số 02-QĐ/TW ngày 01/8/2024"));

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
            PositionChange.Ended,
            clock.Today(),
            position => Task.FromResult(position.End(request.On, request.Basis)),
            ct
        );
}
