using DanVan.Reporting.Duties;

namespace DanVan.Reporting.Charts;

/// <summary>Who has sent what was owed, unit by unit: a bar of a hundred per cent each, the furthest first.</summary>
static class CompletenessChart
{
    const int Width = 960,
        Left = 270,
        Right = 190,
        Top = 126,
        Row = 30,
        Bar = 20;

    static readonly (string Name, string Colour, Func<Completeness, int> Count)[] Parts =
    [
        ("đúng hạn", Svg.Green, of => of.OnTime),
        ("muộn", Svg.Amber, of => of.Late),
        ("quá hạn chưa gửi", Svg.Red, of => of.Missing),
        ("chưa đến hạn", Svg.Grey, of => of.NotYetDue),
    ];

    /// <param name="below">What it is of: the form, the period, the unit.</param>
    public static string Draw(string below, ReadCompleteness.Answer answer)
    {
        var rows = answer
            .Below.Select(child => (child.Name, child.Whole))
            .OrderByDescending(row => Share(row.Whole))
            .ThenBy(row => row.Name, StringComparer.Ordinal)
            .Prepend(("Toàn bộ", answer.Whole))
            .ToList();
        var height = Top + rows.Count * Row + 64;
        const string title = "Tiến độ gửi báo cáo";
        var svg = new Svg(Width, height, title, Describe(below, rows));
        svg.Text(24, 34, title, 20, bold: true);
        svg.Text(24, 58, Svg.Fitting(below, Width - 48, 14), 14, Svg.Muted);
        Legend(svg);
        for (var percent = 0; percent <= 100; percent += 25)
        {
            svg.Line(X(percent), Top - 6, X(percent), height - 56, Svg.Grid);
            svg.Text(X(percent), height - 38, $"{percent}%", fill: Svg.Muted, anchor: "middle");
        }
        svg.Text((Left + Width - Right) / 2.0, height - 14, "Tỷ lệ trên số báo cáo phải gửi", fill: Svg.Muted, anchor: "middle");
        foreach (var (i, (name, whole)) in rows.Index())
            Draw(svg, name, whole, Top + i * Row, bold: i == 0);
        return svg.ToString();
    }

    static void Draw(Svg svg, string name, Completeness whole, int y, bool bold)
    {
        svg.Text(Left - 12, y + 15, Svg.Fitting(name, Left - 36, 14), 14, anchor: "end", bold: bold);
        var before = 0;
        foreach (var (part, colour, count) in Parts)
        {
            var (from, to) = (
                X(100.0 * before / Math.Max(1, whole.Expected)),
                X(100.0 * (before + count(whole)) / Math.Max(1, whole.Expected))
            );
            before += count(whole);
            if (to <= from)
                continue;
            // A white edge tells neighbours apart where their colours do not.
            svg.Rectangle(from, y, Math.Max(1, to - from - 1), Bar, colour, $"{name}, {part}: {count(whole)}");
            if (to - from > 11 + 8 * Svg.Number(count(whole)).Length)
                svg.Text((from + to) / 2, y + 15, Svg.Number(count(whole)), 12, "#ffffff", "middle", bold: true);
        }
        svg.Text(
            Width - Right + 12,
            y + 15,
            whole.Expected == 0
                ? "không phải gửi"
                : $"{Svg.Number(whole.Received)}/{Svg.Number(whole.Expected)} ({Svg.Number(Math.Round(100 * Share(whole), 1))}%)",
            14,
            bold: bold
        );
    }

    static void Legend(Svg svg)
    {
        double x = 24;
        foreach (var (name, colour, _) in Parts)
        {
            svg.Rectangle(x, 80, 14, 14, colour);
            svg.Text(x + 21, 92, name, 13);
            x += 60 + 7.5 * name.Length;
        }
    }

    static string Describe(string below, List<(string Name, Completeness Whole)> rows) =>
        $"Biểu đồ thanh, {below}. {string.Join("; ", rows.Select(row => $"{row.Name}: phải gửi {row.Whole.Expected}, {string.Join(", ", Parts.Select(part => $"{part.Name} {part.Count(row.Whole)}"))}"))}.";

    static decimal Share(Completeness whole) => whole.Expected == 0 ? 0 : (decimal)whole.Received / whole.Expected;

    static double X(double percent) => Left + (Width - Left - Right) * percent / 100;
}
