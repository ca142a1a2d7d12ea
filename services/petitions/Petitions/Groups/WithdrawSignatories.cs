using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Groups;

/// <summary>Some of several petitioners withdraw, and the petition goes on. NĐ 155/2026 Đ7a.</summary>
public static class WithdrawSignatories
{
    /// <param name="Count">How many withdraw: fewer than all.</param>
    /// <param name="DocumentNumber">Number of the letter of withdrawal or of the minutes.</param>
    /// <param name="SignatoryIds">Which, where they are named (`POST /{id}/signatories`): as many as withdraw. Left out for those who are not.</param>
    public sealed record Request(
        [Whole(1, 100_000)] int Count,
        DateOnly WithdrawnOn,
        [Text(100)] string DocumentNumber,
        [Items(1, 5_000)] IReadOnlyList<Guid>? SignatoryIds = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/signatories/withdrawals", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Một số người ký rút đơn, vụ việc vẫn tiếp tục / Some of the signatories withdraw; the case goes on")
            .WithExample(new Request(1, new DateOnly(2026, 8, 6), "05/BB"));

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
        var named = await db.NamedSignatories(id, ct);
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
                petition.WithdrawSignatories(request.Count, request.WithdrawnOn, request.DocumentNumber, clock.Today())
                ?? Named.Withdraw(named, request.SignatoryIds, request.Count, petition.Signatories, request.WithdrawnOn),
            (petition, _) =>
                new SignatoriesWithdrew(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.Count,
                    petition.Signatories,
                    request.WithdrawnOn
                ),
            ct
        );
    }
}
