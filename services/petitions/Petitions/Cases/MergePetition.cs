using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Handling;
using DanVan.Petitions.Reading;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Cases;

/// <summary>Joins a duplicate or a repeated paper (đơn trùng) to the case of another.</summary>
public static class MergePetition
{
    /// <param name="OfPetitionId">A paper of the case to join.</param>
    /// <param name="DocumentNumber">Number of the handling proposal (phiếu đề xuất xử lý).</param>
    public sealed record Request(Guid OfPetitionId, DateOnly MergedOn, [Text(100)] string DocumentNumber);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/case", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Nhập đơn trùng vào vụ việc của đơn khác / Join a duplicate paper to the case of another")
            .WithExample(new Request(Guid.Parse("0198a000-0000-7000-8000-000000000001"), new DateOnly(2026, 8, 5), "08/PĐX"))
            .WithDescription(
                "Both are of one unit and one kind, and the other case is open. The paper ends as MERGED and keeps its receipt and its petitioner; papers that "
                    + "had joined it go with it."
            );

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
        var own = await db.Cases.SingleOrDefaultAsync(c => c.LeadingId == id, ct);
        var followers = own is null ? [] : await db.Petitions.Where(p => p.CaseId == own.Id && p.Id != id).ToListAsync(ct);
        // Last, so that a paper that has joined this case meanwhile is seen to have done so.
        var leading = await Leading(db, request.OfPetitionId, caller, ct);
        return await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
                leading is null
                    ? Refused.UnknownPetition
                    : petition.Merge(leading, request.MergedOn, request.DocumentNumber, clock.Today()),
            (petition, _) =>
            {
                db.Remove(own!);
                foreach (var follower in followers)
                {
                    follower.GoWith(leading!);
                    db.Announce(follower, Merged(follower, leading!));
                }
                return Merged(petition, leading!);
            },
            ct
        );
    }

    // In one statement: another clerk may be joining that very paper to a further case.
    static async Task<Petition?> Leading(PetitionsDb db, Guid paper, Caller caller, CancellationToken ct) =>
        await db
            .Petitions.KnownTo(caller, db)
            .Where(p => p.Id == paper)
            .Join(db.Cases, p => p.CaseId, c => c.Id, (_, c) => (Guid?)c.LeadingId)
            .SingleOrDefaultAsync(ct)
            is { } leading
            ? await db.Find(leading, caller, ct)
            : null;

    static PetitionMerged Merged(Petition petition, Petition leading) =>
        new(
            petition.Id,
            EnumNames.Of(petition.Kind),
            EnumNames.Of(petition.Field),
            leading.CaseId,
            leading.Id,
            petition.ClosedOn!.Value,
            petition.InTime,
            petition.PaperId
        );
}
