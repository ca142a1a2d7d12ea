using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Publicity;

/// <summary>Takes back from the public what it could read of a resolution, with the reason. Nothing is lost: it can be published anew.</summary>
public static class WithholdPublication
{
    public sealed record Request(WithholdingReason Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/public-notice/withholding", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Rút nội dung đã công bố / Withhold what was published")
            .WithExample(new Request(WithholdingReason.FurtherComplaint));

    static async Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        var publication = await db.Publications.SingleOrDefaultAsync(p => p.PetitionId == id && p.WithheldOn == null, ct);
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            _ =>
            {
                publication?.Withhold(request.Reason, today);
                return publication is null ? Refused.NothingPublished : null;
            },
            (petition, _) =>
                new PublicationWithheld(id, EnumNames.Of(petition.Kind), EnumNames.Of(petition.Field), EnumNames.Of(request.Reason), today),
            ct
        );
    }
}
