using DanVan.Directory.Client;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Requests;

namespace DanVan.Reporting.Duties;

/// <summary>Who owes a report: units of these kinds, for periods of these kinds that end while the rule is in force.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Regime">The regime under which it is owed.</param>
/// <param name="PeriodKinds">For which kinds of period.</param>
/// <param name="Kinds">Kinds of units as the directory names them.</param>
/// <param name="InForceFrom">The first day on which such a period ends.</param>
/// <param name="InForceTo">The last such day; null while in force.</param>
/// <param name="Article">The text that asks for it.</param>
/// <param name="LocksAfterDays">
/// So many days after the day by which it is sent the period locks; never when left out, or where the regime names no such day. No text fixes the number: it is
/// an administration's to set.
/// </param>
/// <param name="Approvals">Which levels approve it; when left out, one approval is for good, whoever above or in the unit gives it.</param>
public sealed record DutyRule(
    string Form,
    string Regime,
    IReadOnlyList<PeriodKind> PeriodKinds,
    IReadOnlyList<string> Kinds,
    DateOnly InForceFrom,
    DateOnly? InForceTo,
    Bilingual Article,
    int? LocksAfterDays = null,
    ApprovalRule? Approvals = null
)
{
    /// <summary>The request that it stands for; null of a rule that regimes have.</summary>
    internal ReportRequest? Request { get; init; }

    /// <summary>Whether a unit is one of those that it names: of its kinds, and where a request stands behind it, within those that are asked.</summary>
    internal bool Reaches(UnitVersion unit, UnitTree tree) => Kinds.Contains(unit.Kind) && Request?.Reaches(unit.UnitId, tree) is not false;

    /// <summary>Whether it says who owes the form for the period.</summary>
    internal bool HoldsFor(string form, Period period) =>
        Form == form
        && Regime == period.Regime
        && PeriodKinds.Contains(period.Kind)
        && InForceFrom <= period.To
        && !(InForceTo < period.To);
}

/// <summary>The rules that say who owes what.</summary>
public sealed class DutyCatalogue
{
    const int LongestDays = 3_660;

    /// <summary>Holds these rules.</summary>
    /// <exception cref="InvalidOperationException">A rule locks its periods after a number of days that makes no sense, or names levels that do not.</exception>
    public DutyCatalogue(IReadOnlyList<DutyRule> rules)
    {
        if (rules.FirstOrDefault(rule => rule.LocksAfterDays is < 0 or > LongestDays) is { } wrong)
            throw new InvalidOperationException(
                $"The duty to report {wrong.Form} under {wrong.Regime}: locksAfterDays is a number from 0 to {LongestDays}, or is left out"
            );
        if (rules.FirstOrDefault(rule => rule.Approvals is { MakesSense: false }) is { } unclear)
            throw new InvalidOperationException(
                $"The duty to report {unclear.Form} under {unclear.Regime}: approvals.levels names some of {string.Join(", ", UnitLevels.All)}, from below upwards"
            );
        All = rules;
    }

    /// <summary>The rules that come with the service, or the file that an administration puts in their place.</summary>
    public static DutyCatalogue Load(string? path = null) => new(DataFile.Read<List<DutyRule>>("duties.json", path));

    /// <summary>Every rule.</summary>
    public IReadOnlyList<DutyRule> All { get; }

    /// <summary>The rules about a form for a period; none when nobody owes it.</summary>
    public IReadOnlyList<DutyRule> For(string form, Period period) => [.. All.Where(rule => rule.HoldsFor(form, period))];

    /// <summary>Which levels approve the report of a unit of this kind; null where one approval is for good. Of several rules the first counts that says so.</summary>
    internal ApprovalRule? ApprovalsOf(string form, Period period, string kind) =>
        For(form, period)
            .Where(rule => rule.Kinds.Contains(kind))
            .Select(rule => rule.Approvals)
            .FirstOrDefault(approvals => approvals is not null);

    /// <summary>The same of a report.</summary>
    internal ApprovalRule? ApprovalsOf(Report report, UnitTree tree) =>
        tree.Find(report.UnitId) is { Versions: [.., var unit] } ? ApprovalsOf(report.Form, report.Period, unit.Kind) : null;
}
