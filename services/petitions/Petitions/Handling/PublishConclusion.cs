using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records that the conclusion on a denunciation was made public (công khai kết luận), without any identity. Luật TC Đ40; NĐ 31/2019 Đ6.</summary>
public static class PublishConclusion
{
    public sealed record Request(PublicationManner Manner, DateOnly PublishedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/publication", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Công khai kết luận nội dung tố cáo / Make the conclusion on a denunciation public")
            .WithExample(new Request(PublicationManner.Posting, new DateOnly(2026, 9, 7), "47/TB-UBND"));

    static Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
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
        return db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition => petition.Publish(request.Manner, request.PublishedOn, request.DocumentNumber, clock.Today()),
            (petition, _) =>
                new ConclusionPublished(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    EnumNames.Of(request.Manner),
                    request.PublishedOn,
                    petition.InTime
                ),
            ct
        );
    }
}
