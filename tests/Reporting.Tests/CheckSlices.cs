using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>The rules of a form over HTTP.</summary>
public sealed class CheckSlices(ReportingRunning running)
{
    [Fact]
    public async Task A_report_whose_parts_do_not_add_up_is_sent_when_they_do()
    {
        await using var province = await Province.Founded(running);
        var report = await Open(province, 1);
        await Enter(province, report, ("TCD01", 1_647), ("TCD01.TX", 1_147), ("TCD01.DK", 499));

        var checks = await Checks(province, report);
        Assert.Equal((1, 1), (checks.GetProperty("failing").GetInt32(), checks.GetProperty("blocking").GetInt32()));
        var first = Check(checks, "TCD-K1");
        Assert.Equal(
            ("FAILS", 1_646, 1_647),
            (Outcome(first), first.GetProperty("leftValue").GetInt32(), first.GetProperty("rightValue").GetInt32())
        );
        Assert.Equal("NOT_REPORTED", Check(checks, "TCD-K3").GetProperty("skippedFor").GetString());

        var (status, refused) = await Submit(province, report);
        Assert.Equal((HttpStatusCode.Conflict, "reporting.checks-fail"), (status, refused.GetProperty("code").GetString()));
        Assert.Contains("TCD-K1", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await Enter(province, report, ("TCD01.DK", 500));
        Assert.Equal(HttpStatusCode.OK, (await Submit(province, report)).Status);
        Assert.Equal("HOLDS", Outcome(Check(await Checks(province, report), "TCD-K1")));
    }

    [Fact]
    public async Task An_explanation_stands_for_its_numbers_and_is_sent_with_them()
    {
        await using var province = await Province.Founded(running);
        var report = await Open(province, 1);
        await Enter(province, report, ("TCD01", 10), ("TCD01.TX", 4), ("TCD01.DK", 5));
        await Explain(province, report, "TCD-K1", "Một lượt tiếp theo ủy quyền.");
        Assert.Equal(0, (await Checks(province, report)).GetProperty("blocking").GetInt32());

        await Enter(province, report, ("TCD01.DK", 3));
        Assert.Equal(HttpStatusCode.Conflict, (await Submit(province, report)).Status);
        await Explain(province, report, "TCD-K1", "Ba lượt tiếp theo ủy quyền.");

        Assert.Equal(HttpStatusCode.OK, (await Submit(province, report)).Status);
        var sent = Check(await Checks(province, report), "TCD-K1");
        Assert.Equal(
            ("FAILS", "Ba lượt tiếp theo ủy quyền."),
            (Outcome(sent), sent.GetProperty("explanation").GetProperty("text").GetString())
        );
    }

    [Fact]
    public async Task A_warning_does_not_stand_in_the_way()
    {
        await using var province = await Province.Founded(running);
        var report = await Open(province, 1);
        await Enter(province, report, ("TCD01", 10), ("TCD02", 9));
        Assert.Equal("FAILS", Outcome(Check(await Checks(province, report), "TCD-K8")));
        Assert.Equal(HttpStatusCode.OK, (await Submit(province, report)).Status);
    }

    /// <summary>The stock equation, and the opening that is the closing of the period before.</summary>
    [Fact]
    public async Task What_was_brought_over_is_what_the_period_before_left()
    {
        await using var province = await Province.Founded(running);
        var first = await Open(province, 1);
        await Enter(province, first, ("XLD01", 5), ("XLD02", 20), ("XLD03", 18), ("XLD04", 7));
        var second = await Open(province, 2);
        await Enter(province, second, ("XLD01", 6), ("XLD02", 22), ("XLD03", 20), ("XLD04", 8));
        Assert.Equal("SKIPPED", Outcome(Check(await Checks(province, second), "XLD-K2")));

        Assert.Equal(HttpStatusCode.OK, (await Submit(province, first)).Status);
        var checks = await Checks(province, second);
        Assert.Equal(
            ("FAILS", "HOLDS", "HOLDS"),
            (Outcome(Check(checks, "XLD-K2")), Outcome(Check(checks, "XLD-K1")), Outcome(Check(checks, "XLD-K3")))
        );

        await Enter(province, second, ("XLD01", 7), ("XLD03", 21));
        Assert.Equal(
            ("HOLDS", "HOLDS"),
            (Outcome(Check(await Checks(province, second), "XLD-K2")), Outcome(Check(await Checks(province, second), "XLD-K1")))
        );
    }

    [Fact]
    public async Task Only_what_fails_is_explained()
    {
        await using var province = await Province.Founded(running);
        var report = await Open(province, 1);
        await Enter(province, report, ("TCD01", 9), ("TCD01.TX", 4), ("TCD01.DK", 5));
        Assert.Equal("reporting.nothing-to-explain", await Refused(province, report, "TCD-K1"));
        Assert.Equal("reporting.no-such-check", await Refused(province, report, "TCD-K99"));
    }

    [Fact]
    public async Task A_neighbour_sees_no_checks()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        var report = await Open(province, 1);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Clerk.GetAsync($"api/v1/reports/{report}/checks")).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/checks/TCD-K1/explanation")
        {
            Content = JsonContent.Create(new { explanation = "?" }),
            Headers = { IfMatch = { new("\"1\"") } },
        };
        using var answer = await neighbour.Clerk.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    static Task<Guid> Open(Province province, int quarter) =>
        province.Open(province.Commune, "QUARTER", 2026, quarter, "TTCP_06_2025", "TTCP_TCD");

    static Task<JsonElement> Enter(Province province, Guid report, params (string Code, int Number)[] cells) =>
        province.Change(
            HttpMethod.Put,
            report,
            "cells",
            new
            {
                cells = cells.Select(cell => new
                {
                    code = cell.Code,
                    state = "REPORTED",
                    number = cell.Number,
                }),
            }
        );

    static Task<JsonElement> Explain(Province province, Guid report, string check, string explanation) =>
        province.Change(HttpMethod.Put, report, $"checks/{check}/explanation", new { explanation });

    static Task<JsonElement> Checks(Province province, Guid report) =>
        province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/checks");

    static JsonElement Check(JsonElement checks, string code) =>
        checks.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("code").GetString() == code);

    static string Outcome(JsonElement check) => check.GetProperty("outcome").GetString()!;

    static async Task<string> Refused(Province province, Guid report, string check)
    {
        var (_, problem) = await Send(province, HttpMethod.Put, report, $"checks/{check}/explanation", new { explanation = "Vì sao." });
        return problem.GetProperty("code").GetString()!;
    }

    static Task<(HttpStatusCode Status, JsonElement Body)> Submit(Province province, Guid report) =>
        Send(province, HttpMethod.Post, report, "submission");

    static async Task<(HttpStatusCode Status, JsonElement Body)> Send(
        Province province,
        HttpMethod method,
        Guid report,
        string what,
        object? body = null
    )
    {
        using var read = await province.Clerk.GetAsync($"api/v1/reports/{report}");
        using var request = new HttpRequestMessage(method, $"api/v1/reports/{report}/{what}");
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await province.Clerk.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
