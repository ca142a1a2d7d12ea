using DanVan.Reporting.Cells;
using DanVan.Reporting.Charts;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using Microsoft.Playwright;

namespace DanVan.Browser.Tests;

/// <summary>Charts as Chromium draws them. With the variable DANVAN_SCREENSHOTS their pictures are left in that folder.</summary>
public sealed class ChartPageTests
{
    /// <summary>What lies outside of the picture, and which texts lie on each other.</summary>
    const string Faults = """
        () => {
            const texts = [...document.querySelectorAll('svg text')].map(one => ({ said: one.textContent, box: one.getBoundingClientRect() }))
            const page = document.querySelector('svg').getBoundingClientRect()
            const beyond = texts
                .filter(({ box }) => box.left < page.left || box.right > page.right || box.top < page.top || box.bottom > page.bottom)
                .map(({ said }) => `beyond: ${said}`)
            const over = texts.flatMap((one, i) => texts.slice(i + 1)
                .filter(other => one.box.left < other.box.right && other.box.left < one.box.right
                    && one.box.top + 3 < other.box.bottom && other.box.top + 3 < one.box.bottom)
                .map(other => `${one.said} on ${other.said}`))
            return [...beyond, ...over]
        }
        """;

    static readonly string[] Provinces =
    [
        .. "An Giang,Bắc Ninh,Cà Mau,Cao Bằng,Thành phố Cần Thơ,Thành phố Đà Nẵng,Đắk Lắk,Điện Biên,Thành phố Đồng Nai,Đồng Tháp,Gia Lai,Hà Nội,Hà Tĩnh,Thành phố Hải Phòng".Split(
            ','
        ),
        .. "Thành phố Hồ Chí Minh,Thành phố Huế,Hưng Yên,Khánh Hòa,Lai Châu,Lạng Sơn,Lào Cai,Lâm Đồng,Nghệ An,Ninh Bình,Phú Thọ,Quảng Ngãi,Quảng Ninh,Quảng Trị,Sơn La".Split(
            ','
        ),
        .. "Tây Ninh,Thái Nguyên,Thanh Hóa,Tuyên Quang,Vĩnh Long".Split(','),
    ];

    [Fact]
    public async Task A_trend_with_gaps_and_lower_bounds_is_whole()
    {
        decimal?[] numbers = [1_250, 1_310, 1_284, 1_402, null, 1_377, 1_512, 1_498, 1_620, 1_701];

        await IsWhole(
            "trend",
            TrendChart.Draw(Count, "Tỉnh Đồng Tháp · báo cáo đã phê duyệt · theo địa giới từng kỳ", Quarters(numbers, atLeast: 6))
        );
    }

    [Fact]
    public async Task So_is_one_of_sixty_months_and_one_of_a_single_share()
    {
        var months = Enumerable
            .Range(0, 60)
            .Select(i => new ReadSeries.Point(
                new("STATE_ND09", PeriodKind.Month, 2022 + i / 12, 1 + i % 12, default, default),
                Figure(10_000_000 + 900_000 * (i % 7)),
                [],
                []
            ));
        var share = new Indicator("DT08", new("Tỷ lệ giải quyết đúng hạn", ""), IndicatorType.Ratio, Aggregation.Ratio, Aggregation.Ratio);

        decimal?[] millions = [.. Enumerable.Range(1, 16).Select(i => 1_000_000m * i)];
        await IsWhole("millions", TrendChart.Draw(Count, "Trung ương", Quarters(millions, atLeast: 3)));
        await IsWhole("months", TrendChart.Draw(Count, "Trung ương · báo cáo đã gửi", [.. months]));
        await IsWhole("share", TrendChart.Draw(share, "Tỉnh Cà Mau", Quarters([0.9731m], atLeast: -1)));
        await IsWhole("nothing", TrendChart.Draw(Count, "Tỉnh Cà Mau", Quarters([null, null], atLeast: -1)));
    }

    [Fact]
    public async Task Completeness_of_all_provinces_is_whole()
    {
        var below = Provinces
            .Index()
            .Select(of =>
            {
                var (onTime, late, missing) = (60 + 7 * of.Index % 50, of.Index % 5, 3 * of.Index % 11);
                var whole = new Completeness(onTime + late + missing + of.Index % 3, onTime + late, onTime, late, missing, of.Index % 3);
                return new ReadCompleteness.Child(Guid.CreateVersion7(), of.Item, "PROVINCE", null, whole);
            });
        List<ReadCompleteness.Child> children =
        [
            .. below,
            new(
                Guid.CreateVersion7(),
                "Một đơn vị có tên gọi rất dài thuộc khối các cơ quan Trung ương",
                "PROVINCE",
                null,
                new(0, 0, 0, 0, 0, 0)
            ),
        ];
        var all = children
            .Select(child => child.Whole)
            .Aggregate(
                (a, b) =>
                    new(
                        a.Expected + b.Expected,
                        a.Received + b.Received,
                        a.OnTime + b.OnTime,
                        a.Late + b.Late,
                        a.Missing + b.Missing,
                        a.NotYetDue + b.NotYetDue
                    )
            );
        var period = new Period("STATE_ND09", PeriodKind.HalfYear, 2026, 1, new(2025, 12, 15), new(2026, 6, 14));
        var answer = new ReadCompleteness.Answer(Guid.CreateVersion7(), "DANVAN", period, null, all, children, []);

        await IsWhole(
            "completeness",
            CompletenessChart.Draw("Báo cáo công tác dân vận · 6 tháng đầu năm 2026 · Trung ương · ngày 20/06/2026", answer)
        );
    }

    static readonly Indicator Count = new(
        "TCD01",
        new("Lượt tiếp công dân", "Visits"),
        IndicatorType.Count,
        Aggregation.Sum,
        Aggregation.Sum
    );

    static List<ReadSeries.Point> Quarters(decimal?[] numbers, int atLeast) =>
        [
            .. numbers
                .Index()
                .Select(one => new ReadSeries.Point(
                    new("TTCP_06_2025", PeriodKind.Quarter, 2024 + one.Index / 4, 1 + one.Index % 4, default, default),
                    one.Item is { } number ? Figure(number, one.Index == atLeast) : new("TCD01", CellValue.NotReported, false, 0, 0, 0, 3),
                    [],
                    []
                )),
        ];

    static ConsolidatedCell Figure(decimal number, bool atLeast = false) => new("TCD01", CellValue.Of(number), atLeast, 3, 0, 0, 0);

    static async Task IsWhole(string name, string svg)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Start(playwright);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync($"<!doctype html><html lang=vi><body style='margin:0'>{svg}</body></html>");

        if (Environment.GetEnvironmentVariable("DANVAN_SCREENSHOTS") is { Length: > 0 } folder)
            await page.Locator("svg").ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        Assert.Empty(await page.EvaluateAsync<string[]>(Faults));
        var named = page.GetByRole(AriaRole.Img);
        Assert.NotEmpty(await named.Locator("desc").TextContentAsync() ?? "");
    }
}
