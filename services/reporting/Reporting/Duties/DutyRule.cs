using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Duties;

/// <summary>Who owes a report: units of these kinds, for periods of these kinds that end while the rule is in force.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Regime">The regime under which it is owed.</param>
/// <param name="PeriodKinds">For which kinds of period.</param>
/// <param name="Kinds">Kinds of units as the directory names them.</param>
/// <param name="InForceFrom">The first day on which such a period ends.</param>
/// <param name="InForceTo">The last such day; null while in force.</param>
/// <param name="Article">The text that asks for it.</param>
public sealed record DutyRule(
    string Form,
    string Regime,
    IReadOnlyList<PeriodKind> PeriodKinds,
    IReadOnlyList<string> Kinds,
    DateOnly InForceFrom,
    DateOnly? InForceTo,
    Bilingual Article
);

/// <summary>The rules that say who owes what.</summary>
public sealed class DutyCatalogue(IReadOnlyList<DutyRule> rules)
{
    /// <summary>The rules that come with the service, or the file that an administration puts in their place.</summary>
    public static DutyCatalogue Load(string? path = null) => new(DataFile.Read<List<DutyRule>>("duties.json", path));

    /// <summary>The rules about a form for a period; none when nobody owes it.</summary>
    public IReadOnlyList<DutyRule> For(string form, Period period) =>
        [
            .. rules.Where(rule =>
                rule.Form == form
                && rule.Regime == period.Regime
                && rule.PeriodKinds.Contains(period.Kind)
                && rule.InForceFrom <= period.To
                && !(rule.InForceTo < period.To)
            ),
        ];
}
