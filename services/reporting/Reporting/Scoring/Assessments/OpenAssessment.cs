using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Scoring.Assessments;

/// <summary>Opens the score of a unit for a year: makes it, or finds the one there is.</summary>
public static class OpenAssessment
{
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Year">The year that is scored.</param>
    /// <param name="UnitId">The unit that is scored.</param>
    /// <param name="Criteria">
    /// What points are given for, where the scheme leaves that to the administration: a unit above brings them with the first assessment of the year, all later ones
    /// of its units of that level have the same. They add up to the points of each part.
    /// </param>
    public sealed record Request(
        [Text(32)] string Scheme,
        [Whole(2000, 2100)] int Year,
        Guid UnitId,
        [Items(1, 200)] IReadOnlyList<ScoredCriterion>? Criteria = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/assessments", Handle)
            .RequireScope("reporting.write")
            .RequireIdempotencyKey()
            .WithSummary("Open the score of a unit for a year")
            .WithDescription(
                "Mở bản chấm điểm của một đơn vị cho một năm. 201 when it is new, 200 with the one that exists already. "
                    + "The unit opens its own, or a unit above does, also for one that does not score itself."
            )
            .Produces(StatusCodes.Status404NotFound)
            .WithExample(
                new Request(
                    "CAN_THO_2579",
                    2026,
                    RootUnit.Id,
                    [
                        new("TC1", "ORGANISATION", "Ban hành kế hoạch, phân công lãnh đạo phụ trách công tác dân vận", 10),
                        new("TC2", "EXECUTION", "Tiếp công dân, đối thoại, giải quyết kiến nghị của Nhân dân", 50),
                        new("TC3", "EXECUTION", "Thực hiện dân chủ ở cơ sở, cải cách hành chính", 40),
                    ]
                )
            );

    static async Task<Results<Created<AssessmentView>, Ok<AssessmentView>, ProblemHttpResult>> Handle(
        Request request,
        ReportingDb db,
        ScoringCatalogue schemes,
        UnitTree tree,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (schemes.Find(request.Scheme, request.Year) is not { } scheme)
            return ScoringCatalogue.NoScheme.ToProblem();
        var yearTo = new DateOnly(request.Year, 12, 31);
        if (tree.Find(request.UnitId, yearTo) is not { } unit || !caller.Sees(unit.UnitId, yearTo, tree))
            return OpenReport.UnknownUnit.ToProblem();
        // Of two at once the second finds what the first has brought. The transaction is that of the Idempotency-Key.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({$"{scheme.Code} {request.Year} {unit.ParentId}"}, 31))",
            ct
        );
        var ofScheme = db.ScoreAssessments.Where(one => one.Scheme == scheme.Code && one.Year == request.Year);
        if (await ofScheme.SingleOrDefaultAsync(one => one.UnitId == unit.UnitId, ct) is { } existing)
            return TypedResults.Ok(AssessmentView.Of(existing, scheme, await db.StepsOf(existing.Id, ct)));
        var siblings = tree.Level(unit, yearTo);
        var brought = await ofScheme.Where(one => siblings.Contains(one.UnitId)).FirstOrDefaultAsync(ct);
        var (criteria, refused) = Criteria(request, scheme, scheme.Criteria ?? brought?.Criteria, caller);
        if (criteria is null)
            return refused!;
        var assessment = new ScoreAssessment
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = unit.UnitId,
            Scheme = scheme.Code,
            Year = request.Year,
            YearTo = yearTo,
            CriteriaJson = KeptJson.Write(criteria),
            OpenedBy = caller.Subject,
            OpenedAt = clock.GetUtcNow(),
        };
        db.ScoreAssessments.Add(assessment);
        db.Announce(assessment, new ScoreAssessmentOpened(assessment.Id, unit.UnitId, scheme.Code, request.Year));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/scores/assessments/{assessment.Id}", AssessmentView.Of(assessment, scheme, []));
    }

    /// <summary>Units of the same level below the same unit, itself among them.</summary>
    static Guid[] Level(this UnitTree tree, UnitVersion unit, DateOnly asOf) =>
        unit.ParentId is { } parent
            ? [.. tree.Children(parent, asOf).Where(one => one.Level == unit.Level).Select(one => one.UnitId)]
            : [unit.UnitId];

    /// <param name="known">The criteria that there are, of the scheme or of an assessment before.</param>
    static (IReadOnlyList<ScoredCriterion>? Criteria, ProblemHttpResult? Refused) Criteria(
        Request request,
        ScoringScheme scheme,
        IReadOnlyList<ScoredCriterion>? known,
        Caller caller
    )
    {
        if (request.Criteria is not { } brought)
            return known is not null
                ? (known, null)
                : (
                    null,
                    Problems.Invalid(
                        "criteria",
                        "Bộ tiêu chí không liệt kê từng tiêu chí: đơn vị cấp trên đưa vào cùng bản chấm điểm đầu tiên của năm.",
                        "The scheme has no list of criteria: a unit above brings them with the first assessment of the year."
                    )
                );
        var faults = ScoredCriterion.Faults("criteria", [.. brought.Select(one => (one.Code, one.Part, one.Most))], scheme).ToList();
        if (faults.Count > 0)
            return (null, Problems.Invalid(faults.ToDictionary(fault => fault.Field, fault => new[] { Phrases.Of(fault.Vi, fault.En) })));
        if (known is not null)
            return known.SequenceEqual(brought) ? (known, null) : (null, RefusedScore.OtherCriteria.ToProblem());
        return ScoreAssessment.IsAbove(caller, request.UnitId) ? (brought, null) : (null, RefusedScore.CriteriaFromAbove.ToProblem());
    }
}
