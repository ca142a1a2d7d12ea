using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>The scores that a caller may see, and everything that was done to one.</summary>
public static class ReadAssessments
{
    /// <param name="Scheme">Under this scheme only.</param>
    /// <param name="Year">For this year only.</param>
    /// <param name="UnitId">Of this unit only.</param>
    /// <param name="State">In this state only.</param>
    public sealed record Filter(
        [FromQuery] string? Scheme = null,
        [FromQuery] [Whole(2000, 2100)] int? Year = null,
        [FromQuery] Guid? UnitId = null,
        [FromQuery] AssessmentState? State = null
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/assessments", List)
            .RequireScope("reporting.read")
            .WithSummary("Scores of the caller's subtree, oldest first")
            .WithDescription("Các bản chấm điểm trong phạm vi của người gọi, lọc theo bộ tiêu chí, năm, đơn vị và trạng thái.");
        group
            .MapGet("/assessments/{id:guid}", Get)
            .RequireScope("reporting.read")
            .WithSummary("The score of a unit for a year")
            .WithDescription("Bản chấm điểm: điểm tự chấm, điểm thẩm định, quyết định đang có hiệu lực.");
        group
            .MapGet("/assessments/{id:guid}/history", History)
            .RequireScope("reporting.read")
            .WithSummary("Everything that was given and decided, the first first")
            .WithDescription(
                "Mọi lần tự chấm, thẩm định, quyết định, nguyên như khi thực hiện. Steps are never changed; of each kind the last one stands."
            );
    }

    static async Task<Ok<Page<AssessmentRow>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var assessments = db.AssessmentsFor(caller);
        if (filter.Scheme is { } scheme)
            assessments = assessments.Where(one => one.Scheme == scheme);
        if (filter.Year is { } year)
            assessments = assessments.Where(one => one.Year == year);
        if (filter.UnitId is { } unit)
            assessments = assessments.Where(one => one.UnitId == unit);
        if (filter.State is { } state)
            assessments = assessments.Where(one => one.State == state);
        return TypedResults.Ok(await assessments.ToPage(page, one => one.Id, AssessmentRow.Of, ct));
    }

    static async Task<Results<Ok<AssessmentView>, NotFound>> Get(
        Guid id,
        ReportingDb db,
        ScoringCatalogue schemes,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.FindAssessmentFor(caller, id, ct) is { } assessment
            ? TypedResults.Ok(AssessmentView.Of(assessment, schemes.Find(assessment.Scheme, assessment.Year), await db.StepsOf(id, ct)))
            : TypedResults.NotFound();

    static async Task<Results<Ok<IReadOnlyList<ScoreStepView>>, NotFound>> History(
        Guid id,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.FindAssessmentFor(caller, id, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<ScoreStepView>>([.. (await db.StepsOf(id, ct)).Select(ScoreStepView.Of)]);
}
