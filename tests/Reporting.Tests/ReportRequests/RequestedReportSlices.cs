using System.Net;
using System.Text.Json;
using DanVan.Chassis;
using static DanVan.Reporting.Tests.Visits;

namespace DanVan.Reporting.Tests.ReportRequests;

/// <summary>What a unit above has asked for is owed as what the law asks for.</summary>
public sealed class RequestedReportSlices(ReportingRunning running)
{
    [Fact]
    public async Task Who_is_asked_opens_the_report_and_nobody_else()
    {
        await using var province = await Province.Founded(running);
        var request = await province.Clerk.Asked(Asking.Body(units: [province.Commune]));
        using var commune = province.ClientOf(province.Commune);

        Assert.Equal("409 reporting.not-asked unitId", await province.Clerk.Open(request, province.OtherCommune).Refused());
        Assert.Equal("409 reporting.not-asked unitId", await province.Clerk.Open(request, province.Id).Refused());
        Assert.Equal("409 reporting.not-asked form", await commune.Open(request, province.Commune, form: "DANVAN").Refused());
        Assert.Equal(
            "400 reporting.no-such-period period.from",
            await commune.Open(request, province.Commune, from: "2026-01-02", to: "2026-06-30").Refused()
        );
        Assert.Equal("400 reporting.no-such-period period.to", await commune.Open(request, province.Commune, to: "2026-07-01").Refused());
        var report = await commune.Open(request, province.Commune).Taken();

        Assert.Equal("2099-07-10", report.Text("sendBy"));
        Assert.Equal(("2026-01-01", "2026-06-30"), (report.GetProperty("period").Text("from"), report.GetProperty("period").Text("to")));
        Assert.Equal(HttpStatusCode.OK, await commune.Open(request, province.Commune, from: "2026-01-01", to: "2026-06-30").Status());
    }

    [Fact]
    public async Task Numbers_that_nobody_was_given_open_nothing_and_those_below_1000_are_free()
    {
        await using var province = await Province.Founded(running);
        Assert.Equal("400 reporting.no-such-period period.index", await Opened(999_999));
        Assert.Equal("201", await Opened(999));
        Assert.Equal("409 reporting.not-asked unitId", await Unasked());

        Task<string> Opened(int index) => province.Clerk.Send(HttpMethod.Post, "reports", Free(index)).Refused();

        object Free(int index) => Province.Opening(province.Commune, "ADHOC", "AD_HOC", 2026, index, "2026-01-01", "2026-01-02");

        async Task<string> Unasked() =>
            await province.Clerk.Open(await province.Clerk.Asked(Asking.Body(units: [province.OtherCommune])), province.Commune).Refused();
    }

    [Fact]
    public async Task It_is_expected_of_whom_it_asks_on_time_or_late_or_missing()
    {
        await using var province = await Province.Founded(running);
        var request = await province.Clerk.Asked();
        var further = await province.FurtherCommune();
        Assert.Equal((3, 0, 0, 0, 3), await province.Clerk.Duties(request));

        await province.Send(request, province.Commune, 5);
        Assert.Equal((3, 1, 0, 0, 2), await province.Clerk.Duties(request));

        await DueYesterday(request);
        await province.Send(request, further, 7);
        Assert.Equal((3, 0, 2, 1, 0), await province.Clerk.Duties(request));
        var answer = await province.Clerk.Read($"duties/completeness?{request.Question()}");
        Assert.Equal(
            "Nghị định 09/2019/NĐ-CP, Điều 10; Công văn số 15-CV/TU",
            Assert.Single(answer.GetProperty("articles").EnumerateArray()).Text("vi")
        );
        Assert.Null(answer.Text("own"));
        var chart = await province.Clerk.GetStringAsync($"api/v1/duties/completeness.svg?{request.Question()}");
        Assert.Contains("<svg", chart, StringComparison.Ordinal);
    }

    /// <summary>As for all duties: the tree is that of the last day of the period.</summary>
    [Fact]
    public async Task A_unit_that_ends_before_the_last_day_is_not_asked()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: new(2026, 6, 30));
        var request = await province.Clerk.Asked();
        Assert.Equal((1, 0, 0, 0, 1), await province.Clerk.Duties(request));
        Assert.Equal("409 reporting.not-asked unitId", await province.Clerk.Open(request, province.OtherCommune).Refused());
        Assert.Equal(
            "404 reporting.unknown-unit units[0]",
            await province.Clerk.Ask(Asking.Body(units: [province.OtherCommune])).Refused()
        );

        var earlier = await province.Clerk.Asked(Asking.Body(to: "2026-06-29"));
        Assert.Equal((2, 0, 0, 0, 2), await province.Clerk.Duties(earlier));
    }

    [Fact]
    public async Task What_comes_is_added_up_and_says_on_how_many_reports_it_stands_and_whose_are_missing()
    {
        await using var province = await Province.Founded(running);
        var request = await province.Clerk.Asked();
        var report = await province.Send(request, province.Commune, 5);
        await province.Change(HttpMethod.Post, report, "approval");
        await Becomes(province.Clerk, $"TCD01?{request.Question()}", 5);

        Assert.Equal((2, 1, 1), CoverageOf(await Figures("")));
        Assert.Equal((2, 1, 1), CoverageOf(await Figures("&tree=RESTATED")));
        var units = await province.Clerk.Read($"figures/TCD01/units?{request.Question()}");
        Assert.Equal(report, Assert.Single(units.GetProperty("below").EnumerateArray()).GetProperty("reportId").GetGuid());
        var frozen = await province
            .Clerk.Send(
                HttpMethod.Post,
                "consolidations",
                new
                {
                    form = "TTCP_TCD",
                    unitId = province.Id,
                    period = new
                    {
                        regime = "ADHOC",
                        kind = "AD_HOC",
                        year = 2026,
                        index = request.Index(),
                    },
                }
            )
            .Taken();
        var document = await province.Clerk.Read($"consolidations/{frozen.Id()}/document");
        Assert.Equal(province.OtherCommune, Assert.Single(document.GetProperty("missing").EnumerateArray()).GetGuid());

        await province.Change(HttpMethod.Post, await province.Send(request, province.OtherCommune, 7), "approval");
        await Becomes(province.Clerk, $"TCD01?{request.Question()}", 12);
        Assert.Equal((2, 2, 0), CoverageOf(await Figures("")));

        Task<JsonElement> Figures(string more) => province.Clerk.Read($"figures?{request.Question()}{more}");
    }

    [Fact]
    public async Task It_locks_as_many_days_after_its_day_as_the_request_says_but_for_who_has_leave()
    {
        await using var province = await Province.Founded(running);
        var request = await province.Clerk.Asked(Asking.Body(locksAfterDays: 0));
        var draft = (await province.Clerk.Open(request, province.Commune).Taken()).Id();
        await DueYesterday(request);
        await running.Reporting.Database.Execute("update reports set send_by = $2 where id = $1", draft, Yesterday);
        Assert.Equal(
            "409 reporting.period-locked",
            await province.Clerk.Change(HttpMethod.Post, $"reports/{draft}", "submission").Refused()
        );
        Assert.Equal("409 reporting.period-locked", await province.Clerk.Open(request, province.OtherCommune).Refused());
        await province
            .Clerk.Send(
                HttpMethod.Post,
                "duties/exceptions",
                new
                {
                    form = "TTCP_TCD",
                    unitId = province.Commune,
                    until = "2099-12-31",
                    reason = "Địa bàn bị chia cắt.",
                    period = new
                    {
                        regime = "ADHOC",
                        kind = "AD_HOC",
                        year = 2026,
                        index = request.Index(),
                    },
                }
            )
            .Taken();
        Assert.Equal("200", await province.Clerk.Change(HttpMethod.Post, $"reports/{draft}", "submission").Refused());
    }

    [Fact]
    public async Task A_withdrawn_request_asks_for_nothing_and_what_was_sent_goes_on()
    {
        await using var province = await Province.Founded(running);
        var request = await province.Clerk.Asked();
        var further = await province.FurtherCommune();
        var sent = await province.Send(request, province.Commune, 5);
        var draft = (await province.Clerk.Open(request, province.OtherCommune).Taken()).Id();
        Assert.Equal((3, 1, 0, 0, 2), await province.Clerk.Duties(request));
        await province.Clerk.Withdraw(request.Id()).Taken();

        Assert.Equal((0, 0, 0, 0, 0), await province.Clerk.Duties(request));
        Assert.Equal("409 reporting.request-withdrawn", await province.Clerk.Open(request, further).Refused());
        Assert.Equal(
            "409 reporting.request-withdrawn",
            await province.Clerk.Change(HttpMethod.Post, $"reports/{draft}", "submission").Refused()
        );
        await province.Change(HttpMethod.Post, sent, "approval");
        await Becomes(province.Clerk, $"TCD01?{request.Question()}", 5);
        Assert.Equal((0, 1, 0), CoverageOf(await province.Clerk.Read($"figures?{request.Question()}")));

        await province.Change(HttpMethod.Post, sent, "correction", new { reason = "sai" });
        await new Visits(province).Enter(sent, 6);
        await province.Change(HttpMethod.Post, sent, "submission");
        await province.Change(HttpMethod.Post, sent, "approval");
        await Becomes(province.Clerk, $"TCD01?{request.Question()}", 6);
    }

    [Fact]
    public async Task It_holds_in_every_instance_from_its_answer_on()
    {
        await using var province = await Province.Founded(running);
        await using var replica = await running.Reporting.Replica();
        using var there = replica.As(province.Id, "reporting.read", "reporting.write", "reporting.approve");

        var request = await province.Clerk.Asked();
        Assert.Equal((2, 0, 0, 0, 2), await there.Duties(request));
        Assert.Equal(HttpStatusCode.Created, await there.Open(request, province.Commune).Status());
        // Both have counted who owes it, and answer from that no more.
        Assert.Equal((2, 0, 2), CoverageOf(await there.Read($"figures?{request.Question()}")));
        await province.Clerk.Withdraw(request.Id()).Taken();
        Assert.Equal((0, 0, 0), CoverageOf(await there.Read($"figures?{request.Question()}")));
        Assert.Equal("409 reporting.request-withdrawn", await there.Open(request, province.OtherCommune).Refused());
    }

    [Fact]
    public async Task It_is_filled_from_a_file_by_whom_it_asks()
    {
        await using var province = await Province.Founded(running);
        var request = await province.Clerk.Asked(Asking.Body(units: [province.Commune]));
        var (status, body) = await Sheets.Imports.Post(
            province.Clerk,
            Sheets.Imports.Csv(
                $"TTCP_TCD,ADHOC,AD_HOC,2026,{request.Index()},{province.Commune},TCD01,REPORTED,5,,",
                $"TTCP_TCD,ADHOC,AD_HOC,2026,{request.Index()},{province.OtherCommune},TCD01,REPORTED,7,,"
            ),
            "?partial=true"
        );
        Assert.Equal((HttpStatusCode.OK, (1, 0, 1, 1)), (status, Sheets.Imports.Counts(body)));
        Assert.Equal((1, 0, 0, 0, 1), await province.Clerk.Duties(request));
    }

    static DateOnly Yesterday => TimeProvider.System.Today().AddDays(-1);

    // Nobody is asked for a report by a day that is over: the day is moved.
    Task<int> DueYesterday(JsonElement request) =>
        running.Reporting.Database.Execute("update report_requests set send_by = $2 where id = $1", request.Id(), Yesterday);
}
