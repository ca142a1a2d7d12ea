using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Requests;

namespace DanVan.Reporting.Duties;

/// <summary>What is owed on a form for a period: by whom, by when, and until when it is worked on.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Rules">What says so: the rules of its regime, or the request that made the period. None when nobody owes it.</param>
/// <param name="SendingDays">By when it is sent, by the level of the unit; null: all that are not named. Empty where no day is named.</param>
public sealed record Owed(
    string Form,
    Period Period,
    IReadOnlyList<DutyRule> Rules,
    IReadOnlyList<(string? Level, DateOnly Day)> SendingDays
)
{
    /// <summary>The request that asks for it; null where rules do, or it asks for another form.</summary>
    public ReportRequest? Request => Rules.Select(rule => rule.Request).FirstOrDefault(request => request is not null);

    /// <summary>Whether a unit owes it.</summary>
    public bool By(UnitVersion unit, UnitTree tree) => Request is not { IsWithdrawn: true } && Counts(unit, tree);

    /// <summary>Whether a report of the unit counts in the figures of those above: it was owed, if only until the request for it was withdrawn.</summary>
    public bool Counts(UnitVersion unit, UnitTree tree) => Rules.Any(rule => rule.Reaches(unit, tree));

    /// <summary>Why no report of the unit is opened: the period is that of a request, which does not ask for it. Null when one is.</summary>
    internal Rejection? RefusesOpening(UnitVersion unit, UnitTree tree) =>
        !ReportRequest.Makes(Period.Regime, Period.Kind, Period.Index) || Counts(unit, tree) ? null
        : Request is null ? RefusedRequest.FormNotAsked
        : RefusedRequest.UnitNotAsked;

    /// <summary>By when a unit of this level sends it; null where no day is named.</summary>
    public DateOnly? SendBy(string level) => SendingDays.Of(level);

    /// <summary>The last day on which a unit opens, edits and sends its report without leave; null when that never locks.</summary>
    public DateOnly? OpenUntil(UnitVersion unit, UnitTree tree, DateOnly? sendBy)
    {
        var days = Rules.Where(rule => rule.Reaches(unit, tree)).Select(rule => rule.LocksAfterDays).ToList();
        // Of several rules the one counts that leaves most time.
        return days.Contains(null) || days.Max() is not { } longest ? null : sendBy?.AddDays(longest);
    }
}
