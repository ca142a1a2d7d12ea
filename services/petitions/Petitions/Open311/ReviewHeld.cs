using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Open311;

/// <summary>A person says whether the public sees feedback that looked like abuse. The petition itself stays in the book and goes on either way.</summary>
public static class ReviewHeld
{
    public sealed record Request(ReviewDecision Decision);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/review", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Cho hiển thị hoặc không hiển thị phản ánh bị giữ lại / Release or dismiss feedback held for review")
            .WithExample(new Request(ReviewDecision.Released));

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
        var held = await db.PublicRequests.FindAsync([id], ct);
        var today = clock.Today();
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            _ => held is null ? Refused.NotHeld : held.Review(request.Decision, today),
            (petition, _) =>
                new HeldFeedbackReviewed(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    EnumNames.Of(request.Decision),
                    today
                ),
            ct
        );
    }
}
