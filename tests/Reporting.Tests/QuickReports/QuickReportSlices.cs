using System.Net;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Reporting.Tests.QuickReports;

/// <summary>A quick report is known to its sender and to the units that it has come to, and to nobody else.</summary>
public sealed class QuickReportSlices(ReportingRunning running)
{
    [Fact]
    public async Task It_is_sent_followed_up_acknowledged_answered_with_an_instruction_and_closed()
    {
        await using var province = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        var report = await Quick.Sent(commune, Quick.Report(province.Commune));

        var received = await province.Clerk.Read(report);
        Assert.Equal(
            ("SENT", "2026-07-20", $"{province.Id}"),
            (received.Text("state"), received.Text("situationOn"), received.GetProperty("recipients")[0].Text("unitId"))
        );
        Assert.Equal(
            TimeSpan.FromHours(12),
            received.GetProperty("acknowledgeBy").GetDateTimeOffset() - received.GetProperty("sentAt").GetDateTimeOffset()
        );
        await commune.Send(HttpMethod.Post, $"{report}/follow-ups", new { text = "14 giờ: đối thoại." }).Taken();
        await province.Clerk.Change(HttpMethod.Post, report, "acknowledgement").Taken();
        await province.Clerk.Send(HttpMethod.Post, $"{report}/instructions", new { text = "Báo cáo trước 17 giờ." }).Taken();
        await commune.Send(HttpMethod.Post, $"{report}/follow-ups", new { text = "16 giờ: các hộ ra về." }).Taken();
        var closed = await commune.Change(HttpMethod.Post, report, "closing", new { outcome = "Đã di dời." }).Taken();

        Assert.Equal(
            [
                ("FOLLOW_UP", $"{province.Commune}", "14 giờ: đối thoại."),
                ("INSTRUCTION", $"{province.Id}", "Báo cáo trước 17 giờ."),
                ("FOLLOW_UP", $"{province.Commune}", "16 giờ: các hộ ra về."),
            ],
            closed.GetProperty("entries").EnumerateArray().Select(one => (one.Text("kind"), one.Text("unitId"), one.Text("text")))
        );
        Assert.Equal(
            ("CLOSED", "Đã di dời.", $"{province.Id}", null),
            (closed.Text("state"), closed.Text("outcome"), closed.Text("acknowledgedByUnitId"), closed.Text("acknowledgeBy"))
        );
        Assert.True(closed.TryGetProperty("acknowledgedBy", out _) && closed.TryGetProperty("acknowledgedAt", out _));
        Assert.Equal(
            "quick-report-sent, quick-report-added-to, quick-report-acknowledged, quick-report-added-to, quick-report-added-to, quick-report-closed",
            await running.Reporting.Told(report)
        );
        // What was added is for good, and no event holds a word of it.
        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            running.Reporting.Database.Execute("update quick_report_entries set text = 'khác'")
        );
        Assert.Equal("42501", refused.SqlState);
        Assert.Equal(
            0,
            await running.Reporting.Database.Scalar<long>(
                """
                select count(*) from (select data from chassis.journal union all select data from chassis.outbox) told
                where data::text like '%40 hộ%' or data::text like '%17 giờ%' or data::text like '%di dời%' or data::text like '%tập kết%'
                """
            )
        );
    }

    [Fact]
    public async Task Neither_a_neighbour_nor_the_centre_to_which_it_has_not_gone_up_finds_it()
    {
        await using var province = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        using var neighbour = province.ClientOf(province.OtherCommune);
        using var centre = province.ClientOf(RootUnit.Id);
        var report = await Quick.Sent(commune, Quick.Report(province.Commune));

        foreach (var stranger in new[] { neighbour, centre })
        {
            foreach (
                var (method, path, body) in new (HttpMethod, string, object?)[]
                {
                    (HttpMethod.Get, "", null),
                    (HttpMethod.Post, "/follow-ups", new { text = "tiếp" }),
                    (HttpMethod.Post, "/instructions", new { text = "làm" }),
                    (HttpMethod.Post, "/acknowledgement", null),
                    (HttpMethod.Post, "/closing", new { outcome = "xong" }),
                }
            )
                Assert.StartsWith("404", await stranger.Send(method, $"{report}{path}", body, 1).Refused(), StringComparison.Ordinal);
            Assert.DoesNotContain(
                (await stranger.Read("quick-reports?limit=1000")).Items(),
                one => report.EndsWith(one.Text("id")!, StringComparison.Ordinal)
            );
        }
        Assert.Empty((await neighbour.Read("quick-reports/counts")).EnumerateArray());
        Assert.Equal("quick-report-sent", await running.Reporting.Told(report));

        Assert.Equal(
            "404 reporting.unknown-place placeUnitId",
            await neighbour.Send(HttpMethod.Post, "quick-reports", Quick.Report(province.Commune)).Refused()
        );
        Assert.Equal(
            "404 reporting.unknown-unit unitId",
            await neighbour.Send(HttpMethod.Post, "quick-reports", Quick.Report(province.Commune, unitId: province.Commune)).Refused()
        );
    }

    [Fact]
    public async Task The_sender_neither_acknowledges_nor_instructs_itself_nor_closes_what_nobody_has_seen()
    {
        await using var province = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        var report = await Quick.Sent(commune, Quick.Report(province.Commune));

        Assert.Equal("409 reporting.unit-above-only", await commune.Change(HttpMethod.Post, report, "acknowledgement").Refused());
        Assert.Equal(
            "409 reporting.unit-above-only",
            await commune.Send(HttpMethod.Post, $"{report}/instructions", new { text = "làm" }).Refused()
        );
        Assert.Equal(
            "409 reporting.not-acknowledged",
            await commune.Change(HttpMethod.Post, report, "closing", new { outcome = "xong" }).Refused()
        );
        // Whoever was called enters it for the caller, and then it is that unit's.
        var called = await Quick.Sent(province.Clerk, Quick.Report(province.Commune, unitId: province.Commune));
        Assert.Equal(
            ($"{province.Commune}", "SENT"),
            ((await commune.Read(called)).Text("unitId"), (await commune.Read(called)).Text("state"))
        );
    }

    [Fact]
    public async Task Of_two_that_acknowledge_at_once_one_does_and_the_other_is_412()
    {
        await using var province = await Province.Founded(running);
        var report = await Quick.Sent(province.Clerk, Quick.Report(province.Commune, unitId: province.Commune));

        var sent = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => province.Clerk.Send(HttpMethod.Post, $"{report}/acknowledgement", version: 1))
        );

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], sent.Select(answer => answer.StatusCode).Order());
        Assert.Equal("quick-report-sent, quick-report-acknowledged", await running.Reporting.Told(report));
        Assert.Equal("428", (await province.Clerk.Send(HttpMethod.Post, $"{report}/closing", new { outcome = "xong" }).Refused())[..3]);
    }

    [Fact]
    public async Task What_is_added_at_once_is_all_there_each_once_for_a_key()
    {
        await using var province = await Province.Founded(running);
        var report = await Quick.Sent(province.Clerk, Quick.Report(province.Commune, unitId: province.Commune));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(Add));
        await Add(1);

        Assert.Equal(
            ["lúc 0", "lúc 1", "lúc 2"],
            (await province.Clerk.Read(report)).GetProperty("entries").EnumerateArray().Select(one => one.Text("text")).Order()
        );

        Task Add(int n) =>
            province
                .Clerk.Send(HttpMethod.Post, $"{report}/follow-ups", new { text = $"lúc {n}" }, key: $"{Path.GetFileName(report)}-{n}")
                .Taken();
    }

    [Theory]
    [InlineData("NONE", "URGENT", "2026-07-20T08:30:00+07:00", "rác", "400 reporting.not-in-catalogue field")]
    [InlineData("HOT_SPOT", "NONE", "2026-07-20T08:30:00+07:00", "rác", "400 reporting.not-in-catalogue urgency")]
    [InlineData("HOT_SPOT", "URGENT", "2099-07-20T08:30:00+07:00", "rác", "400 reporting.no-such-moment situationAt")]
    [InlineData("HOT_SPOT", "URGENT", "1999-12-31T08:30:00+07:00", "rác", "400 reporting.no-such-moment situationAt")]
    [InlineData("HOT_SPOT", "URGENT", "2026-07-20T08:30:00+07:00", "gọi 0912345678", "400 reporting.identifies-somebody whatHappened")]
    [InlineData("HOT_SPOT", "URGENT", "2026-07-20T08:30:00+07:00", "(Mật)", "400 reporting.secrecy-marked whatHappened")]
    public async Task What_is_wrong_is_named_and_nothing_is_kept(string field, string urgency, string at, string text, string expected)
    {
        await using var province = await Province.Founded(running);
        Assert.Equal(
            expected,
            await province.Clerk.Send(HttpMethod.Post, "quick-reports", Quick.Report(province.Commune, field, urgency, at, text)).Refused()
        );
        Assert.Empty((await province.Clerk.Read("quick-reports")).Items());
    }

    [Fact]
    public async Task What_comes_later_is_looked_at_too()
    {
        await using var province = await Province.Founded(running);
        var report = await Quick.Sent(province.Clerk, Quick.Report(province.Commune, unitId: province.Commune));
        Assert.Equal(
            "400 reporting.identifies-somebody text",
            await province.Clerk.Send(HttpMethod.Post, $"{report}/follow-ups", new { text = "CCCD 079123456789" }).Refused()
        );
        await province.Clerk.Change(HttpMethod.Post, report, "acknowledgement").Taken();
        Assert.Equal(
            "400 reporting.secrecy-marked outcome",
            await province.Clerk.Change(HttpMethod.Post, report, "closing", new { outcome = "TUYỆT MẬT" }).Refused()
        );
        Assert.Equal("ACKNOWLEDGED", (await province.Clerk.Read(report)).Text("state"));
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_and_counted_by_the_same_filters()
    {
        await using var province = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        var first = await Quick.Sent(commune, Quick.Report(province.Commune, at: "2026-06-14T23:00:00+07:00"));
        // Half past eleven at night in Greenwich is the next day here.
        var second = await Quick.Sent(commune, Quick.Report(province.Commune, urgency: "FLASH", at: "2026-06-14T23:30:00Z"));
        var third = await Quick.Sent(province.Clerk, Quick.Report(province.OtherCommune, "RELIGION", unitId: province.OtherCommune));
        var own = await Quick.Sent(province.Clerk, Quick.Report(province.Commune));
        await province.Clerk.Change(HttpMethod.Post, first, "acknowledgement").Taken();
        await province.Clerk.Change(HttpMethod.Post, first, "closing", new { outcome = "xong" }).Taken();

        Assert.Equal([own, third, second, first], await Listed(""));
        Assert.Equal([first], await Listed("from=2026-06-01&to=2026-06-14"));
        Assert.Equal([second], await Listed("from=2026-06-15&to=2026-06-15"));
        Assert.Equal([second, first], await Listed($"unitId={province.Commune}"));
        Assert.Equal([own, third, second, first], await Listed($"unitId={province.Id}"));
        Assert.Equal([third], await Listed("field=RELIGION"));
        Assert.Equal([second], await Listed("urgency=FLASH"));
        Assert.Equal([first], await Listed("state=CLOSED"));
        Assert.Equal(["HOT_SPOT FLASH 1 1 0 0", "HOT_SPOT URGENT 2 1 0 1", "RELIGION URGENT 1 1 0 0"], await Counted(""));
        Assert.Equal(["HOT_SPOT URGENT 1 0 0 1"], await Counted("to=2026-06-14"));

        async Task<List<string>> Listed(string filter)
        {
            var found = new List<string>();
            for (var after = ""; ; )
            {
                var page = await province.Clerk.Read($"quick-reports?limit=1&{filter}{after}");
                found.AddRange(page.Items().Select(one => $"quick-reports/{one.Text("id")}"));
                if (page.Text("next") is not { Length: > 0 } next)
                    return found;
                after = $"&after={next}";
            }
        }
        async Task<IEnumerable<string>> Counted(string filter) =>
            (await province.Clerk.Read($"quick-reports/counts?{filter}"))
                .EnumerateArray()
                .Select(one =>
                    string.Join(
                        ' ',
                        new[] { "field", "urgency", "sent", "waiting", "escalated", "closed" }.Select(member => one.Text(member))
                    )
                );
    }
}
