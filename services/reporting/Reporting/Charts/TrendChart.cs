using DanVan.Reporting.Cells;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Sheets;

namespace DanVan.Reporting.Charts;

/// <summary>One figure period after period: a line, with a gap wherever there is no number.</summary>
sealed class TrendChart
{
    const int Width = 960,
        Height = 460,
        Right = 36,
        Top = 96,
        Bottom = 104;

    /// <summary>About what a digit or a letter takes at the size of most texts.</summary>
    const double Letter = 7.5;

    /// <summary>With more points than these only the last, the highest and the lowest have their values beside them.</summary>
    const int Few = 24;

    readonly Indicator indicator;
    readonly string below;
    readonly IReadOnlyList<ReadSeries.Point> points;
    readonly Scale scale;
    readonly double left;
    readonly Svg svg;

    TrendChart(Indicator indicator, string below, IReadOnlyList<ReadSeries.Point> points)
    {
        (this.indicator, this.below, this.points) = (indicator, below, points);
        scale = Scale.Of([.. points.Select(Number).OfType<decimal>()], whole: indicator.Type is IndicatorType.Count);
        left = 56 + Letter * scale.Ticks().Max(tick => Said(tick).Length);
        svg = new(Width, Height, $"{indicator.Name.Vi} qua các kỳ", Described());
    }

    /// <param name="below">What it is of: the unit, which reports count, how it goes over a reorganisation.</param>
    public static string Draw(Indicator indicator, string below, IReadOnlyList<ReadSeries.Point> points) =>
        new TrendChart(indicator, below, points).Draw();

    string Draw()
    {
        svg.Text(24, 34, Svg.Fitting($"{indicator.Name.Vi} qua các kỳ", Width - 48, 20), 20, bold: true);
        svg.Text(24, 58, Svg.Fitting(below, Width - 48, 14), 14, Svg.Muted);
        Axes();
        foreach (var stretch in Stretches())
            svg.Path(stretch.Select(i => (X(i), Y(Number(points[i])!.Value))), Svg.Blue);
        for (var i = 0; i < points.Count; i++)
            Mark(i);
        foreach (var i in Labelled())
            svg.Text(X(i), Y(Number(points[i])!.Value) + (IsLow(i) ? 22 : -12), Said(points[i]), anchor: "middle", bold: true, over: true);
        Legend();
        return svg.ToString();
    }

    void Axes()
    {
        foreach (var tick in scale.Ticks())
        {
            svg.Line(left, Y(tick), Width - Right, Y(tick), tick == 0 ? Svg.Grey : Svg.Grid);
            svg.Text(left - 10, Y(tick) + 5, Said(tick), fill: Svg.Muted, anchor: "end");
        }
        int[] steps = [1, 2, 3, 4, 6, 12];
        var every = steps.FirstOrDefault(step => points.Count <= 12 * step, 12);
        for (var i = 0; i < points.Count; i += every)
            svg.Text(X(i), Height - Bottom + 22, Short(points[i].Period), fill: Svg.Ink, anchor: "middle");
        svg.Text((left + Width - Right) / 2, Height - Bottom + 48, "Kỳ báo cáo", fill: Svg.Muted, anchor: "middle");
        svg.Text(26, (Top + Height - Bottom) / 2.0, Measure(), fill: Svg.Muted, anchor: "middle", turned: -90);
    }

    void Mark(int i)
    {
        if (Number(points[i]) is { } number)
            svg.Dot(
                X(i),
                Y(number),
                Svg.Blue,
                points[i].Figure!.AtLeast,
                $"{points[i].Period.Label.Vi}: {Said(points[i])}",
                points.Count > Few ? 3 : 5
            );
        else
            svg.Text(X(i), Y(Math.Max(0, scale.From)) - 6, "×", 18, Svg.Red, "middle", bold: true);
    }

    /// <summary>The points whose values stand beside them: the last, the highest and the lowest, then as many as there is room for. Each is in the description.</summary>
    List<int> Labelled()
    {
        var withNumber = Enumerable.Range(0, points.Count).Where(i => Number(points[i]) is not null).ToList();
        var byValue = withNumber.OrderBy(i => Number(points[i])).ToList();
        var chosen = new List<int>();
        foreach (
            var i in withNumber
                .TakeLast(1)
                .Concat(byValue.TakeLast(1))
                .Concat(byValue.Take(1))
                .Concat(withNumber.Take(points.Count > Few ? 0 : Few))
        )
            if (
                chosen.TrueForAll(other =>
                    Math.Abs(X(i) - X(other)) > 8 + Letter * (Said(points[i]).Length + Said(points[other]).Length) / 2
                )
            )
                chosen.Add(i);
        return chosen;
    }

    /// <summary>Whether the line goes up from it on both sides, with room below it: its value stands there, beside the line.</summary>
    bool IsLow(int i)
    {
        var number = Number(points[i])!.Value;
        return i > 0
            && i < points.Count - 1
            && Number(points[i - 1]) > number
            && Number(points[i + 1]) > number
            && Y(number) + 30 < Height - Bottom;
    }

    void Legend()
    {
        var x = left;
        const double y = Height - 22;
        if (points.Any(point => point.Figure is { AtLeast: true }))
        {
            svg.Dot(x, y - 4, Svg.Blue, hollow: true);
            svg.Text(x + 14, y, "ít nhất: có đơn vị chưa nêu rõ số (“một số”)", fill: Svg.Muted);
            x += 340;
        }
        if (points.Any(point => Number(point) is null))
        {
            svg.Text(x, y + 1, "×", 18, Svg.Red, "middle", bold: true);
            svg.Text(x + 14, y, "chưa có số liệu", fill: Svg.Muted);
        }
    }

    /// <summary>The stretches of points that have numbers.</summary>
    IEnumerable<List<int>> Stretches()
    {
        var stretch = new List<int>();
        for (var i = 0; i <= points.Count; i++)
            if (i < points.Count && Number(points[i]) is not null)
                stretch.Add(i);
            else if (stretch.Count > 0)
            {
                yield return stretch;
                stretch = [];
            }
    }

    string Described() =>
        $"Biểu đồ đường, {below}. {string.Join("; ", points.Select(point => $"{point.Period.Label.Vi}: {Said(point)}"))}.";

    string Said(ReadSeries.Point point) =>
        Number(point) is { } number ? $"{(point.Figure!.AtLeast ? "≥ " : "")}{Said(number)}"
        : point.Figure is { } figure ? StateWords.Of(figure.Value.State).ToLowerInvariant()
        : "chưa có đơn vị hoặc biểu mẫu";

    string Said(decimal number) => indicator.Type is IndicatorType.Ratio ? $"{Svg.Number(number * 100)}%" : Svg.Number(number);

    string Measure() =>
        indicator.Type switch
        {
            IndicatorType.Ratio => "Tỷ lệ (%)",
            IndicatorType.Money => "Đồng",
            _ => "Số lượng",
        };

    static string Short(Period period) =>
        period.Kind switch
        {
            PeriodKind.Month => $"T{period.Index}/{period.Year}",
            PeriodKind.Quarter => $"Q{RomanNumerals.Of(period.Index)}/{period.Year}",
            PeriodKind.HalfYear => $"{(period.Index == 1 ? "6T đầu" : "6T cuối")} {period.Year}",
            PeriodKind.NineMonths => $"9T {period.Year}",
            _ => $"{period.Year}",
        };

    static decimal? Number(ReadSeries.Point point) =>
        point.Figure is { Value: { State: CellState.Reported, Number: { } number } } ? number : null;

    double X(int i) => left + (Width - left - Right) * (points.Count == 1 ? 0.5 : 0.04 + 0.92 * i / (points.Count - 1));

    double Y(decimal number) => Height - Bottom - (Height - Top - Bottom) * scale.Place(number);
}
