using System.Net;
using System.Text.Json;
using DanVan.Chassis.Http;
using DanVan.Cli.Local;
using static DanVan.Reporting.Tests.Corrections;

namespace DanVan.Reporting.Tests.Following;

/// <summary>Whoever keeps a copy of what reports say follows their changes and misses nothing.</summary>
public sealed class ChangeSlices(ReportingRunning running)
{
    [Fact]
    public async Task A_copy_follows_what_counts_and_forgets_what_was_taken_back()
    {
        await using var province = await Province.Founded(running);
        var (sent, approved) = (new Feed(province.Clerk, "basis=SENT"), new Feed(province.Clerk));
        var report = await province.Open(province.Commune, "YEAR", 2025, form: "TTCP_TCD", regime: "TTCP_06_2025");
        await Visit(2, "TCD01");
        await Visit(3, "TCD02");
        await Step("submission");
        await Step("return", new { reason = "Thiếu số." });
        await Step("submission");
        await Step("approval");
        await Step("correction", new { reason = Reason });
        await Visit(5, "TCD01");
        await Withdraw("TCD02");
        await Step("submission");
        await Step("return", new { reason = "Thiếu số." });
        await Step("submission");
        await Step("approval");

        await sent.Has(7);
        await approved.Has(3);

        Assert.Equal(
            [
                "SUBMITTED TCD01:→2 TCD02:→3",
                "RETURNED TCD01:2→ TCD02:3→",
                "SUBMITTED TCD01:→2 TCD02:→3",
                "CORRECTING",
                "SUBMITTED TCD01:2→5 TCD02:3→",
                "RETURNED TCD01:5→2 TCD02:→3",
                "SUBMITTED TCD01:2→5 TCD02:3→",
            ],
            sent.Read.Select(WithoutDerived)
        );
        Assert.Equal(["APPROVED TCD01:→2 TCD02:→3", "CORRECTING", "APPROVED TCD01:2→5 TCD02:3→"], approved.Read.Select(WithoutDerived));
        Assert.Equal("5", approved.Copy()[(report, "TCD01")]);
        Assert.DoesNotContain((report, "TCD02"), approved.Copy().Keys);
        Assert.Equal([1, 2, 2], approved.Changes.Select(change => change.GetProperty("edition").GetInt32()));

        Task Visit(int number, string code) => Enter(province, report, number, code);
        Task Step(string step, object? body = null) => province.Change(HttpMethod.Post, report, step, body);
        Task Withdraw(string code) =>
            province.Change(HttpMethod.Put, report, "cells", new { cells = new[] { new { code, state = "NOT_REPORTED" } } });
    }

    [Fact]
    public async Task The_same_cursor_begins_with_the_same_changes_however_long_the_page()
    {
        await using var province = await Province.Founded(running);
        await Approved(province);
        var feed = new Feed(province.Clerk);
        await feed.Has(1);
        var before = feed.Cursor;
        await Sent(province, province.OtherCommune);
        await Sent(province, province.Id);
        await feed.Has(3);

        var (one, all) = (await feed.Page(before, 1), await feed.Page(before, 1000));
        var again = await feed.Page(before, 1);
        var after = await feed.Page(one.GetProperty("next").GetString(), 1000);

        Assert.Equal(one.GetRawText(), again.GetRawText());
        Assert.True(one.GetProperty("more").GetBoolean());
        Guid[] both = [.. Ids(one.GetProperty("changes")), .. Ids(after.GetProperty("changes"))];
        Assert.Equal(Ids(all.GetProperty("changes")), both);
        Assert.Equal(feed.Changes.Count, (await new Feed(province.Clerk).GoOn(limit: 1)).Changes.Count);
    }

    /// <summary>A step whose transaction began first and commits last is read after those that overtook it, and is read.</summary>
    [Fact]
    public async Task Who_commits_late_is_not_skipped()
    {
        await using var province = await Province.Founded(running);
        var late = await province.Open(province.Commune, "YEAR", 2024);
        await using var connection = await running.Reporting.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = connection.CreateCommand())
        {
            // What a submission does, its event first.
            command.CommandText = """
                insert into chassis.outbox (id, type, subject, version, unit, time, actor, data)
                select gen_random_uuid(), 'vn.danvan.reporting.report-submitted.v1', 'report/' || id, version + 1, unit_id, now(), 'late', '{}' from reports
                where id = $1;
                """;
            command.Parameters.Add(new() { Value = late });
            await command.ExecuteNonQueryAsync();
            command.CommandText = """
                update reports set state = 'SUBMITTED', version = version + 1, content_hash = 'x',
                    content = '{"cells":[{"code":"QC01","value":{"state":"REPORTED","number":4,"text":null}}]}' where id = $1
                """;
            await command.ExecuteNonQueryAsync();
        }
        var feed = new Feed(province.Clerk, "basis=SENT");
        await Sent(province, province.OtherCommune);
        await feed.Has(1);

        await transaction.CommitAsync();

        await feed.Has(2);
        Assert.Equal("late", feed.Changes[1].GetProperty("by").GetString());
        Assert.Equal("SUBMITTED QC01:→4", feed.Read.Last());
        Assert.Equal(feed.Read, (await new Feed(province.Clerk, "basis=SENT").GoOn()).Read);
    }

    [Fact]
    public async Task Each_sees_its_own_subtree_and_may_ask_for_less()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        await Approved(province);
        var other = await Sent(province, province.OtherCommune);
        await new Feed(province.Clerk).Has(2);

        Assert.Empty((await new Feed(neighbour.Clerk).GoOn()).Changes);
        Assert.Single((await new Feed(commune).GoOn()).Changes);
        Assert.Equal([other], Ids((await new Feed(province.Clerk, $"unitId={province.OtherCommune}").GoOn()).Changes));
        Assert.Equal(2, (await new Feed(province.Clerk, $"unitId={province.Id}&form=DANVAN").GoOn()).Changes.Count);
        Assert.Empty((await new Feed(province.Clerk, "form=TTCP_TCD").GoOn()).Changes);
        foreach (var client in (HttpClient[])[neighbour.Clerk, commune])
            Assert.Equal(HttpStatusCode.NotFound, await Asked(client, $"unitId={province.Id}"));
        Assert.Equal(HttpStatusCode.BadRequest, await Asked(province.Clerk, "after=abc"));
        var elsewhere = new FeedCursor(Guid.CreateVersion7(), 1);
        Assert.Equal(HttpStatusCode.Gone, await Asked(province.Clerk, $"after={elsewhere}"));
        var beyond = FeedCursor.Parse((await new Feed(commune).GoOn()).Cursor!)!.Value;
        Assert.Equal(HttpStatusCode.Gone, await Asked(province.Clerk, $"after={beyond with { Position = 1_000_000_000 }}"));

        static async Task<HttpStatusCode> Asked(HttpClient client, string question) =>
            (await client.GetAsync($"api/v1/reports/changes?{question}")).StatusCode;
    }

    /// <summary>An installation whose reports were sent before there was anything to follow.</summary>
    [Fact]
    public async Task What_was_sent_before_is_told_too()
    {
        await using var province = await Province.Founded(running);
        var (report, _) = await Approved(province);
        await Correct(province, report);
        await Enter(province, report, 5);
        await province.Change(HttpMethod.Post, report, "submission");
        var (sent, approved) = (new Feed(province.Clerk, "basis=SENT"), new Feed(province.Clerk));
        await sent.Has(3);
        await approved.Has(2);
        var script = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "services", "reporting", "Reporting", "Migrations", "0038-changes-before.sql")
        );

        Assert.Equal(4, await running.Reporting.Database.Execute("delete from report_changes where report_id = $1", report));
        await running.Reporting.Database.Execute(script);

        Assert.Equal(sent.Read, (await new Feed(province.Clerk, "basis=SENT").GoOn()).Read);
        Assert.Equal(approved.Read, (await new Feed(province.Clerk).GoOn()).Read);
    }

    static async Task<Guid> Sent(Province province, Guid unit)
    {
        var report = await province.Open(unit, "YEAR", 2024);
        await Enter(province, report, 6);
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "approval");
        return report;
    }

    static Guid[] Ids(JsonElement changes) => Ids(changes.EnumerateArray());

    static Guid[] Ids(IEnumerable<JsonElement> changes) => [.. changes.Select(change => change.GetProperty("reportId").GetGuid())];

    // Sources that have spoken in another test make zeros of the cells that count their events.
    static string WithoutDerived(string told) =>
        string.Join(' ', told.Split(' ').Where(part => !part.Contains(':') || part.StartsWith("TCD0", StringComparison.Ordinal)));
}
