using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Receipts;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Publicity;

/// <summary>Whose papers a row counts.</summary>
public enum RowScope
{
    /// <summary>Of the unit that was asked for and all below it.</summary>
    Total,

    /// <summary>Of its own book.</summary>
    Own,

    /// <summary>Of a unit directly below it, with all below that.</summary>
    Below,
}

/// <param name="From">The first day of the quarter.</param>
/// <param name="To">Its last day.</param>
/// <param name="TakenOn">The day on which it was counted where each paper stands.</param>
/// <param name="Fewest">Counts from one up to less than this are left out.</param>
public sealed record PublicStatisticsView(
    int Year,
    int Quarter,
    DateOnly From,
    DateOnly To,
    DateOnly TakenOn,
    int Fewest,
    Guid UnitId,
    string? UnitName,
    IReadOnlyList<StatisticsRow> Rows
);

/// <param name="Satisfaction">The mean of the ratings of the unit's own papers, 1 to 5; none where they are too few.</param>
public sealed record StatisticsRow(
    RowScope Scope,
    Guid UnitId,
    string? UnitName,
    IReadOnlyList<StatisticsLine> Lines,
    decimal? Satisfaction
);

/// <param name="Kind">None for all kinds together.</param>
/// <param name="Received">Received in the quarter; the sum of the others.</param>
/// <param name="EndedOtherwise">Not taken up, guided or forwarded to another body, joined to another, withdrawn, stopped or filed.</param>
public sealed record StatisticsLine(
    PetitionKind? Kind,
    string KindText,
    ShownCount Received,
    ShownCount InHandling,
    ShownCount AnsweredInTime,
    ShownCount AnsweredLate,
    ShownCount EndedOtherwise
);

/// <param name="Count">None when it is left out.</param>
/// <param name="Suppressed">Left out, because it or another that could be worked out from it is small.</param>
public sealed record ShownCount(int? Count, bool Suppressed);

/// <summary>Puts the figures of a quarter together for one unit.</summary>
public sealed class PublicFigures(TakeFigures taking, UnitTree tree, IOptions<PublicStatisticsOptions> options, TimeProvider clock)
{
    static readonly int?[] Nothing = [.. Enumerable.Repeat((int?)0, CountTree.Cells)];

    /// <param name="unit">The root when none is named.</param>
    public async Task<(PublicStatisticsView? View, Rejection? Refused)> Of(int year, int quarter, Guid? unit, CancellationToken ct)
    {
        var asked = unit ?? RootUnit.Id;
        if (tree.Find(asked) is null && unit is not null)
            return (null, Refused.UnknownUnitAt("unit"));
        if (await taking.Of(year, quarter, ct) is not { } figures)
            return (null, Refused.QuarterNotOver);
        var known = figures.Units.ToDictionary(u => u.Unit);
        var below = tree.Children(asked, figures.TakenOn)
            .Select(child => child.UnitId)
            .Where(child => !known.TryGetValue(child, out var row) || row.Parent == asked)
            .Union(figures.Units.Where(u => u.Parent == asked).Select(u => u.Unit));
        var own = known.GetValueOrDefault(asked);
        var (from, to) = TakeFigures.DaysOf(year, quarter);
        return (
            new(
                year,
                quarter,
                from,
                to,
                figures.TakenOn,
                options.Value.Fewest,
                asked,
                NameOf(asked),
                [
                    Row(RowScope.Total, asked, own?.Total, null),
                    Row(RowScope.Own, asked, own?.Own, own?.Satisfaction),
                    .. below
                        .Select(child =>
                            Row(RowScope.Below, child, known.GetValueOrDefault(child)?.Total, known.GetValueOrDefault(child)?.Satisfaction)
                        )
                        .OrderBy(row => row.UnitName, StringComparer.Ordinal),
                ]
            ),
            null
        );
    }

    StatisticsRow Row(RowScope scope, Guid unit, IReadOnlyList<int?>? cells, decimal? satisfaction) =>
        new(
            scope,
            unit,
            NameOf(unit),
            [
                .. Enum.GetValues<PetitionKind>().Select(kind => Line(kind, PlainWords.Of(kind), (int)kind, cells ?? Nothing)),
                Line(null, Phrases.Of("Tất cả", "All"), CountTree.All, cells ?? Nothing),
            ],
            satisfaction
        );

    static StatisticsLine Line(PetitionKind? kind, string text, int part, IReadOnlyList<int?> cells)
    {
        return new(kind, text, Shown(CountTree.All), Shown(0), Shown(1), Shown(2), Shown(3));

        ShownCount Shown(int state) => new(cells[CountTree.Cell(part, state)], cells[CountTree.Cell(part, state)] is null);
    }

    string? NameOf(Guid unit) => tree.NameOf(unit, clock.Today());
}
