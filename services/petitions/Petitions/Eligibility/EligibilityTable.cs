using DanVan.Chassis.Http;

namespace DanVan.Petitions.Eligibility;

/// <summary>What is known of a petition when it is judged.</summary>
/// <param name="Anonymous">Nobody put a name to it.</param>
/// <param name="Failed">Ids of the checks that were answered with no.</param>
/// <param name="ConcreteEvidence">The anonymous denunciation names the violator, with concrete evidence. Luật TC Đ25.2.</param>
/// <param name="On">The day of the judgement.</param>
public sealed record Answers(
    PetitionKind Kind,
    Channel Channel,
    PetitionField Field,
    bool Anonymous,
    IReadOnlyList<string> Failed,
    bool ConcreteEvidence,
    bool Competent,
    DateOnly On
);

/// <param name="Article">The legal ground: of the check that decided, or of what follows.</param>
/// <param name="Failed">The checks that failed.</param>
/// <param name="Handling">What may follow, the usual first.</param>
/// <param name="KeepUntil">The last day of keeping, when it is filed.</param>
public sealed record Judgement(
    Verdict Verdict,
    string Article,
    IReadOnlyList<EligibilityCheck> Failed,
    IReadOnlyList<HandlingRule> Handling,
    DateOnly? KeepUntil
);

/// <summary>The checks of eligibility and the handling matrix through time. Pure: no clock, no database.</summary>
public sealed record EligibilityTable(
    IReadOnlyList<EligibilityCheck> Checks,
    IReadOnlyList<HandlingRule> Handling,
    IReadOnlyList<RetentionRule> Retention,
    IReadOnlyList<GroupRule> Groups
)
{
    /// <summary>The table that comes with the service, or the file that an administration puts in its place.</summary>
    public static EligibilityTable Load(string? path = null) => LawTable.Load<EligibilityTable>("Eligibility.rules", path);

    /// <summary>The checks that are asked of this kind on that day.</summary>
    public IEnumerable<EligibilityCheck> Asked(PetitionKind kind, DateOnly on) =>
        InForce(Checks, on).Where(check => check.Kinds is null || check.Kinds.Contains(kind));

    /// <summary>The rule for a group of so many people; none when they are no group (đông người).</summary>
    public GroupRule? GroupOf(int people, DateOnly on) =>
        InForce(Groups, on).FirstOrDefault(group => group.People <= people && (group.ToPeople is null || people <= group.ToPeople));

    public Rejection? Judge(Answers answers, out Judgement judgement)
    {
        judgement = null!;
        var asked = Asked(answers.Kind, answers.On).ToList();
        var mayFail = asked.FindAll(check => check.Lifts is null);
        if (answers.Failed.Any(id => mayFail.TrueForAll(check => check.Id != id)))
            return Refused.UnknownCheck(mayFail.Select(check => check.Id));
        var failed = mayFail.FindAll(check => answers.Failed.Contains(check.Id) || (check.Anonymous && answers.Anonymous));
        var lifting = answers.ConcreteEvidence ? asked.Find(check => check.Lifts is not null) : null;
        if (answers.ConcreteEvidence && (lifting is null || !failed.Exists(check => check.Anonymous)))
            return Refused.EvidenceOfAnonymousDenunciations;
        var deciding =
            lifting is not null && failed.TrueForAll(check => lifting.Lifts!.Contains(check.Id)) ? lifting : failed.FirstOrDefault();
        var verdict = deciding?.Consequence ?? Verdict.Eligible;
        var handling = InForce(Handling, answers.On).Where(row => Fits(row, verdict, answers)).ToList();
        if (deciding is null && handling.Count == 0)
            return Refused.NoRuleInForce("classifiedOn");
        judgement = new(
            verdict,
            deciding?.Article ?? handling[0].Article,
            failed,
            handling,
            verdict is Verdict.NotEligible && InForce(Retention, answers.On).FirstOrDefault() is { } kept
                ? answers.On.AddYears(kept.Years)
                : null
        );
        return null;
    }

    static bool Fits(HandlingRule row, Verdict verdict, Answers answers) =>
        row.Verdict == verdict
        && (row.Kinds is null || row.Kinds.Contains(answers.Kind))
        && (row.Competent is null || row.Competent == answers.Competent)
        && (row.Channels is null || row.Channels.Contains(answers.Channel))
        && (row.Fields is null || row.Fields.Contains(answers.Field));

    static IEnumerable<T> InForce<T>(IEnumerable<T> rows, DateOnly on)
        where T : IDatedRule => rows.Where(row => row.IsInForce(on));
}
