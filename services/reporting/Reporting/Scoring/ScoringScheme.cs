namespace DanVan.Reporting.Scoring;

/// <summary>How an authority's mass mobilisation is scored in a year (chấm điểm công tác dân vận): a rule with its article and the years it is in force for.</summary>
/// <param name="Code">Identity.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Article">The decision that sets it.</param>
/// <param name="InForceFrom">The first year that it scores, by its first day.</param>
/// <param name="InForceTo">The last such day; null while in force.</param>
/// <param name="Parts">What the points are given for; together 100.</param>
/// <param name="LargestBonus">Points added at most.</param>
/// <param name="LargestDeduction">Points taken off at most.</param>
/// <param name="Ranks">From the highest to the lowest.</param>
/// <param name="KnockOuts">What makes it the lowest rank whatever the points.</param>
/// <param name="Caps">What closes the ranks above one.</param>
/// <param name="ProposedFrom">The lowest rank that may be proposed for an award.</param>
/// <param name="Quotas">How many may be proposed, by level of the unit.</param>
/// <param name="Stages">When units score themselves, when that is put together, when it is decided on.</param>
/// <param name="Criteria">What points are given for; left out where the decision leaves that to the administration, whose first assessment of the year brings them.</param>
public sealed record ScoringScheme(
    string Code,
    Bilingual Name,
    string Article,
    DateOnly InForceFrom,
    DateOnly? InForceTo,
    IReadOnlyList<ScoredPart> Parts,
    decimal LargestBonus,
    decimal LargestDeduction,
    IReadOnlyList<RankRule> Ranks,
    IReadOnlyList<Finding> KnockOuts,
    IReadOnlyDictionary<Finding, Rank> Caps,
    Rank ProposedFrom,
    IReadOnlyDictionary<string, AwardQuota> Quotas,
    IReadOnlyList<StageRule> Stages,
    IReadOnlyList<ScoredCriterion>? Criteria = null
)
{
    /// <summary>The days of a step for the scoring of a year.</summary>
    public StageDays Stage(ScoreStage stage, int year) => Stages.First(rule => rule.Stage == stage).In(year);

    /// <summary>The rank of a score, with every rule that made it.</summary>
    /// <param name="points">Points of the criteria, in any order.</param>
    /// <param name="bonus">Zero to the largest.</param>
    /// <param name="deduction">Likewise.</param>
    /// <param name="findings">What was found about the unit and its leaders.</param>
    public Score Judge(IReadOnlyCollection<decimal> points, decimal bonus, decimal deduction, IReadOnlySet<Finding> findings)
    {
        var total = points.Sum() + bonus - deduction;
        var hasZero = points.Contains(0);
        var reasons = new List<ScoreReason>();
        var byPoints = Ranks.First(rule => total >= rule.From);
        var rule = Ranks.First(rule => total >= rule.From && !(rule.WithoutZero && hasZero));
        reasons.Add(new(ScoreRule.Points, byPoints.Rank));
        if (rule != byPoints)
            reasons.Add(new(ScoreRule.CriterionAtZero, rule.Rank));
        var rank = rule.Rank;
        foreach (var (finding, cap) in Caps.Where(cap => findings.Contains(cap.Key)).OrderBy(cap => cap.Key))
            if (rank > cap)
                reasons.Add(new(ScoreRule.Cap, rank = cap, finding));
        foreach (var finding in KnockOuts.Where(findings.Contains))
            reasons.Add(new(ScoreRule.KnockOut, rank = Ranks[^1].Rank, finding));
        return new(total, rank, rank >= ProposedFrom, reasons);
    }
}

/// <param name="Points">The most that it gives.</param>
public sealed record ScoredPart(string Code, Bilingual Name, decimal Points);

/// <param name="From">Points from which it is reached.</param>
/// <param name="WithoutZero">Only when no criterion was given zero.</param>
public sealed record RankRule(Rank Rank, decimal From, bool WithoutZero);

/// <summary>How many collectives and individuals of a level may be proposed for an award.</summary>
public sealed record AwardQuota(int Collectives, int Individuals);

/// <summary>From the lowest to the highest.</summary>
public enum Rank
{
    /// <summary>Không hoàn thành nhiệm vụ.</summary>
    NotCompleted,

    /// <summary>Hoàn thành nhiệm vụ.</summary>
    Completed,

    /// <summary>Hoàn thành tốt nhiệm vụ.</summary>
    Good,

    /// <summary>Hoàn thành xuất sắc nhiệm vụ.</summary>
    Excellent,
}

/// <summary>What was found about a unit or its leaders in the year.</summary>
public enum Finding
{
    /// <summary>Tham nhũng, lãng phí.</summary>
    Corruption,

    /// <summary>Mất đoàn kết nghiêm trọng.</summary>
    Disunity,

    /// <summary>The head or a deputy was disciplined by removal or more (cách chức trở lên).</summary>
    LeaderRemoved,

    /// <summary>Staff were handled by criminal law.</summary>
    StaffProsecuted,

    /// <summary>The unit did not score itself. Of a kept score this is derived.</summary>
    NoSelfAssessment,

    /// <summary>The head or a deputy was reprimanded (khiển trách).</summary>
    LeaderReprimanded,

    /// <summary>The head or a deputy was warned (cảnh cáo).</summary>
    LeaderWarned,
}

/// <summary>A score.</summary>
/// <param name="Total">Points, with what was added and taken off.</param>
/// <param name="MayBeProposed">Whether the unit may be proposed for an award.</param>
/// <param name="Reasons">The rules that made the rank, in their order; the last one stands.</param>
public sealed record Score(decimal Total, Rank Rank, bool MayBeProposed, IReadOnlyList<ScoreReason> Reasons);

/// <param name="Rank">The rank after this rule.</param>
/// <param name="Finding">What it follows from, for a cap or a knock-out.</param>
public sealed record ScoreReason(ScoreRule Rule, Rank Rank, Finding? Finding = null);

/// <summary>What makes a rank.</summary>
public enum ScoreRule
{
    Points,

    /// <summary>A criterion at zero closes ranks; the one below stands, though the text names none for so many points.</summary>
    CriterionAtZero,
    Cap,
    KnockOut,
}
