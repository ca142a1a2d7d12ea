using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Respondents;

/// <summary>Whom a petition is about, for the unit that has it and for no other, those above it included.</summary>
public static class ReadRespondents
{
    /// <param name="Respondents">Empty while nobody is known.</param>
    public sealed record RespondentsView(Guid PetitionId, IReadOnlyList<Party> Respondents);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/respondents", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Người, đơn vị bị khiếu nại, tố cáo / Whom a petition is about")
            .WithDescription("Only for callers of the unit that has the petition.");

    static async Task<Results<Ok<RespondentsView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        PartyVault vault,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (caller.UnitId != petition.UnitId)
            return RefusedRespondents.OfAnotherUnit.ToProblem();
        var respondents = await db.Respondents.AsNoTracking().Where(r => r.PetitionId == id).OrderBy(r => r.Id).ToListAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new RespondentsView(id, respondents.ConvertAll(vault.Open<Party>)));
    }
}
