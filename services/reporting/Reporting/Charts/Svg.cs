using System.Globalization;
using System.Xml.Linq;

namespace DanVan.Reporting.Charts;

/// <summary>Shapes and texts of a chart: an SVG that stands alone, holds its texts as text, and is told in words for who cannot see it.</summary>
sealed class Svg
{
    public const string MediaType = "image/svg+xml";

    /// <summary>Colours on white; text among them has a contrast of 7 and more, marks of 4.5 and more (WCAG 2.2, 1.4.6 and 1.4.11).</summary>
    public const string Ink = "#1f2937",
        Muted = "#4b5563",
        Grid = "#d5dae1",
        Blue = "#0b5cad",
        Green = "#1b6e3c",
        Amber = "#a34a00",
        Red = "#b3261e",
        Grey = "#6b7280";

    static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";
    static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    readonly XElement root;

    /// <param name="description">What the chart says, for who cannot see it.</param>
    public Svg(int width, int height, string title, string description)
    {
        root = new(
            Namespace + "svg",
            new XAttribute("viewBox", $"0 0 {width} {height}"),
            new XAttribute("width", width),
            new XAttribute("height", height),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title desc"),
            new XAttribute(XNamespace.Xml + "lang", "vi"),
            new XAttribute("font-family", "'Liberation Sans', Arial, Helvetica, sans-serif"),
            new XElement(Namespace + "title", new XAttribute("id", "title"), title),
            new XElement(Namespace + "desc", new XAttribute("id", "desc"), description)
        );
        Rectangle(0, 0, width, height, "#ffffff");
    }

    /// <param name="over">Whether it may lie on lines: it has a white edge then.</param>
    public void Text(
        double x,
        double y,
        string text,
        int size = 13,
        string fill = Ink,
        string anchor = "start",
        bool bold = false,
        int turned = 0,
        bool over = false
    )
    {
        var element = new XElement(
            Namespace + "text",
            At("x", x),
            At("y", y),
            new XAttribute("font-size", size),
            new XAttribute("fill", fill),
            new XAttribute("text-anchor", anchor),
            text
        );
        if (bold)
            element.Add(new XAttribute("font-weight", "bold"));
        if (over)
            element.Add(
                new XAttribute("paint-order", "stroke"),
                new XAttribute("stroke", "#ffffff"),
                new XAttribute("stroke-width", "4"),
                new XAttribute("stroke-linejoin", "round")
            );
        if (turned != 0)
            element.Add(new XAttribute("transform", $"rotate({turned} {Length(x)} {Length(y)})"));
        root.Add(element);
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dashes = null)
    {
        var element = new XElement(
            Namespace + "line",
            At("x1", x1),
            At("y1", y1),
            At("x2", x2),
            At("y2", y2),
            new XAttribute("stroke", stroke),
            At("stroke-width", width)
        );
        if (dashes is not null)
            element.Add(new XAttribute("stroke-dasharray", dashes));
        root.Add(element);
    }

    public void Path(IEnumerable<(double X, double Y)> points, string stroke) =>
        root.Add(
            new XElement(
                Namespace + "polyline",
                new XAttribute("points", string.Join(' ', points.Select(point => $"{Length(point.X)},{Length(point.Y)}"))),
                new XAttribute("fill", "none"),
                new XAttribute("stroke", stroke),
                new XAttribute("stroke-width", "2.5"),
                new XAttribute("stroke-linejoin", "round")
            )
        );

    /// <param name="told">What it says when it is pointed at.</param>
    public void Rectangle(double x, double y, double width, double height, string fill, string? told = null) =>
        root.Add(
            Told(
                new(Namespace + "rect", At("x", x), At("y", y), At("width", width), At("height", height), new XAttribute("fill", fill)),
                told
            )
        );

    /// <param name="hollow">Drawn as a ring.</param>
    public void Dot(double x, double y, string colour, bool hollow = false, string? told = null, double radius = 5) =>
        root.Add(
            Told(
                new(
                    Namespace + "circle",
                    At("cx", x),
                    At("cy", y),
                    At("r", radius),
                    new XAttribute("fill", hollow ? "#ffffff" : colour),
                    new XAttribute("stroke", colour),
                    new XAttribute("stroke-width", "2.5")
                ),
                told
            )
        );

    public override string ToString() => root.ToString(SaveOptions.DisableFormatting);

    /// <summary>A number as it is written in Vietnamese.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.##", Vietnamese);

    /// <summary>A text that takes about so many points at most at a size; cut where it is longer.</summary>
    public static string Fitting(string text, double width, int size)
    {
        var most = (int)(width / (size * 0.55));
        return text.Length <= most ? text : $"{text[..(most - 1)].TrimEnd()}…";
    }

    static XElement Told(XElement element, string? told)
    {
        if (told is not null)
            element.Add(new XElement(Namespace + "title", told));
        return element;
    }

    static XAttribute At(string name, double length) => new(name, Length(length));

    static string Length(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);
}
