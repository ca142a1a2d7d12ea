using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records the action on the conclusion on a denunciation (xử lý kết luận nội dung tố cáo). Luật TC Đ36.1.</summary>
public static class ActOnConclusion
{
    public sealed record Request(DateOnly ActedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/conclusion-action", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Xử lý kết luận nội dung tố cáo / Act on the conclusion on a denunciation")
            .WithExample(new Request(new DateOnly(2026, 9, 7), "46/QĐ-UBND"));

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
            petition => petition.Act(request.ActedOn, request.DocumentNumber, deadlines, clock.Today()),
            (petition, _) =>
                new ConclusionActedOn(id, EnumNames.Of(petition.Kind), EnumNames.Of(petition.Field), request.ActedOn, petition.InTime),
            ct
        );
    }
}
