using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>
/// Records the finding, in writing, that a complaint is complex, or that a denunciation is to be checked at several places before it is accepted: the longer
/// limit applies.
/// </summary>
public static class FindComplex
{
    /// <param name="Grounds">Which of the seven grounds; they may be left out only for findings before 01/07/2026.</param>
    public sealed record Request([Items(0, 7)] IReadOnlyList<Complexity> Grounds, DateOnly FoundOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/complexity-finding", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Xác định khiếu nại phức tạp / Find a complaint complex")
            .WithDescription(
                "Of a denunciation that is not accepted yet: it is to be checked at several places, so the first check takes longer (Luật Tố cáo Đ24.1)."
            )
            .WithExample(new Request([Complexity.SeveralPlaces], new DateOnly(2026, 8, 20), "31/BC-UBND"));

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
            petition => petition.FindComplex(request.Grounds, request.FoundOn, request.DocumentNumber, deadlines, clock.Today()),
            (petition, _) => petition.Extended(petition.State is PetitionState.Received ? "SEVERAL_PLACES" : "COMPLEX"),
            ct
        );
    }

    internal static DeadlineExtended Extended(this Petition petition, string basis) =>
        new(
            petition.Id,
            EnumNames.Of(petition.Kind),
            EnumNames.Of(petition.Field),
            basis,
            petition.Replaced.After.Rule,
            petition.Replaced.Before.Due,
            petition.Replaced.After.Due
        );
}
