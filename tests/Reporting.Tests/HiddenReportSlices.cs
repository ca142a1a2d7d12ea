using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>What a level has not approved is not seen from far above.</summary>
public sealed class HiddenReportSlices(LevelsRunning levels)
{
    static readonly string[] Contents =
    [
        "/cells",
        "/content",
        "/checks",
        "/sheet",
        "/cells.csv",
        "/document?format=docx",
        "/cells/TCD01/entries",
    ];
    readonly ReportingRunning running = levels.Running;

    [Fact]
    public async Task A_report_shows_to_the_centre_when_its_first_level_has_approved()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent();
        Assert.Contains(report, await Listed(ladder.Clerk, province.Commune));
        Assert.DoesNotContain(report, await Listed(ladder.Centre, province.Commune));
        foreach (var path in (string[])["", "/approvals", "/editions", .. Contents])
            Assert.Equal(HttpStatusCode.NotFound, (await ladder.Centre.GetAsync($"api/v1/reports/{report}{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ladder.Take(ladder.Centre, report, "approval")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ladder.Take(ladder.Centre, report, "return", new { reason = "?" })).Status);

        await ladder.Approve(ladder.Commune, report);

        Assert.Contains(report, await Listed(ladder.Centre, province.Commune));
        foreach (var path in Contents)
            Assert.Equal(HttpStatusCode.OK, (await ladder.Centre.GetAsync($"api/v1/reports/{report}{path}")).StatusCode);
    }

    [Fact]
    public async Task What_no_rule_hides_shows_as_ever()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        foreach (var report in new[] { await ladder.Sent("HALF_YEAR"), await ladder.Sent(unit: province.Id) })
            Assert.Equal(HttpStatusCode.OK, (await ladder.Centre.GetAsync($"api/v1/reports/{report}/cells")).StatusCode);
    }

    [Fact]
    public async Task The_centre_opens_no_report_that_it_would_not_see()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var body = Province.Opening(province.Commune, "TTCP_06_2025", "QUARTER", 2026, 1, form: "TTCP_TCD");
        Assert.Equal("reporting.hidden-until-approved", await Code(await ladder.Centre.PostAsJsonAsync("api/v1/reports", body)));
        await ladder.Sent();
        Assert.Equal("reporting.hidden-until-approved", await Code(await ladder.Centre.PostAsJsonAsync("api/v1/reports", body)));

        static async Task<string?> Code(HttpResponseMessage answer)
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            return Ladder.Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code");
        }
    }

    /// <summary>Turning approval on must not take away what had been approved, and a correction must not either.</summary>
    [Fact]
    public async Task What_was_approved_once_stays_in_sight_while_it_is_corrected_and_the_correction_does_not()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent();
        foreach (var who in (HttpClient[])[ladder.Commune, ladder.Clerk, ladder.Centre])
            await ladder.Approve(who, report);
        Assert.Equal(HttpStatusCode.OK, (await ladder.Centre.GetAsync($"api/v1/reports/{report}/cells")).StatusCode);
        await province.Change(HttpMethod.Post, report, "correction", new { reason = "Sai một ô." });

        Assert.Contains(report, await Listed(ladder.Centre, province.Commune));
        foreach (var path in (string[])["", "/editions", "/editions/1/content", "/approvals", "/changes?from=1&to=1"])
            Assert.Equal(HttpStatusCode.OK, (await ladder.Centre.GetAsync($"api/v1/reports/{report}{path}")).StatusCode);
        foreach (var path in (string[])[.. Contents, "/changes?from=1"])
            Assert.Equal(HttpStatusCode.NotFound, (await ladder.Centre.GetAsync($"api/v1/reports/{report}{path}")).StatusCode);
    }

    [Fact]
    public async Task What_was_approved_before_there_was_a_rule_stays_in_sight()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent();
        foreach (var who in (HttpClient[])[ladder.Commune, ladder.Clerk, ladder.Centre])
            await ladder.Approve(who, report);
        await running.Reporting.Database.Execute("delete from report_approvals where report_id = $1", report);

        Assert.Equal(HttpStatusCode.OK, (await ladder.Centre.GetAsync($"api/v1/reports/{report}/cells")).StatusCode);
    }

    [Fact]
    public async Task Figures_of_what_was_sent_are_not_for_those_from_whom_reports_are_hidden()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        await ladder.Sent();
        foreach (var path in (string[])["", "/TCD01", "/TCD01/units", "/TCD01/texts"])
        {
            using var refused = await ladder.Centre.GetAsync($"api/v1/figures{path}?{Visits.Quarter}&basis=SENT&unitId={province.Id}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
        var series = $"api/v1/figures/TCD01/series?form=TTCP_TCD&regime=TTCP_06_2025&fromYear=2026&toYear=2026&unitId={province.Id}&kind";
        Assert.Equal(HttpStatusCode.Forbidden, (await ladder.Centre.GetAsync($"{series}=QUARTER&basis=SENT")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ladder.Clerk.GetAsync($"{series}=QUARTER&basis=SENT")).StatusCode);
        const string half = "form=TTCP_TCD&regime=TTCP_06_2025&basis=SENT&year=2026";
        foreach (
            var path in (string[])
                [$"over-time?{half}&kind=HALF_YEAR&of=QUARTER", $"comparison?{half}&kind=QUARTER&index=2&with=PERIOD_BEFORE"]
        )
        {
            using var hidden = await ladder.Centre.GetAsync($"api/v1/figures/{path}&unitId={province.Id}");
            Assert.Equal(HttpStatusCode.Forbidden, hidden.StatusCode);
            using var shown = await ladder.Clerk.GetAsync($"api/v1/figures/{path}&unitId={province.Id}");
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await ladder.Clerk.GetAsync($"api/v1/figures?{Visits.Quarter}&basis=SENT")).StatusCode);
    }

    [Fact]
    public async Task What_is_hidden_is_not_given_out_by_what_follows_reports_either()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent();
        var question = $"form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&fromYear=2026&index=1&basis=SENT&unitId={province.Id}";
        string[] datasets = [.. from kind in (string[])["jsonstat", "sdmx.json", "zip"] select $"figures/dataset.{kind}?{question}"];
        foreach (var path in datasets.Prepend($"reports/changes?basis=SENT&unitId={province.Id}"))
        {
            using var refused = await ladder.Centre.GetAsync($"api/v1/{path}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            using var shown = await ladder.Clerk.GetAsync($"api/v1/{path}");
            Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        }
        Assert.NotEqual(0, await Told(ladder.Clerk));
        Assert.Equal(0, await Told(ladder.Centre));

        async Task<int> Told(HttpClient who) =>
            (await who.GetFromJsonAsync<JsonElement>($"api/v1/reports/history?reportId={report}")).GetProperty("items").GetArrayLength();
    }

    static async Task<List<Guid>> Listed(HttpClient who, Guid unit) =>
        [
            .. (await who.GetFromJsonAsync<JsonElement>($"api/v1/reports?unitId={unit}"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(report => report.GetProperty("id").GetGuid()),
        ];
}
