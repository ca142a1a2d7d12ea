using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Opens a petition again that has ended, by a decision with its reason; what was counted before stays.</summary>
public static class ReopenPetition
{
    public sealed record Request(ReopeningReason Reason, DateOnly DecidedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/reopening", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Mở lại đơn đã kết thúc / Open a petition again that has ended")
            .WithExample(new Request(ReopeningReason.SetAside, new DateOnly(2026, 9, 21), "50/QĐ-UBND"));

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
            petition => petition.Reopen(request.Reason, request.DecidedOn, request.DocumentNumber, deadlines, clock.Today()),
            (petition, _) =>
                new PetitionReopened(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    EnumNames.Of(petition.Reopenings[^1].Was),
                    EnumNames.Of(request.Reason),
                    request.DecidedOn,
                    petition.Current?.Rule,
                    petition.DueOn
                ),
            ct
        );
    }
}
