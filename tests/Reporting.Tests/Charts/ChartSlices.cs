using System.Globalization;
using System.Net;
using System.Xml.Linq;
using DanVan.Reporting.Charts;
using static DanVan.Reporting.Tests.Visits;

namespace DanVan.Reporting.Tests.Charts;

/// <summary>Charts say what the figures say: in their texts, in words for who cannot see them, and to their own people only.</summary>
public sealed class ChartSlices(ReportingRunning running)
{
    const string Series = "form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&fromYear=2026&toYear=2026&basis=SENT";
    static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task A_trend_says_each_value_as_text_and_tells_what_is_no_number()
    {
        await using var province = await Province.Founded(running);
        var visits = new Visits(province);
        await visits.Send(province.Commune, 1234);
        await visits.Send(province.OtherCommune, null, ("TCD01", "UNSPECIFIED"));
        await visits.Become(1234, "SENT");
        await visits.AllCount("SENT");

        var svg = await Read(province.Clerk, $"figures/TCD01/chart.svg?{Series}");

        var texts = Texts(svg);
        Assert.Contains("Lượt tiếp công dân qua các kỳ", texts);
        Assert.Contains("Kỳ báo cáo", texts);
        Assert.Contains("Số lượng", texts);
        Assert.Contains("QI/2026", texts);
        Assert.Contains("≥ 1.234", texts);
        Assert.Contains("chưa có số liệu", texts);
        var description = svg.Element(Namespace + "desc")!.Value;
        Assert.Contains("Quý I năm 2026: ≥ 1.234", description, StringComparison.Ordinal);
        Assert.Contains("Quý II năm 2026: chưa báo cáo", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completeness_has_a_bar_for_each_unit_below()
    {
        await using var province = await Province.Founded(running);
        await new Visits(province).Send(province.Commune, 5);

        var svg = await Read(province.Clerk, $"duties/completeness.svg?{Quarter}");

        var description = svg.Element(Namespace + "desc")!.Value;
        Assert.Contains(
            "Toàn bộ: phải gửi 3, đúng hạn 0, muộn 1, quá hạn chưa gửi 2, chưa đến hạn 0",
            description,
            StringComparison.Ordinal
        );
        Assert.Contains("1/3 (33,3%)", Texts(svg));
        Assert.Contains("1/1 (100%)", Texts(svg));
        Assert.Contains("0/1 (0%)", Texts(svg));
    }

    [Fact]
    public async Task A_neighbour_sees_none_and_a_text_has_none()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        foreach (var path in (string[])[$"figures/TCD01/chart.svg?{Series}", $"duties/completeness.svg?{Quarter}"])
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Clerk.GetAsync($"api/v1/{path}&unitId={province.Id}")).StatusCode);
        const string halfYears = "form=DANVAN&regime=STATE_ND09&kind=HALF_YEAR&fromYear=2026&toYear=2026";
        Assert.Equal(HttpStatusCode.NotFound, (await province.Clerk.GetAsync($"api/v1/figures/NX01/chart.svg?{halfYears}")).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await province.Clerk.GetAsync($"api/v1/figures/TCD01/chart.svg?{Series}&mode=X")).StatusCode
        );
    }

    /// <summary>WCAG 2.2: 4.5 for texts, 3 for marks; what is written on a mark is white.</summary>
    [Theory]
    [InlineData(Svg.Ink, 7)]
    [InlineData(Svg.Muted, 7)]
    [InlineData(Svg.Blue, 4.5)]
    [InlineData(Svg.Green, 4.5)]
    [InlineData(Svg.Amber, 4.5)]
    [InlineData(Svg.Red, 4.5)]
    [InlineData(Svg.Grey, 4.5)]
    public void Its_colours_have_contrast_with_white(string colour, double least)
    {
        var contrast = 1.05 / (Luminance(colour) + 0.05);

        Assert.True(contrast >= least, $"{colour}: {contrast:0.0}");
    }

    static double Luminance(string colour) =>
        0.2126 * Channel(colour[1..3]) + 0.7152 * Channel(colour[3..5]) + 0.0722 * Channel(colour[5..7]);

    static double Channel(string hex)
    {
        var share = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    static async Task<XElement> Read(HttpClient client, string path)
    {
        using var answer = await client.GetAsync($"api/v1/{path}");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode is HttpStatusCode.OK, text);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        var svg = XElement.Parse(text);
        Assert.Equal(("img", "title desc"), (svg.Attribute("role")!.Value, svg.Attribute("aria-labelledby")!.Value));
        Assert.NotEmpty(svg.Element(Namespace + "title")!.Value);
        return svg;
    }

    static List<string> Texts(XElement svg) => [.. svg.Descendants(Namespace + "text").Select(text => text.Value)];
}
