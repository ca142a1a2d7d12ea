using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DanVan.Support;
using Npgsql;
using static DanVan.Reporting.Tests.Corrections;

namespace DanVan.Reporting.Tests;

/// <summary>What was approved is kept for good, edition by edition, and read by those who may know of the report.</summary>
public sealed class EditionSlices(ReportingRunning running) : IClassFixture<ReportingRunning>
{
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
            "update reports set state = 'APPROVED', version = version + 1, approved_by = 'head', approved_at = now() where id = $1",
            report
        );

        await Correct(province, report);

        Assert.Equal(Text(sent, "contentHash"), Text(Assert.Single(await Editions(province, report)), "contentHash"));
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
}
