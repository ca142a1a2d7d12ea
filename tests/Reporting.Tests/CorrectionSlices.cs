using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DanVan.Support;
using Npgsql;

namespace DanVan.Reporting.Tests;

/// <summary>An approved report is corrected as its next edition, and the approved one stays as it is.</summary>
public sealed class CorrectionSlices(ReportingRunning running) : IClassFixture<ReportingRunning>
{
    const string Reason = "Hai cơ quan bị tính hai lần.";

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
    public async Task An_edition_that_was_never_approved_is_not_there()
    {
        await using var province = await Province.Founded(running);
        var (report, _) = await Approved(province);
        await Correct(province, report);

        foreach (var (question, field) in new[] { ("from=2", "from"), ("from=1&to=2", "to") })
        {
            using var answer = await province.Clerk.GetAsync($"api/v1/reports/{report}/changes?{question}");
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal((HttpStatusCode.NotFound, "reporting.no-such-edition"), (answer.StatusCode, Text(problem, "code")));
            Assert.True(Has(problem.GetProperty("errors"), field));
        }
        foreach (var what in new[] { "editions/2/content", "content" })
            Assert.Equal(HttpStatusCode.NotFound, (await province.Clerk.GetAsync($"api/v1/reports/{report}/{what}")).StatusCode);
        Assert.Single(await Editions(province, report));
    }

    [Fact]
    public async Task A_neighbour_reads_no_edition_and_corrects_none()
    {
        await using var province = await Province.Founded(running);
        var (report, approved) = await Approved(province);
        using var neighbour = province.ClientOf(province.OtherCommune);

        var seen = new List<string>();
        foreach (var what in new[] { "editions", "editions/1/content", "changes?from=1" })
        {
            Assert.Equal(HttpStatusCode.OK, (await province.Clerk.GetAsync($"api/v1/reports/{report}/{what}")).StatusCode);
            if ((await neighbour.GetAsync($"api/v1/reports/{report}/{what}")).StatusCode is not HttpStatusCode.NotFound)
                seen.Add(what);
        }
        Assert.Empty(seen);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(neighbour, report, approved.GetProperty("version").GetInt32())).StatusCode);
    }

    [Fact]
    public async Task An_approved_edition_cannot_be_changed_in_the_database_either()
    {
        await using var province = await Province.Founded(running);
        var (report, _) = await Approved(province);
        foreach (var change in new[] { "update report_editions set content = '{}'", "delete from report_editions" })
            await Assert.ThrowsAsync<PostgresException>(() => running.Reporting.Database.Execute($"{change} where report_id = $1", report));
        await Assert.ThrowsAsync<PostgresException>(() => running.Reporting.Database.Execute("truncate report_editions"));
    }

    /// <summary>While both versions run, one of before may approve, and keeps no edition.</summary>
    [Fact]
    public async Task What_an_instance_of_before_approved_is_kept_when_it_is_corrected()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        var sent = await province.Change(HttpMethod.Post, report, "submission");
        await running.Reporting.Database.Execute(
            "update reports set state = 'APPROVED', approved_by = 'head', approved_at = now() where id = $1",
            report
        );

        await Correct(province, report);

        Assert.Equal(Text(sent, "contentHash"), Text(Assert.Single(await Editions(province, report)), "contentHash"));
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

    [Fact]
    public async Task Reports_that_were_approved_before_editions_were_kept_are_their_first()
    {
        await using var database = await TestDatabase.Create("reporting");
        foreach (var script in new[] { "0002-reports.sql", "0023-handed-over.sql" })
            await database.Execute(Script(script));
        var (approved, draft) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        const string insert = """
            insert into reports (id, version, form, form_version, unit_id, regime, period_kind, period_year, period_index, period_from, period_to, state,
                opened_by, opened_at, submitted_by, submitted_at, approved_by, approved_at, content, content_hash)
            """;
        await database.Execute(
            $$"""{{insert}} values ($1, 3, 'F', 1, $1, 'R', 'YEAR', 2025, 1, '2025-01-01', '2025-12-31', 'APPROVED', 'a', now(), 'b', now(), 'c', now(), '{ "x": 1}', 'hash')""",
            approved
        );
        await database.Execute(
            $"{insert} values ($1, 1, 'F', 1, $1, 'R', 'YEAR', 2025, 1, '2025-01-01', '2025-12-31', 'DRAFT', 'a', now(), null, null, null, null, null, null)",
            draft
        );

        await database.Execute(Script("0027-editions.sql"));

        Assert.Equal(
            $$"""{{approved}} 1 { "x": 1} hash b c none""",
            await database.Scalar<string>(
                "select string_agg(concat_ws(' ', report_id, edition, content, content_hash, submitted_by, approved_by, coalesce(reason, 'none')), ';') from report_editions"
            )
        );
        Assert.Equal(2L, await database.Scalar<long>("select count(*) from reports where edition = 1"));
    }

    static string Script(string name)
    {
        var assembly = typeof(ReportingDb).Assembly;
        using var reader = new StreamReader(
            assembly.GetManifestResourceStream(
                assembly.GetManifestResourceNames().Single(resource => resource.EndsWith(name, StringComparison.Ordinal))
            )!
        );
        return reader.ReadToEnd();
    }

    /// <summary>A report of the commune with QC01 = 4.</summary>
    static async Task<(Guid Report, JsonElement View)> Approved(Province province)
    {
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await Enter(province, report, 4);
        await province.Change(HttpMethod.Post, report, "submission");
        return (report, await province.Change(HttpMethod.Post, report, "approval"));
    }

    static Task<JsonElement> Correct(Province province, Guid report) =>
        province.Change(HttpMethod.Post, report, "correction", new { reason = Reason });

    static Task<JsonElement> Enter(Province province, Guid report, int number, string code = "QC01") =>
        province.Change(
            HttpMethod.Put,
            report,
            "cells",
            new
            {
                cells = new[]
                {
                    new
                    {
                        code,
                        state = "REPORTED",
                        number,
                    },
                },
            }
        );

    static async Task<HttpResponseMessage> Send(HttpClient client, Guid report, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/correction")
        {
            Content = JsonContent.Create(new { reason = Reason }),
        };
        if (version is not null)
            request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await client.SendAsync(request);
    }

    static async Task<List<JsonElement>> Editions(Province province, Guid report) =>
        [.. (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/editions")).EnumerateArray()];

    static async Task<IEnumerable<(string?, int, int)>> Changes(Province province, Guid report, string question) =>
        (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/changes?{question}"))
            .GetProperty("changes")
            .EnumerateArray()
            .Select(change => (Text(change, "code"), Number(change.GetProperty("before")), Number(change.GetProperty("after"))));

    static int Number(JsonElement value) => value.GetProperty("number").GetInt32();

    static string? Text(JsonElement of, string member) => of.GetProperty(member).GetString();

    static bool Has(JsonElement of, string member) => of.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null;

    static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
