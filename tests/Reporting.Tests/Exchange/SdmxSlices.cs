using System.Text.Json;
using DanVan.Reporting.Exchange;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using static DanVan.Reporting.Tests.Exchange.ExchangeSlices;
using static DanVan.Reporting.Tests.Exchange.Readers;

namespace DanVan.Reporting.Tests.Exchange;

/// <summary>Figures as SDMX data messages, as a program of a statistical office reads them.</summary>
public sealed class SdmxSlices(ReportingRunning running)
{
    [Fact]
    public async Task Figures_are_an_SDMX_data_message_with_names_in_both_languages()
    {
        await using var province = await Province.Founded(running);
        await Told(province);

        var read = await Sdmx(province.Clerk, $"api/v1/figures/dataset.sdmx.json?{Question}");

        var dimensions = read.GetProperty("dimensions");
        Assert.Equal(
            ["TIME_PERIOD", "REF_AREA", "INDICATOR"],
            dimensions.EnumerateArray().Select(one => one.GetProperty("id").GetString())
        );
        var period = Assert.Single(dimensions[0].GetProperty("values").EnumerateArray());
        Assert.Equal(("2026-Q1", "Quý I năm 2026", "Quarter 1 of 2026"), (Said(period, "id"), Said(period, "name"), Named(period, "en")));
        Assert.Equal(("2025-12-15T00:00:00+07:00", "2026-03-14T23:59:59+07:00"), (Said(period, "start"), Said(period, "end")));
        var commune = dimensions[1].GetProperty("values").EnumerateArray().Single(unit => Said(unit, "id") == $"{province.Commune}");
        Assert.Equal($"{province.Id}", Said(commune, "parent"));
        Assert.Equal(["TTCP_TCD v1", "SENT"], read.GetProperty("annotations").EnumerateArray().Select(one => Said(one, "value")));
        Assert.Equal((12, "Ít nhất (có đơn vị chưa nêu rõ số)"), Value(province.Id, "TCD01"));
        Assert.Equal((5, "Có số liệu"), Value(province.Commune, "TCD01"));
        Assert.Equal((null, "Một số (chưa rõ)"), Value(province.OtherCommune, "TCD01"));
        Assert.Equal((null, "Không áp dụng"), Value(province.Commune, "TCD02"));
        Assert.Equal((null, "Chưa báo cáo"), Value(province.Commune, "XLD01"));
        Assert.Equal(3 * dimensions[2].GetProperty("values").GetArrayLength(), read.GetProperty("rows").GetArrayLength());

        (decimal?, string?) Value(Guid unit, string indicator)
        {
            var row = Row(read.GetProperty("rows"), ("TIME_PERIOD", "2026-Q1"), ("REF_AREA", $"{unit}"), ("INDICATOR", indicator));
            Assert.Equal("Quý I năm 2026", Said(row.GetProperty("names"), "TIME_PERIOD"));
            var value = row.GetProperty("value");
            return (value.ValueKind is JsonValueKind.Null ? null : value.GetDecimal(), Said(row, "status"));
        }

        static string? Said(JsonElement of, string member) => of.GetProperty(member).GetString();
        static string? Named(JsonElement of, string language) => Said(of.GetProperty("names"), language);
    }

    [Fact]
    public async Task Each_indicator_has_its_unit_of_measure()
    {
        await using var province = await Province.Founded(running);

        var read = await Sdmx(
            province.Clerk,
            "api/v1/figures/dataset.sdmx.json?form=DANVAN&regime=STATE_ND09&kind=YEAR&fromYear=2027&depth=0"
        );

        var measures = read.GetProperty("measures")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("indicator").GetString()!, one => one.GetProperty("measure").GetString());
        Assert.Equal(read.GetProperty("dimensions")[2].GetProperty("values").GetArrayLength(), measures.Count);
        Assert.Equal(("NUMBER", "VND", "RATIO"), (measures["HN04"], measures["ND15"], measures["HN05"]));
    }

    [Theory]
    [InlineData(PeriodKind.Month, 2, "2026-M02")]
    [InlineData(PeriodKind.Quarter, 4, "2026-Q4")]
    [InlineData(PeriodKind.HalfYear, 2, "2026-S2")]
    [InlineData(PeriodKind.NineMonths, 1, "2026-NINE_MONTHS-1")]
    [InlineData(PeriodKind.Year, 1, "2026-A1")]
    public void Periods_have_the_names_that_SDMX_gives_them(PeriodKind kind, int index, string name) =>
        Assert.Equal(name, SdmxJson.NameOf(new("STATE_ND09", kind, 2026, index, new(2025, 12, 15), new(2026, 3, 14))));

    [Fact]
    public void Every_indicator_has_an_id_that_SDMX_allows_and_no_other_has()
    {
        foreach (var form in FormCatalogue.Shipped().All)
        {
            string[] ids = [.. form.Indicators.Select(SdmxJson.IdOf)];
            Assert.Distinct(ids);
            Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9_@$-]+$", id));
        }
    }
}
