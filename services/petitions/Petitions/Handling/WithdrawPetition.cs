using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records that the petitioner takes the petition back (rút đơn). Luật KN Đ10; Luật TC Đ33.</summary>
public static class WithdrawPetition
{
    /// <param name="Whole">All of its contents: it ends, unless it is still examined.</param>
    /// <param name="StillExamined">Why it is examined all the same; left out otherwise.</param>
    /// <param name="DocumentNumber">Number of the letter or the minutes.</param>
    public sealed record Request(
        bool Whole,
        WithdrawalForm Form,
        StillExamined? StillExamined,
        DateOnly WithdrawnOn,
        [Text(100)] string DocumentNumber
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/withdrawals", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Rút đơn, toàn bộ hoặc một phần / Take a petition back, whole or in part")
            .WithExample(new Request(Whole: true, WithdrawalForm.Letter, StillExamined: null, new DateOnly(2026, 8, 14), "05/ĐN"));

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
            petition =>
                petition.Withdraw(
                    new(request.WithdrawnOn, request.Whole, request.Form, request.StillExamined, request.DocumentNumber),
                    clock.Today()
                ),
            (petition, _) =>
                new PetitionWithdrawn(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.Whole,
                    EnumNames.Of(request.Form),
                    request.StillExamined is { } why ? EnumNames.Of(why) : null,
                    request.WithdrawnOn,
                    petition.State is PetitionState.Withdrawn,
                    petition.InTime
                ),
            ct
        );
    }
}
