using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Cases;

/// <summary>The case (vụ việc) of a petition with its papers, as far as the caller may know of them.</summary>
public static class GetCase
{
    /// <param name="LeadingId">The paper on which its steps are taken.</param>
    /// <param name="Papers">In the order of receipt.</param>
    /// <param name="Parts">Petitions that were split from the same paper of several contents, each with a case of its own.</param>
    public sealed record CaseView(Guid Id, Guid LeadingId, DateOnly OpenedOn, IReadOnlyList<Paper> Papers, IReadOnlyList<Paper> Parts);

    /// <param name="MergedOn">The day on which it joined the case; none for the leading paper.</param>
    public sealed record Paper(Guid Id, PetitionKind Kind, Channel Channel, DateOnly ReceivedOn, PetitionState State, DateOnly? MergedOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/case", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Vụ việc và các đơn của vụ việc / The case of a petition and its papers");

    static async Task<Results<Ok<CaseView>, NotFound>> Handle(Guid id, PetitionsDb db, Caller caller, CancellationToken ct)
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        var itsCase = await db.Cases.AsNoTracking().SingleAsync(c => db.Petitions.Any(p => p.Id == id && p.CaseId == c.Id), ct);
        var root = petition.PaperId ?? petition.Id;
        var seen = db.Petitions.AsNoTracking().KnownTo(caller, db);
        return TypedResults.Ok(
            new CaseView(
                itsCase.Id,
                itsCase.LeadingId,
                itsCase.OpenedOn,
                await Papers(seen.Where(p => p.CaseId == itsCase.Id), ct),
                await Papers(seen.Where(p => p.PaperId == root || (p.Id == root && petition.PaperId != null)).Where(p => p.Id != id), ct)
            )
        );
    }

    static async Task<IReadOnlyList<Paper>> Papers(IQueryable<Petition> petitions, CancellationToken ct) =>
        await petitions
            .OrderBy(p => p.ReceivedOn)
            .ThenBy(p => p.Id)
            .Select(p => new Paper(p.Id, p.Kind, p.Channel, p.ReceivedOn, p.State, p.State == PetitionState.Merged ? p.ClosedOn : null))
            .ToListAsync(ct);
}
