using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>What every step of an assessment does around its own rule: find it, compare versions, take it or be refused, answer.</summary>
static class AssessmentSteps
{
    /// <summary>Of units of the caller's subtree today, or as it stood at the end of the year.</summary>
    public static IQueryable<ScoreAssessment> AssessmentsFor(this ReportingDb db, Caller caller) =>
        db.ScoreAssessments.Visible(caller, db, assessment => assessment.YearTo);

    public static Task<ScoreAssessment?> FindAssessmentFor(this ReportingDb db, Caller caller, Guid id, CancellationToken ct) =>
        db.AssessmentsFor(caller).SingleOrDefaultAsync(assessment => assessment.Id == id, ct);

    /// <summary>Its steps, the first first.</summary>
    public static Task<List<ScoreStep>> StepsOf(this ReportingDb db, Guid assessment, CancellationToken ct) =>
        db.ScoreSteps.Where(step => step.AssessmentId == assessment).OrderBy(step => step.Version).ToListAsync(ct);

    /// <param name="take">Changes the assessment and announces that, with the step to be kept; or says what forbids it. It is given the steps there were.</param>
    public static async Task<Results<Ok<AssessmentView>, NotFound, ProblemHttpResult>> Take(
        this ReportingDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        ScoringCatalogue schemes,
        Func<ScoreAssessment, ScoringScheme, IReadOnlyList<ScoreStep>, (ScoreStep? Step, ProblemHttpResult? Refused)> take,
        CancellationToken ct
    )
    {
        // A request with an Idempotency-Key has one already.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        // Of two steps at once the second waits, and is told that the first has changed it.
        await db.Database.ExecuteSqlAsync($"select from score_assessments where id = {id} for update", ct);
        if (await db.FindAssessmentFor(caller, id, ct) is not { } assessment)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(assessment.Version) is { } changed)
            return changed;
        if (schemes.Find(assessment.Scheme, assessment.Year) is not { } scheme)
            return RefusedScore.NoScheme.ToProblem();
        var steps = await db.StepsOf(id, ct);
        var (step, refused) = take(assessment, scheme, steps);
        if (step is null)
            return refused!;
        db.ScoreSteps.Add(step);
        await db.SaveChangesAsync(ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return TypedResults.Ok(AssessmentView.Of(assessment, scheme, [.. steps, step]));
    }

    /// <summary>A step that was just announced.</summary>
    public static ScoreStep Step(
        this ScoreAssessment assessment,
        ScoreStepKind kind,
        Caller caller,
        decimal total,
        string content,
        bool late,
        TimeProvider clock
    ) =>
        new()
        {
            AssessmentId = assessment.Id,
            Version = assessment.Version,
            Kind = kind,
            UnitId = caller.UnitId!.Value,
            Total = total,
            Content = content,
            IsLate = late,
            TakenBy = caller.Subject,
            TakenAt = clock.GetUtcNow(),
        };
}
