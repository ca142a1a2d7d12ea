using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Reorganisations;

public static class ReadImpact
{
    public static void Map(RouteGroupBuilder reorganisations) =>
        reorganisations
            .MapGet("/{id:guid}/impact", Handle)
            .RequireScope(Scopes.DirectoryReorganise)
            .WithSummary("Báo cáo tác động: mỗi dịch vụ trả lời gì / The impact report: what each service has answered");

    static async Task<Results<Ok<ImpactReport>, NotFound>> Handle(
        Guid id,
        DirectoryDb db,
        Caller caller,
        IOptions<ReorganisationOptions> options,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await db.PlansFor(caller).AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == id, ct) is { } plan
            ? TypedResults.Ok(ImpactReport.Of(plan, await db.AnswersTo(plan, ct), options.Value.ImpactLimit, clock.GetUtcNow()))
            : TypedResults.NotFound();

    /// <summary>Whether a service has answered.</summary>
    public enum AnswerState
    {
        /// <summary>It still has time.</summary>
        Waiting,
        Answered,

        /// <summary>Its time is over. Its answer is still taken when it comes.</summary>
        Unanswered,
    }

    /// <summary>The last question about the impact of a reorganisation, and the answers.</summary>
    /// <param name="ReorganisationId">The reorganisation.</param>
    /// <param name="Round">Number of the question; 0 while none was asked.</param>
    /// <param name="OfPresentDraft">Whether it was asked about the draft as it stands: a change makes another question necessary before signing.</param>
    /// <param name="AnswersUntil">Who has not answered by then is shown as unanswered.</param>
    /// <param name="Services">Each service that was asked.</param>
    public sealed record ImpactReport(
        Guid ReorganisationId,
        int Round,
        bool OfPresentDraft,
        DateTimeOffset? AnswersUntil,
        IReadOnlyList<ServiceImpact> Services
    )
    {
        internal static ImpactReport Of(ReorganisationPlan plan, IEnumerable<ImpactAnswer> answers, TimeSpan limit, DateTimeOffset now)
        {
            var until = plan.AskedAt + limit;
            return new(plan.Id, plan.Round, plan.AskedAt is not null, until, [.. answers.Select(View)]);

            ServiceImpact View(ImpactAnswer answer) =>
                new(
                    answer.Service,
                    answer.AnsweredAt is not null ? AnswerState.Answered
                        : now < until ? AnswerState.Waiting
                        : AnswerState.Unanswered,
                    answer.AnsweredAt,
                    answer.Counts
                );
        }
    }

    /// <summary>What a service has answered.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="State">Whether it has answered.</param>
    /// <param name="AnsweredAt">When it counted.</param>
    /// <param name="Counts">Its open work in the units that would end; empty while it has not answered, which does not mean that there is none.</param>
    public sealed record ServiceImpact(string Service, AnswerState State, DateTimeOffset? AnsweredAt, IReadOnlyList<WorkCount> Counts);
}
