using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.FollowUps;

/// <summary>Tells the writer what came back (Luật Tiếp công dân Đ28.2).</summary>
public static class TellCitizen
{
    public sealed record Request(DateOnly ToldOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/follow-up/citizen-notice", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Báo kết quả cho người gửi đơn / Tell the writer what came back")
            .WithDescription("Within five working days of the answer (Luật Tiếp công dân Đ28.2).")
            .WithExample(new Request(new DateOnly(2026, 9, 23), "40/TB-BDV"));

    static Task<Results<Ok<FollowUpView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            followUp => followUp.Tell(request.ToldOn, request.DocumentNumber, clock.Today()),
            followUp => new CitizenTold(
                id,
                EnumNames.Of(followUp.Kind),
                EnumNames.Of(followUp.Field),
                request.ToldOn,
                followUp.TellBy,
                followUp.TellBy is not { } last || request.ToldOn <= last
            ),
            ct
        );
}
