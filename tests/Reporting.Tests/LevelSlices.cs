using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>Levels approve a report one after the other.</summary>
public sealed class LevelSlices(LevelsRunning levels)
{
    const string Reason = "Sai số liệu tiếp công dân.";
    readonly ReportingRunning running = levels.Running;

    [Fact]
    public async Task A_report_is_approved_for_good_by_the_last_level_and_counts_from_then_on()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent();
        Assert.Equal(("SUBMITTED", "COMMUNE", ""), Ladder.Standing(await Ladder.Read(ladder.Clerk, report)));

        Assert.Equal(("SUBMITTED", "PROVINCE", "COMMUNE"), Ladder.Standing(await ladder.Approve(ladder.Commune, report)));
        Assert.Equal(("SUBMITTED", "CENTRAL", "COMMUNE PROVINCE"), Ladder.Standing(await ladder.Approve(ladder.Clerk, report)));
        Assert.Empty(await Editions());
        Assert.Equal(0, await Contributions());
        Assert.Equal(("APPROVED", null, "COMMUNE PROVINCE CENTRAL"), Ladder.Standing(await ladder.Approve(ladder.Centre, report)));

        Assert.Single(await Editions());
        Assert.Equal(1, await Contributions());
        Assert.Equal(
            "report-opened , report-submitted , report-level-approved COMMUNE PROVINCE, report-level-approved PROVINCE CENTRAL, "
                + "report-level-approved CENTRAL, report-approved ",
            await Told(report)
        );

        async Task<IEnumerable<JsonElement>> Editions() =>
            (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/editions")).EnumerateArray();
        Task<long> Contributions() =>
            running.Reporting.Database.Scalar<long>(
                "select count(*) from contributions where unit_id = $1 and basis = 'APPROVED' and cell = '*'",
                province.Commune
            );
    }

    [Fact]
    public async Task Nobody_approves_before_the_level_below_or_twice_and_the_view_says_who_may()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent();

        Assert.Equal((true, true, false), await May(ladder.Commune));
        Assert.Equal((false, true, false), await May(ladder.Clerk));
        Assert.Equal("reporting.other-level-approves", await ladder.Refused(ladder.Clerk, report, "approval"));
        await ladder.Approve(ladder.Commune, report);
        Assert.Equal("reporting.other-level-approves", await ladder.Refused(ladder.Commune, report, "approval"));
        Assert.Equal("reporting.other-level-approves", await ladder.Refused(ladder.Centre, report, "approval"));
        Assert.Equal((false, false, true), await May(ladder.Commune));
        Assert.Equal((true, true, false), await May(ladder.Clerk));
        Assert.Equal((false, true, false), await May(ladder.Centre));
        using var reader = running.Reporting.As(province.Id, "reporting.read");
        Assert.Equal((false, false, false), await May(reader));

        async Task<(bool, bool, bool)> May(HttpClient who)
        {
            var view = await Ladder.Read(who, report);
            return (
                view.GetProperty("mayApprove").GetBoolean(),
                view.GetProperty("mayReturn").GetBoolean(),
                view.GetProperty("mayWithdraw").GetBoolean()
            );
        }
    }

    [Fact]
    public async Task The_report_of_a_province_begins_with_the_province()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent(unit: province.Id);

        Assert.Equal(("SUBMITTED", "PROVINCE", ""), Ladder.Standing(await Ladder.Read(ladder.Centre, report)));
        await ladder.Approve(ladder.Clerk, report);
        Assert.Equal("APPROVED", Ladder.Text(await ladder.Approve(ladder.Centre, report), "state"));
    }

    [Fact]
    public async Task Returning_ends_what_was_approved_and_keeps_it_in_the_history()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent();
        await ladder.Approve(ladder.Commune, report);
        Assert.Equal("reporting.higher-level-approved", await ladder.Refused(ladder.Commune, report, "return", new { reason = Reason }));

        var (status, returned) = await ladder.Take(ladder.Centre, report, "return", new { reason = Reason });
        Assert.Equal((HttpStatusCode.OK, ("RETURNED", null, "")), (status, Ladder.Standing(returned)));
        await province.Change(HttpMethod.Post, report, "submission");
        Assert.Equal(("SUBMITTED", "COMMUNE", ""), Ladder.Standing(await Ladder.Read(ladder.Clerk, report)));
        await ladder.Approve(ladder.Commune, report);

        var history = await ladder.History(report);
        Assert.Equal(["RETURNED", null], history.Select(one => Ladder.Text(one, "ended")));
        Assert.Equal((Reason, "COMMUNE"), (Ladder.Text(history[0], "endReason"), Ladder.Text(history[0], "level")));
    }

    [Fact]
    public async Task A_level_takes_its_approval_back_until_one_above_has_approved()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var (report, why) = (await ladder.Sent(), new { reason = Reason });
        Assert.Equal("reporting.not-approved-by-unit", await ladder.Refused(ladder.Commune, report, "approval-withdrawal", why));
        await ladder.Approve(ladder.Commune, report);
        Assert.Equal("reporting.not-approved-by-unit", await ladder.Refused(ladder.Clerk, report, "approval-withdrawal", why));

        var (_, withdrawn) = await ladder.Take(ladder.Commune, report, "approval-withdrawal", why);
        Assert.Equal(("SUBMITTED", "COMMUNE", ""), Ladder.Standing(withdrawn));
        await ladder.Approve(ladder.Commune, report);
        await ladder.Approve(ladder.Clerk, report);
        Assert.Equal("reporting.higher-level-approved", await ladder.Refused(ladder.Commune, report, "approval-withdrawal", why));
        await ladder.Approve(ladder.Centre, report);
        Assert.Equal("reporting.not-submitted", await ladder.Refused(ladder.Centre, report, "approval-withdrawal", why));

        Assert.Equal(["WITHDRAWN", null, null, null], (await ladder.History(report)).Select(one => Ladder.Text(one, "ended")));
        Assert.Contains("report-level-approval-withdrawn COMMUNE", await Told(report), StringComparison.Ordinal);
        Assert.Equal(
            0,
            await running.Reporting.Database.Scalar<long>("select count(*) from chassis.journal where strpos(data::text, $1) > 0", Reason)
        );
    }

    [Fact]
    public async Task Each_edition_is_approved_by_every_level()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent("HALF_YEAR");
        await ladder.Approve(ladder.Commune, report);
        await ladder.Approve(ladder.Clerk, report);
        await province.Change(HttpMethod.Post, report, "correction", new { reason = Reason });
        await province.Change(HttpMethod.Post, report, "submission");

        Assert.Equal(("SUBMITTED", "COMMUNE", ""), Ladder.Standing(await Ladder.Read(ladder.Clerk, report)));
        await ladder.Approve(ladder.Commune, report);
        Assert.Equal(("APPROVED", null, "COMMUNE PROVINCE"), Ladder.Standing(await ladder.Approve(ladder.Clerk, report)));
        Assert.Equal([1, 1, 2, 2], (await ladder.History(report)).Select(one => one.GetProperty("edition").GetInt32()));
    }

    [Fact]
    public async Task Of_several_who_approve_at_once_one_does()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await ladder.Sent("HALF_YEAR");
        var version = await ladder.VersionOf(report);

        var steps = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i =>
                    i % 2 == 0
                        ? ladder.Take(ladder.Commune, report, "approval", version: version)
                        : ladder.Take(ladder.Clerk, report, "return", new { reason = Reason }, version)
                )
        );

        Assert.Single(steps, step => step.Status is HttpStatusCode.OK);
        Assert.Equal(7, steps.Count(step => step.Status is HttpStatusCode.PreconditionFailed));
        Assert.InRange((await ladder.History(report)).Count, 0, 1);
    }

    [Fact]
    public async Task A_report_of_which_no_rule_names_levels_is_approved_once_by_whoever_may()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await province.Open(province.Commune, "YEAR", 2025);
        await province.Change(HttpMethod.Post, report, "submission");

        Assert.Equal(("APPROVED", null, "PROVINCE"), Ladder.Standing(await ladder.Approve(ladder.Clerk, report)));
        Assert.Equal("report-opened , report-submitted , report-approved ", await Told(report));
    }

    Task<string> Told(Guid report) =>
        running.Reporting.Database.Scalar<string>(
            """
            select string_agg(concat_ws(' ', split_part(type, '.', 4), coalesce(data ->> 'level', ''), data ->> 'awaits'), ', ' order by version)
            from (select type, version, data, subject from chassis.journal union all select type, version, data, subject from chassis.outbox) told
            where subject = $1
            """,
            $"report/{report}"
        );
}
