using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Chassis;
using static DanVan.Reporting.Tests.Corrections;

namespace DanVan.Reporting.Tests.Following;

/// <summary>Who entered and decided what, when, and from what to what.</summary>
public sealed class HistorySlices(ReportingRunning running)
{
    [Fact]
    public async Task Each_value_and_each_decision_is_told_with_what_was_before()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await Enter(province, report, 4);
        await Enter(province, report, 5);
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
                        code = "DT01",
                        state = "REPORTED",
                        number = 9,
                        reason = "Theo sổ.",
                    },
                },
            }
        );
        await province.Change(HttpMethod.Delete, report, "cells/DT01/override");
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "return", new { reason = "Thiếu số." });
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "approval");
        await Correct(province, report);

        var history = await Read(province.Clerk, $"reportId={report}");

        Assert.Equal(
            [
                "report-opened",
                "MANUAL QC01 nothing→4",
                "MANUAL QC01 4→5",
                "OVERRIDE DT01 nothing→9 Theo sổ.",
                "WITHDRAWAL DT01 9→nothing",
                "report-submitted DRAFT→SUBMITTED",
                "report-returned SUBMITTED→RETURNED Thiếu số.",
                "report-submitted RETURNED→SUBMITTED",
                "report-approved SUBMITTED→APPROVED",
                $"report-correction-opened APPROVED→CORRECTING {Reason}",
            ],
            history.Select(Told)
        );
        Assert.All(history, entry => Assert.NotEmpty(entry.GetProperty("by").GetString()!));
        Assert.Equal(
            ["MANUAL QC01 nothing→4", "MANUAL QC01 4→5"],
            (await Read(province.Clerk, $"unitId={province.Id}&kind=VALUE&cell=QC01")).Select(Told)
        );
        Assert.Equal(history.Select(Told), (await Read(province.Clerk, $"reportId={report}", limit: 1)).Select(Told));
    }

    [Fact]
    public async Task It_is_asked_for_by_unit_and_days_and_is_no_neighbours()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        var (report, _) = await Approved(province);
        var today = TimeProvider.System.Today();

        Assert.NotEmpty(await Read(province.Clerk, $"reportId={report}&from={today.AddDays(-1):yyyy-MM-dd}"));
        Assert.Empty(await Read(province.Clerk, $"reportId={report}&to={today.AddDays(-1):yyyy-MM-dd}"));
        Assert.Empty(await Read(province.Clerk, $"reportId={report}&from={today.AddDays(1):yyyy-MM-dd}"));
        Assert.NotEmpty(await Read(commune, $"reportId={report}"));
        Assert.Empty(await Read(province.Clerk, $"reportId={report}&unitId={province.OtherCommune}"));
        Assert.Empty(await Read(neighbour.Clerk, $"reportId={report}"));
        var decided = await Read(province.Clerk, $"reportId={report}&kind=DECISION");
        Assert.Equal(decided.Count, (await Read(province.Clerk, $"reportId={report}&kind=DECISION&by={Text(decided[0], "by")}")).Count);
        Assert.Empty(await Read(province.Clerk, $"reportId={report}&by=nobody"));
        foreach (var client in (HttpClient[])[neighbour.Clerk, commune])
            Assert.Equal(HttpStatusCode.NotFound, await Asked(client, $"unitId={province.Id}"));
        Assert.Equal(HttpStatusCode.BadRequest, await Asked(commune, "from=2026-02-01&to=2026-01-01"));
        Assert.Equal(HttpStatusCode.BadRequest, await Asked(commune, "from=2025-01-01&to=2026-02-01"));

        static async Task<HttpStatusCode> Asked(HttpClient client, string question) =>
            (await client.GetAsync($"api/v1/reports/history?{question}")).StatusCode;
    }

    static async Task<List<JsonElement>> Read(HttpClient client, string question, int limit = 1000)
    {
        var entries = new List<JsonElement>();
        for (string? next = ""; next is not null; )
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"api/v1/reports/history?limit={limit}&{question}{next}");
            entries.AddRange(page.GetProperty("items").EnumerateArray());
            next = Has(page, "next") ? $"&after={Text(page, "next")}" : null;
        }
        return entries;
    }

    static string Told(JsonElement entry)
    {
        var what =
            Text(entry, "kind") == "VALUE"
                ? $"{Text(entry, "type")} {Text(entry, "cell")} {Said(entry, "before")}→{Said(entry, "after")}"
                : $"{Text(entry, "type")!.Split('.')[3]} {(Has(entry, "stateAfter") ? $"{Text(entry, "stateBefore")}→{Text(entry, "stateAfter")}" : "")}".Trim();
        return Has(entry, "reason") ? $"{what} {Text(entry, "reason")}" : what;
    }

    static string Said(JsonElement entry, string member) => Has(entry, member) ? $"{Number(entry.GetProperty(member))}" : "nothing";
}
