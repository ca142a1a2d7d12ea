using System.ComponentModel.DataAnnotations;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Receptions;

/// <summary>Records that people were heard in a session (lượt tiếp): how many and about what, never who.</summary>
public static class HearVisit
{
    /// <param name="People">How many came.</param>
    /// <param name="IsNewCase">Whether the case is heard for the first time.</param>
    /// <param name="PetitionId">The petition that was entered, when it was received.</param>
    /// <param name="Ground">The ground, when they were turned away.</param>
    /// <param name="AskedForProtection">A denouncer asks that nobody learns who it is.</param>
    public sealed record Request(
        PetitionKind Kind,
        PetitionField Field,
        [Range(1, 10_000)] int People,
        bool IsNewCase,
        VisitOutcome Outcome,
        Guid? PetitionId,
        [Text(40)] string? Ground,
        bool? AskedForProtection
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/visits", Handle)
            .RequireScope(Scopes.Write)
            .RequireIdempotencyKey()
            .WithSummary("Ghi một lượt tiếp / Record that people were heard")
            .WithExample(
                new Request(
                    PetitionKind.PhanAnh,
                    PetitionField.HanhChinh,
                    2,
                    IsNewCase: true,
                    VisitOutcome.Guided,
                    PetitionId: null,
                    Ground: null,
                    AskedForProtection: null
                )
            );

    static async Task<Results<Created<Visit>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        PetitionsDb db,
        Caller caller,
        DeadlineEngine deadlines,
        CancellationToken ct
    )
    {
        if (await db.FindReception(id, caller, ct) is not { } reception)
            return TypedResults.NotFound();
        var visit = new Visit
        {
            ReceptionId = id,
            Kind = request.Kind,
            Field = request.Field,
            People = request.People,
            IsNewCase = request.IsNewCase,
            Outcome = request.Outcome,
            PetitionId = request.PetitionId,
            Ground = request.Ground,
        };
        if (reception.Hear(visit, request.AskedForProtection is true, deadlines) is { } refused)
            return refused.ToProblem();
        if (
            visit.PetitionId is { } petition
            && !await db.Petitions.KnownTo(caller, db).AnyAsync(p => p.Id == petition && p.UnitId == reception.UnitId, ct)
        )
            return RefusedReception.UnknownPetition.ToProblem();
        db.Add(visit);
        db.Announce(
            reception,
            new VisitHeard(
                id,
                visit.Id,
                EnumNames.Of(reception.Kind),
                reception.HeldOn,
                EnumNames.Of(visit.Kind),
                EnumNames.Of(visit.Field),
                visit.People,
                visit.IsGroup,
                visit.IsNewCase,
                EnumNames.Of(visit.Outcome)
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/receptions/{id}/visits", visit);
    }
}
