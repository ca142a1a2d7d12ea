using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Reorganisations;

/// <summary>Enters that a draft was signed. It is checked once more, then fixed: carried out on its day, and followed by another if need be.</summary>
public static class SignReorganisation
{
    /// <param name="LegalBasis">The document, as cited.</param>
    /// <param name="SignedOn">The date of the document.</param>
    public sealed record Request([Text(500)] string LegalBasis, [BusinessDate] DateOnly SignedOn);

    public static void Map(RouteGroupBuilder reorganisations) =>
        reorganisations
            .MapPost("/{id:guid}/signature", Handle)
            .RequireScope(Scopes.DirectoryReorganise)
            .RequireIfMatch()
            .WithSummary("Ghi nhận phương án đã được ký / Sign a draft")
            .WithDescription(
                "Needs the impact of the draft as it stands: answered by every service, or the time for answers over. Who has not answered by then is kept "
                    + "as unanswered."
            )
            .WithExample(new Request("Nghị quyết 1685/NQ-UBTVQH15", new DateOnly(2025, 6, 16)));

    static async Task<Results<Ok<PlanView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        IOptions<ReorganisationOptions> options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        // One at a time with all changes of units: what was checked is still so when this is saved, also beside another that is being signed.
        await using var change = await db.BeginChange(ct);
        if (await db.PlansFor(caller).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } plan)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(plan.Version) is { } stale)
            return stale;
        var answers = await db.AnswersTo(plan, ct);
        string[] unanswered = [.. answers.Where(answer => answer.AnsweredAt is null).Select(answer => answer.Service)];
        if (plan.Sign((request.LegalBasis, request.SignedOn), caller.Subject, unanswered, options.Value.ImpactLimit, clock) is { } refused)
            return refused.ToProblem();
        var verdict = await db.Check(new(plan.Name, plan.EffectiveOn, plan.Items), caller, ct);
        if (verdict.ToProblem() is { } problem)
            return problem;
        db.Announce(plan, new ReorganisationSigned(plan.Id, plan.EffectiveOn, request.SignedOn, request.LegalBasis, unanswered));
        await db.SaveChangesAsync(ct);
        await change.Commit(ct);
        return TypedResults.Ok(PlanView.Of(plan));
    }
}
