using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Scoring.Assessments;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Scoring.Rankings;

/// <summary>Whose scores are ranked: the units directly below an authority on the last day of the year.</summary>
sealed record Ranked(Guid UnitId, ScoringScheme Scheme, int Year, DateOnly YearTo, IReadOnlyList<UnitVersion> Units);

/// <summary>Finds what is ranked.</summary>
sealed class RankingDesk(ReportingDb db, ScoringCatalogue schemes, UnitTree tree)
{
    /// <summary>What is asked for; or what there is not, or the caller may not know of.</summary>
    public (Ranked? Ranked, Rejection? Refused) Understand(string scheme, int year, Guid? unitId, Caller caller)
    {
        if (schemes.Find(scheme, year) is not { } found)
            return (null, ScoringCatalogue.NoScheme);
        var yearTo = new DateOnly(year, 12, 31);
        return (unitId ?? caller.UnitId) is { } unit && tree.Find(unit, yearTo) is not null && caller.Sees(unit, yearTo, tree)
            ? (new(unit, found, year, yearTo, [.. tree.Children(unit, yearTo)]), null)
            : (null, OpenReport.UnknownUnit);
    }

    /// <summary>The assessments that there are of its units.</summary>
    public Task<List<ScoreAssessment>> Assessments(Ranked ranked, CancellationToken ct)
    {
        var units = ranked.Units.Select(unit => unit.UnitId).ToArray();
        return db
            .ScoreAssessments.AsNoTracking()
            .Where(one => one.Scheme == ranked.Scheme.Code && one.Year == ranked.Year && units.Contains(one.UnitId))
            .ToListAsync(ct);
    }

    /// <summary>What the authority decided about peers, the newest last.</summary>
    public Task<List<ScoreTie>> Ties(Ranked ranked, CancellationToken ct) =>
        db
            .ScoreTies.AsNoTracking()
            .Where(tie => tie.UnitId == ranked.UnitId && tie.Scheme == ranked.Scheme.Code && tie.Year == ranked.Year)
            .OrderBy(tie => tie.Id)
            .ToListAsync(ct);

    /// <summary>What was decided about units of a level.</summary>
    public static IEnumerable<DecidedScore> Decided(IEnumerable<ScoreAssessment> assessments) =>
        from one in assessments
        where one.Decisions > 0
        select new DecidedScore(one.UnitId, one.Id, one.Total!.Value, one.Rank!.Value, one.MayBeProposed!.Value);
}
