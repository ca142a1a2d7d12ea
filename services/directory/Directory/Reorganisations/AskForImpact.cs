using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Reorganisations;

/// <summary>Asks every service by message how much of its open work the draft would move. It may be asked again; the latest question counts.</summary>
public static class AskForImpact
{
    public static void Map(RouteGroupBuilder reorganisations) =>
        reorganisations
            .MapPost("/{id:guid}/impact", Handle)
            .RequireScope(Scopes.DirectoryReorganise)
            .WithSummary("Hỏi các dịch vụ về tác động của dự thảo / Ask the services for the impact of a draft")
            .WithDescription("The answers come by message: read them at the same address.");

    static async Task<Results<Accepted<ReadImpact.ImpactReport>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        IOptions<ReorganisationOptions> options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.PlansFor(caller).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } plan)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(plan.Version) is { } stale)
            return stale;
        if (plan.AskForImpact(clock.GetUtcNow()) is { } refused)
            return refused.ToProblem();
        List<ImpactAnswer> awaited =
        [
            .. options.Value.Participants.Select(service => new ImpactAnswer
            {
                PlanId = plan.Id,
                Round = plan.Round,
                Service = service,
            }),
        ];
        db.ImpactAnswers.AddRange(awaited);
        db.Announce(plan, new ReorganisationImpactAsked(plan.Id, plan.Round, plan.EffectiveOn, plan.Ending, plan.Heirless));
        await db.SaveChangesAsync(ct);
        return TypedResults.Accepted(
            $"/api/v1/reorganisations/{plan.Id}/impact",
            ReadImpact.ImpactReport.Of(plan, awaited, options.Value.ImpactLimit, clock.GetUtcNow())
        );
    }
}
