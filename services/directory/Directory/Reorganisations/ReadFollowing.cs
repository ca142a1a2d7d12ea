using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Reorganisations;

public static class ReadFollowing
{
    public static void Map(RouteGroupBuilder reorganisations) =>
        reorganisations
            .MapGet("/{id:guid}/following", Handle)
            .RequireScope(Scopes.DirectoryReorganise)
            .WithSummary("Các dịch vụ đã thực hiện đến đâu / How far each service has followed a reorganisation that was carried out");

    static async Task<Results<Ok<FollowingReport>, NotFound>> Handle(Guid id, DirectoryDb db, Caller caller, CancellationToken ct)
    {
        if (await db.PlansFor(caller).AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == id, ct) is not { } plan)
            return TypedResults.NotFound();
        var followings = await db
            .Followings.AsNoTracking()
            .Where(following => following.PlanId == id)
            .OrderBy(following => following.Service)
            .ToListAsync(ct);
        return TypedResults.Ok(
            new FollowingReport(
                id,
                plan.CarriedOutAt,
                [.. followings.Select(following => new ServiceFollowing(following.Service, following.DoneAt, following.Moves))]
            )
        );
    }

    /// <summary>How far the services have followed a reorganisation.</summary>
    /// <param name="ReorganisationId">The reorganisation.</param>
    /// <param name="CarriedOutAt">When it was carried out; absent before.</param>
    /// <param name="Services">Each service that follows; empty before.</param>
    public sealed record FollowingReport(Guid ReorganisationId, DateTimeOffset? CarriedOutAt, IReadOnlyList<ServiceFollowing> Services);

    /// <summary>How far a service has followed.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="DoneAt">When it had; absent until then.</param>
    /// <param name="Moves">What it has moved, and what a person has to decide.</param>
    public sealed record ServiceFollowing(string Service, DateTimeOffset? DoneAt, IReadOnlyList<WorkMoved> Moves);
}
