using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records that the posting of a conclusion ended (kết thúc niêm yết): not before it lasted the days on end that the law asks for. NĐ 31/2019 Đ6.</summary>
public static class EndPosting
{
    /// <param name="EndedOn">The last day on which it was posted.</param>
    /// <param name="DocumentNumber">Number of the minutes.</param>
    public sealed record Request(DateOnly EndedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/posting-end", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Kết thúc niêm yết kết luận / Record that the posting of a conclusion ended")
            .WithExample(new Request(new DateOnly(2026, 9, 22), "09/BB-UBND"));

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
            petition => petition.EndPosting(request.EndedOn, request.DocumentNumber, deadlines, clock.Today()),
            (petition, _) =>
                new PostingEnded(id, EnumNames.Of(petition.Kind), EnumNames.Of(petition.Field), petition.PostedOn!.Value, request.EndedOn),
            ct
        );
    }
}
