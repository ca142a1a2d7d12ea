using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Requests;

/// <summary>What a report is asked for (NĐ 09/2019/NĐ-CP, Điều 9 and 10).</summary>
public enum RequestPurpose
{
    /// <summary>On a subject looked into in depth (chuyên đề).</summary>
    Thematic,

    /// <summary>On something that has come up (đột xuất).</summary>
    Sudden,
}

/// <summary>
/// A unit asks units below it for a report. It makes a period of its own, of which nobody else may have the number, and is a duty of those whom it reaches. What it
/// asks never changes; it is withdrawn.
/// </summary>
public sealed class ReportRequest : ISubject, IUnitScoped
{
    /// <summary>The regime of periods on request.</summary>
    public const string Regime = "ADHOC";

    /// <summary>The first number of a year that a request is given. Those before are free: whoever opens a report for days of its own takes one.</summary>
    public const int FirstIndex = 1000;

    /// <summary>The last that can be named.</summary>
    public const int LastIndex = 999_999;

    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that asks.</summary>
    public required Guid UnitId { get; init; }
    public required string Form { get; init; }
    public required RequestPurpose Purpose { get; init; }
    public required string Title { get; init; }

    /// <summary>Number and symbol of the paper that asks for it.</summary>
    public string? Basis { get; init; }

    /// <summary>Kinds of the units that are asked.</summary>
    public required string[] Kinds { get; init; }

    /// <summary>Only these, and those below them; when empty, all below the unit that asks.</summary>
    public required Guid[] Units { get; init; }
    public required int PeriodYear { get; init; }

    /// <summary>The number that it was given in the year.</summary>
    public int PeriodIndex { get; internal set; }
    public required DateOnly PeriodFrom { get; init; }
    public required DateOnly PeriodTo { get; init; }

    /// <summary>The day by which it is sent.</summary>
    public required DateOnly SendBy { get; init; }

    /// <summary>So many days after that it locks; null: never.</summary>
    public int? LocksAfterDays { get; init; }
    public required string AskedBy { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public string? WithdrawnBy { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? WithdrawalReason { get; private set; }

    Guid? ISubject.UnitId => UnitId;

    public Period Period => new(Regime, PeriodKind.AdHoc, PeriodYear, PeriodIndex, PeriodFrom, PeriodTo);

    public bool IsWithdrawn => WithdrawnAt is not null;

    /// <summary>Whether a unit is within those whom it asks, as the tree stands on the last day of the period. Its kind is another question.</summary>
    public bool Reaches(Guid unit, UnitTree tree) =>
        unit != UnitId
        && tree.IsWithin(unit, UnitId, PeriodTo)
        && (Units.Length == 0 || Units.Any(top => tree.IsWithin(unit, top, PeriodTo)));

    /// <summary>The units that it asks, parents before children.</summary>
    public IEnumerable<UnitVersion> Asked(UnitTree tree) =>
        tree.Subtree(UnitId, PeriodTo).Where(unit => Kinds.Contains(unit.Kind) && Reaches(unit.UnitId, tree));

    /// <summary>Whether a period is one that a request makes.</summary>
    internal static bool Makes(string regime, PeriodKind kind, int? index) =>
        regime == Regime && kind is PeriodKind.AdHoc && index >= FirstIndex;

    /// <summary>It as a duty of the units that it reaches.</summary>
    internal DutyRule AsRule() =>
        new(Form, Regime, [PeriodKind.AdHoc], Kinds, PeriodTo, PeriodTo, Article, LocksAfterDays) { Request = this };

    /// <summary>It asks for nothing any more.</summary>
    public Rejection? Withdraw(string reason, string by, DateTimeOffset at)
    {
        if (IsWithdrawn)
            return RefusedRequest.Withdrawn;
        (WithdrawalReason, WithdrawnBy, WithdrawnAt) = (reason, by, at);
        return null;
    }

    internal ReportRequested Requested(DateOnly today) =>
        new(Id, UnitId, Form, EnumNames.Of(Purpose), Kinds, Units, PeriodYear, PeriodIndex, PeriodFrom, PeriodTo, SendBy, today);

    internal ReportRequestWithdrawn Taken(DateOnly today) =>
        new(Id, UnitId, Form, EnumNames.Of(Purpose), PeriodYear, PeriodIndex, PeriodFrom, PeriodTo, SendBy, today);

    Bilingual Article
    {
        get
        {
            var article = Purpose is RequestPurpose.Thematic ? 9 : 10;
            var paper = Basis is null ? "" : $"; {Basis}";
            return new($"Nghị định 09/2019/NĐ-CP, Điều {article}{paper}", $"Decree 09/2019/NĐ-CP, article {article}{paper}");
        }
    }
}
