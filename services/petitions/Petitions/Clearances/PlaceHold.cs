using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Clearances;

/// <summary>An official of the responsible unit says that somebody is not to be rewarded for now. Awards learn of HOLD with their next answers, and no more.</summary>
public static class PlaceHold
{
    /// <param name="ResponsibleUnitId">The unit that answers for it; the caller's own when left out.</param>
    /// <param name="PersonId">The person; left out for a unit.</param>
    /// <param name="UnitId">The unit; left out for a person.</param>
    /// <param name="From">Since when.</param>
    /// <param name="DocumentNumber">Number of the decision or letter that it rests on.</param>
    public sealed record Request(
        Guid? ResponsibleUnitId,
        Guid? PersonId,
        Guid? UnitId,
        HoldGround Ground,
        DateOnly From,
        [Text(100)] string? DocumentNumber
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/holds", Handle)
            .RequireScope(Scopes.Clearance)
            .RequireIdempotencyKey(sealAnswer: true)
            .WithSummary("Ghi trường hợp chưa được xét khen thưởng / Say that somebody is not to be rewarded for now")
            .WithDescription(
                "Discipline, investigation, inspection, the press. Who and why is sealed; the question of awards is answered with HOLD."
            )
            .WithExample(
                new Request(RootUnit.Id, PersonId: null, RootUnit.Id, HoldGround.Inspection, new DateOnly(2026, 8, 3), "12/QĐ-TTr")
            );

    static async Task<Results<Created<HoldView>, ProblemHttpResult>> Handle(
        Request request,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        PartyVault vault,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if ((request.ResponsibleUnitId ?? caller.UnitId) is not { } responsible || !caller.ActsFor(responsible, today, tree))
            return Refused.NoSuchUnit("responsibleUnitId").ToProblem();
        if (request.From > today)
            return Refused.InTheFuture("from").ToProblem();
        var party = new Party(request.PersonId, request.UnitId);
        if (await db.RefuseUnknown([party], tree, _ => "", ct) is { } unknown)
            return (unknown with { Field = request.PersonId is null ? "unitId" : "personId" }).ToProblem();
        var hold = new Hold { UnitId = responsible, Key = vault.KeyOf(party) };
        vault.Seal(hold, new HoldContent(request.PersonId, request.UnitId, request.Ground, request.From, request.DocumentNumber));
        db.Add(hold);
        db.Announce(hold, new HoldPlaced(hold.Id));
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/petitions/holds/{hold.Id}", HoldView.Of(hold, vault));
    }
}
