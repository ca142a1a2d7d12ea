using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DanVan.Support;
using Npgsql;
using static DanVan.Reporting.Tests.Corrections;

namespace DanVan.Reporting.Tests;

/// <summary>An approved report is corrected as its next edition, and the approved one stays as it is.</summary>
public sealed class CorrectionSlices(ReportingRunning running)
{
    [Fact]
    public async Task A_correction_is_the_next_edition_and_the_approved_one_stays_to_the_byte()
    {
        await using var province = await Province.Founded(running);
        var (report, first) = await Approved(province);
        var approved = await province.Clerk.GetByteArrayAsync($"api/v1/reports/{report}/editions/1/content");
        Assert.Equal(first.GetProperty("contentHash").GetString(), Hash(approved));

        var open = await Correct(province, report);
        Assert.Equal(
            ("CORRECTING", 2, Reason, false),
            (Text(open, "state"), open.GetProperty("edition").GetInt32(), Text(open, "correctionReason"), Has(open, "contentHash"))
        );
        await Enter(province, report, 5);
        Assert.Equal([("QC01", 4, 5)], await Changes(province, report, "from=1"));
        await province.Change(HttpMethod.Post, report, "submission");
        Assert.Equal([("QC01", 4, 5)], await Changes(province, report, "from=1"));
        var second = await province.Change(HttpMethod.Post, report, "approval");

        Assert.Equal(approved, await province.Clerk.GetByteArrayAsync($"api/v1/reports/{report}/editions/1/content"));
        Assert.Equal([("QC01", 4, 5)], await Changes(province, report, "from=1&to=2"));
        Assert.Equal([("QC01", 5, 4)], await Changes(province, report, "from=2&to=1"));
        Assert.Empty(await Changes(province, report, "from=2"));
        Assert.Equal(
            [(1, Text(first, "contentHash"), ""), (2, Text(second, "contentHash"), Reason)],
            (await Editions(province, report)).Select(e =>
                (e.GetProperty("edition").GetInt32(), Text(e, "contentHash"), Has(e, "reason") ? Text(e, "reason") : "")
            )
        );
    }

    [Fact]
    public async Task Only_an_approved_report_is_corrected()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        Assert.Equal("reporting.not-approved", await Refused());
        await province.Change(HttpMethod.Post, report, "submission");
        Assert.Equal("reporting.not-approved", await Refused());
        await province.Change(HttpMethod.Post, report, "return", new { reason = "thiếu" });
        Assert.Equal("reporting.not-approved", await Refused());
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "approval");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Send(province.Clerk, report, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Send(province.Clerk, report, null)).StatusCode);
        using var reader = running.Reporting.As(province.Id, "reporting.read", "reporting.approve");
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(reader, report, 1)).StatusCode);
        await Correct(province, report);
        Assert.Equal("reporting.not-approved", await Refused());

        async Task<string?> Refused()
        {
            var version = (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}"))
                .GetProperty("version")
                .GetInt32();
            using var answer = await Send(province.Clerk, report, version);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            return Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code");
        }
    }

    [Fact]
    public async Task Of_two_who_correct_it_at_once_one_does()
    {
        await using var province = await Province.Founded(running);
        var (report, approved) = await Approved(province);
        var version = approved.GetProperty("version").GetInt32();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(async _ => (await Send(province.Clerk, report, version)).StatusCode)
        );

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(answer => answer is HttpStatusCode.PreconditionFailed));
        Assert.Equal(2, (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}")).GetProperty("edition").GetInt32());
    }

    [Fact]
    public async Task Its_events_tell_the_edition_and_no_word_of_the_reason()
    {
        await using var province = await Province.Founded(running);
        var (report, _) = await Approved(province);
        await Correct(province, report);
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "approval");

        const string told = """
            select coalesce(string_agg(concat_ws(' ', split_part(type, '.', 4), data ->> 'edition'), ', ' order by version), '')
            from (select type, version, data, subject from chassis.journal union all select type, version, data, subject from chassis.outbox) told
            where subject = $1 and type ~ 'approved|correction' and strpos(data::text, $2) = 0
            """;
        Assert.Equal(
            "report-approved 1, report-correction-opened 2, report-approved 2",
            await running.Reporting.Database.Scalar<string>(told, $"report/{report}", Reason)
        );
    }

    [Fact]
    public async Task While_a_report_is_corrected_the_next_is_held_against_what_was_approved()
    {
        await using var province = await Province.Founded(running);
        var first = await province.Open(province.Commune, "QUARTER", 2026, 1, "TTCP_06_2025", "TTCP_TCD");
        await Enter(province, first, 7, "XLD04");
        await province.Change(HttpMethod.Post, first, "submission");
        await province.Change(HttpMethod.Post, first, "approval");
        await Correct(province, first);
        await Enter(province, first, 8, "XLD04");
        var second = await province.Open(province.Commune, "QUARTER", 2026, 2, "TTCP_06_2025", "TTCP_TCD");
        await Enter(province, second, 7, "XLD01");

        var checks = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{second}/checks");

        Assert.Equal("HOLDS", Text(checks.GetProperty("checks").EnumerateArray().Single(c => Text(c, "code") == "XLD-K2"), "outcome"));
    }

    /// <summary>Reports of a unit are impossible after its end, corrections of older periods are not.</summary>
    [Fact]
    public async Task The_report_of_a_unit_that_has_ended_is_corrected_and_waits_for_who_answers()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: new(2026, 9, 1));
        var report = await province.Open(province.OtherCommune, "YEAR", 2025);
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "approval");

        Assert.Equal("CORRECTING", Text(await Correct(province, report), "state"));

        var waiting = await province.Clerk.GetFromJsonAsync<JsonElement>("api/v1/reports?ofEndedUnits=true");
        Assert.Contains(waiting.GetProperty("items").EnumerateArray(), one => one.GetProperty("id").GetGuid() == report);
    }
}
