using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;
using static DanVan.Reporting.Tests.Visits;

namespace DanVan.Reporting.Tests;

/// <summary>From the reports of units to one figure, and back.</summary>
public sealed class FigureSlices(ReportingRunning running) : IClassFixture<ReportingRunning>
{
    const string HalfYear = "form=DANVAN&regime=STATE_ND09&kind=HALF_YEAR&year=2026&index=1";

    [Fact]
    public async Task What_a_unit_sends_counts_for_it_and_for_all_above_it()
    {
        await using var province = await Province.Founded(running);
        var visits = new Visits(province);
        await visits.Send(province.Id, 3);
        var commune = await visits.Send(province.Commune, 5);
        var other = await visits.Send(province.OtherCommune, 7);

        await visits.Become(15, "SENT");
        var answer = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures?{Quarter}&basis=SENT");
        Assert.Equal((3, 3, 0), CoverageOf(answer));
        Assert.Equal(5, await visits.Of(province.Commune, "SENT"));
        Assert.Equal((3, 0, 3), CoverageOf(await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures?{Quarter}")));

        await province.Change(HttpMethod.Post, commune, "approval");
        await visits.Become(5, "APPROVED");
        await province.Change(HttpMethod.Post, other, "return", new { reason = "Thiếu số." });
        await visits.Become(8, "SENT");
        await visits.Enter(other, 70);
        await province.Change(HttpMethod.Post, other, "submission");
        await visits.Become(78, "SENT");
        await Reconciled();
    }

    /// <summary>The national figure is that of the provinces and not twice that of their communes.</summary>
    [Fact]
    public async Task A_cell_counted_from_events_adds_what_no_unit_below_counts_itself()
    {
        await using var province = await Province.Founded(running);
        var day = new DateOnly(2026, 3, 2);
        await province.Publisher.Send([
            Province.Received(province.Id, day),
            .. Enumerable.Range(0, 2).Select(_ => Province.Received(province.Commune, day)),
            .. Enumerable.Range(0, 4).Select(_ => Province.Received(province.OtherCommune, day)),
        ]);
        await province.HasFacts(7);
        foreach (var unit in (Guid[])[province.Commune, province.OtherCommune])
            await province.Change(HttpMethod.Post, await province.Open(unit, "HALF_YEAR", 2026, 1), "submission");
        var whole = await province.Open(province.Id, "HALF_YEAR", 2026, 1);
        Assert.Equal(7, (await province.Cell(whole, "DT01")).GetProperty("value").GetProperty("number").GetDecimal());
        await province.Change(
            HttpMethod.Put,
            whole,
            "cells",
            new
            {
                cells = new[]
                {
                    new
                    {
                        code = "DT01",
                        state = "REPORTED",
                        number = 9,
                        reason = "Hai đơn chưa vào sổ.",
                    },
                },
            }
        );
        await province.Change(HttpMethod.Post, whole, "submission");

        await Becomes(province.Clerk, $"DT01?{HalfYear}&basis=SENT", 9);
        var parts = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures/DT01/units?{HalfYear}&basis=SENT");
        Assert.Equal(3, NumberOf(parts.GetProperty("own").GetProperty("figure")));
        Assert.Equal([2, 4], parts.GetProperty("below").EnumerateArray().Select(part => NumberOf(part.GetProperty("figure"))).Order());
    }

    [Fact]
    public async Task Some_makes_the_sum_a_lower_bound_and_what_does_not_apply_is_no_zero()
    {
        await using var province = await Province.Founded(running);
        var visits = new Visits(province);
        await visits.Send(province.Commune, 5, ("TCD02", "NOT_APPLICABLE"));
        await visits.Send(province.OtherCommune, null, ("TCD01", "UNSPECIFIED"), ("TCD02", "NOT_APPLICABLE"));
        await visits.Become(5, "SENT");
        await Eventually.True(
            "both reports to count",
            async () => CoverageOf(await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures?{Quarter}&basis=SENT")) == (3, 2, 1)
        );

        var cells = (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures?{Quarter}&basis=SENT"))
            .GetProperty("cells")
            .EnumerateArray()
            .ToDictionary(cell => cell.GetProperty("code").GetString()!);
        Assert.Equal(
            (true, 1, 1),
            (cells["TCD01"].GetProperty("atLeast").GetBoolean(), Count("TCD01", "reported"), Count("TCD01", "unspecified"))
        );
        Assert.Equal(("NOT_APPLICABLE", 2), (State("TCD02"), Count("TCD02", "notApplicable")));
        Assert.Equal(("NOT_REPORTED", 2), (State("TCD01.TX"), Count("TCD01.TX", "notReported")));

        int Count(string cell, string what) => cells[cell].GetProperty(what).GetInt32();
        string? State(string cell) => cells[cell].GetProperty("value").GetProperty("state").GetString();
    }

    [Fact]
    public async Task A_figure_leads_down_to_the_reports_that_it_is_made_of()
    {
        await using var province = await Province.Founded(running);
        var visits = new Visits(province);
        var own = await visits.Send(province.Id, 3);
        var commune = await visits.Send(province.Commune, 5);
        await visits.Become(8, "SENT");

        var parts = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures/TCD01/units?{Quarter}&basis=SENT");
        Assert.Equal(8, NumberOf(parts.GetProperty("whole")));
        Assert.Equal((3, own), PartOf(parts.GetProperty("own")));
        Assert.Equal((1, 1, 0), CoverageOf(parts.GetProperty("own")));
        var below = Assert.Single(parts.GetProperty("below").EnumerateArray());
        Assert.Equal((5, commune), PartOf(below));
        Assert.Equal(province.Commune, below.GetProperty("unitId").GetGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await province.Clerk.GetAsync($"api/v1/figures/TCD99/units?{Quarter}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await province.Clerk.GetAsync($"api/v1/figures/TCD99?{Quarter}")).StatusCode);

        static (decimal, Guid) PartOf(JsonElement part) => (NumberOf(part.GetProperty("figure")), part.GetProperty("reportId").GetGuid());
    }

    [Fact]
    public async Task A_neighbours_figures_are_not_there()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        foreach (var path in (string[])["", "/TCD01", "/TCD01/units"])
        {
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await neighbour.Clerk.GetAsync($"api/v1/figures{path}?{Quarter}&unitId={province.Id}")).StatusCode
            );
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await commune.GetAsync($"api/v1/figures{path}?{Quarter}&unitId={province.Id}")).StatusCode
            );
            Assert.Equal(HttpStatusCode.OK, (await commune.GetAsync($"api/v1/figures{path}?{Quarter}")).StatusCode);
        }
    }

    [Fact]
    public async Task A_report_that_nobody_asked_for_adds_nothing()
    {
        await using var province = await Province.Founded(running);
        await province.Change(HttpMethod.Post, await province.Open(province.Commune, "YEAR", 2026, regime: "PARTY"), "submission");
        Assert.Equal(
            0,
            await running.Reporting.Database.Scalar<long>("select count(*) from contributions where unit_id = $1", province.Commune)
        );
    }

    [Fact]
    public async Task Texts_are_cited_paragraph_by_paragraph()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "HALF_YEAR", 2026, 1);
        await province.Change(
            HttpMethod.Put,
            report,
            "cells",
            new
            {
                cells = new[]
                {
                    new
                    {
                        code = "NX01",
                        state = "REPORTED",
                        text = "Tình hình ổn định.\n\nHai việc phức tạp về đất đai.",
                    },
                },
            }
        );
        await province.Change(HttpMethod.Post, report, "submission");

        var page = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures/NX01/texts?{HalfYear}&basis=SENT");
        Assert.Equal(
            [("Tình hình ổn định.", $"report/{report}#NX01/1"), ("Hai việc phức tạp về đất đai.", $"report/{report}#NX01/2")],
            page.GetProperty("items")
                .EnumerateArray()
                .Select(one => (one.GetProperty("text").GetString()!, one.GetProperty("citation").GetString()!))
        );
        Assert.Equal(HttpStatusCode.NotFound, (await province.Clerk.GetAsync($"api/v1/figures/DT01/texts?{HalfYear}")).StatusCode);
    }

    async Task Reconciled() => Assert.Contains("0 differ", await running.Reporting.Run("reconcile"), StringComparison.Ordinal);
}
