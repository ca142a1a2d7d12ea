using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.FollowUps;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Forwards a petition (chuyển đơn) to the competent unit: once for a content (TT 05/2021/TT-TTCP Đ14.1).</summary>
public static class ForwardPetition
{
    /// <param name="AnswerDueOn">The day by which the letter asks for an answer, for the ledger.</param>
    public sealed record Request(Guid ToUnitId, DateOnly ForwardedOn, [Text(100)] string LetterNumber, DateOnly? AnswerDueOn = null);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/forwarding", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Chuyển đơn đến đơn vị có thẩm quyền / Forward a petition to the competent unit")
            .WithExample(new Request(RootUnit.Id, new DateOnly(2026, 8, 5), "12/CV-BDV", new DateOnly(2026, 9, 7)));

    static Task<Results<Ok<PetitionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
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
            {
                if (tree.Find(request.ToUnitId, request.ForwardedOn) is null)
                    return Refused.UnknownUnitAt("toUnitId");
                if (request.AnswerDueOn <= request.ForwardedOn)
                    return RefusedFollowUp.AnswerDueTooEarly;
                if (petition.Forward(request.ToUnitId, request.ForwardedOn, request.LetterNumber, deadlines, clock.Today()) is { } refused)
                    return refused;
                db.Add(FollowUp.Of(petition, request.AnswerDueOn));
                return null;
            },
            (petition, _) =>
                new PetitionForwarded(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    request.ToUnitId,
                    request.ForwardedOn,
                    petition.InTime
                ),
            ct,
            evenOfItself: true
        );
    }
}
