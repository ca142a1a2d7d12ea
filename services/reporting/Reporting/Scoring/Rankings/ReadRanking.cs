using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Scoring.Assessments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Scoring.Rankings;

/// <summary>The units of an authority by their points for a year, and who of them may be proposed for an award.</summary>
public static class ReadRanking
{
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Year">The year that is scored.</param>
    /// <param name="UnitId">The authority; the caller's own unit unless told.</param>
    public sealed record Question(
        [FromQuery] [Text(32)] string Scheme,
        [FromQuery] [Whole(2000, 2100)] int Year,
        [FromQuery] Guid? UnitId = null
    );

    /// <param name="UnitId">The authority.</param>
    /// <param name="Levels">Its units, each level for itself: quotas are by level.</param>
    public sealed record Answer(Guid UnitId, string Scheme, string Article, int Year, IReadOnlyList<LevelRanking> Levels);

    /// <param name="Quota">How many may be proposed; absent where the scheme names none.</param>
    /// <param name="Units">How many units there are.</param>
    /// <param name="SelfAssessed">How many of them scored themselves.</param>
    /// <param name="Ranking">Those whose score is decided.</param>
    /// <param name="Undecided">The others.</param>
    public sealed record LevelRanking(
        string Level,
        AwardQuota? Quota,
        int Units,
        int SelfAssessed,
        IReadOnlyList<Place> Ranking,
        IReadOnlyList<Waiting> Undecided
    );

    /// <param name="Number">From 1. Units with the same points share it until the authority has decided; of equal points those that may be proposed come first.</param>
    /// <param name="Tied">Whether the place is shared.</param>
    /// <param name="TieReason">Why the authority put the unit where it is among peers.</param>
    public sealed record Place(
        int Number,
        bool Tied,
        string? TieReason,
        Guid UnitId,
        string Name,
        Guid AssessmentId,
        decimal Total,
        Rank Rank,
        Proposal Proposal
    );

    /// <param name="AssessmentId">Absent where none was opened.</param>
    public sealed record Waiting(Guid UnitId, string Name, Guid? AssessmentId, AssessmentState? State);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/ranking", Handle)
            .RequireScope("reporting.read")
            .WithSummary("The units below an authority by their points, with the quota for awards")
            .WithDescription(
                "Xếp thứ tự các đơn vị trực thuộc theo điểm đã quyết định, theo từng cấp; ai được đề nghị khen thưởng trong chỉ tiêu. "
                    + "Units with equal points share a place until the authority decides (`POST /scores/ranking/ties`). The tree is that of the last day of the year."
            );

    static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        [AsParameters] Question question,
        RankingDesk desk,
        Caller caller,
        CancellationToken ct
    )
    {
        var (ranked, refused) = desk.Understand(question.Scheme, question.Year, question.UnitId, caller);
        if (ranked is null)
            return refused!.ToProblem();
        var assessments = (await desk.Assessments(ranked, ct)).ToDictionary(one => one.UnitId);
        var ties = await desk.Ties(ranked, ct);
        return TypedResults.Ok(
            new Answer(
                ranked.UnitId,
                ranked.Scheme.Code,
                ranked.Scheme.Article,
                ranked.Year,
                [
                    .. from unit in ranked.Units
                    group unit by unit.Level into level
                    orderby level.Key
                    select Of(level.Key, [.. level], assessments, ranked.Scheme, ties),
                ]
            )
        );
    }

    static LevelRanking Of(
        string level,
        IReadOnlyList<UnitVersion> units,
        Dictionary<Guid, ScoreAssessment> assessments,
        ScoringScheme scheme,
        IReadOnlyList<ScoreTie> ties
    )
    {
        var (quota, names) = (scheme.Quotas.GetValueOrDefault(level), units.ToDictionary(unit => unit.UnitId, unit => unit.Name));
        var known = units.Select(unit => assessments.GetValueOrDefault(unit.UnitId)).OfType<ScoreAssessment>().ToList();
        var ranking = RankedUnit.Of(RankingDesk.Decided(known), quota, [.. ties.Where(tie => tie.Level == level)]);
        return new(
            level,
            quota,
            units.Count,
            known.Count(one => one.SelfAssessedOn is not null),
            [.. ranking.Select(one => PlaceOf(one, names[one.Score.UnitId]))],
            [
                .. from unit in units
                let assessment = assessments.GetValueOrDefault(unit.UnitId)
                where assessment is null or { Decisions: 0 }
                orderby unit.UnitId
                select new Waiting(unit.UnitId, unit.Name, assessment?.Id, assessment?.State),
            ]
        );
    }

    static Place PlaceOf(RankedUnit one, string name) =>
        new(
            one.Place,
            one.Tied,
            one.TieReason,
            one.Score.UnitId,
            name,
            one.Score.AssessmentId,
            one.Score.Total,
            one.Score.Rank,
            one.Proposal
        );
}
