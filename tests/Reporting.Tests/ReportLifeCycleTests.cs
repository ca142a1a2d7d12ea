using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Tests;

/// <summary>From draft to approved, and what each state refuses.</summary>
public class ReportLifeCycleTests
{
    static readonly FrozenContent Content = new("{}", "hash");
    static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    readonly Report report = new()
    {
        Id = Guid.CreateVersion7(),
        Form = "DANVAN",
        FormVersion = 1,
        UnitId = Guid.CreateVersion7(),
        Regime = "STATE_ND09",
        PeriodKind = PeriodKind.Year,
        PeriodYear = 2026,
        PeriodIndex = 1,
        PeriodFrom = new(2025, 12, 15),
        PeriodTo = new(2026, 12, 14),
        OpenedBy = "clerk",
        OpenedAt = At,
    };

    [Fact]
    public void A_draft_is_submitted_and_then_approved()
    {
        Assert.Null(report.Submit(Content, "clerk", TimeProvider.System));
        Assert.Null(report.Approve("head", At));

        Assert.Equal((ReportState.Approved, "hash", "head"), (report.State, report.ContentHash, report.ApprovedBy));
    }

    [Fact]
    public void A_submitted_report_is_not_edited_and_not_submitted_again()
    {
        report.Submit(Content, "clerk", TimeProvider.System);

        Assert.Equal("reporting.not-editable", report.RefusesEdits()?.Code);
        Assert.Equal("reporting.not-editable", report.Submit(Content, "clerk", TimeProvider.System)?.Code);
    }

    [Fact]
    public void A_returned_report_is_open_again_and_was_sent_when_it_was_first_sent()
    {
        report.Submit(Content, "clerk", TimeProvider.System);
        var sent = report.FirstSentOn;

        Assert.Null(report.Return("thiếu số liệu", "head", At));

        Assert.Null(report.RefusesEdits());
        Assert.Equal((null, sent, "thiếu số liệu"), (report.Content, report.FirstSentOn, report.ReturnReason));
    }

    [Fact]
    public void Only_a_submitted_report_is_approved_or_returned()
    {
        Assert.Equal("reporting.not-submitted", report.Approve("head", At)?.Code);
        Assert.Equal("reporting.not-submitted", report.Return("vì sao", "head", At)?.Code);
    }

    [Fact]
    public void An_approved_report_is_neither_edited_nor_returned()
    {
        report.Submit(Content, "clerk", TimeProvider.System);
        report.Approve("head", At);

        Assert.Equal("reporting.not-editable", report.RefusesEdits()?.Code);
        Assert.Equal("reporting.not-submitted", report.Return("vì sao", "head", At)?.Code);
    }

    [Fact]
    public void An_approved_report_is_opened_again_as_its_next_edition_and_is_not_late_for_that()
    {
        report.Submit(Content, "clerk", TimeProvider.System);
        report.Approve("head", At);
        var sent = report.FirstSentOn;

        Assert.Null(report.RefusesCorrection());
        report.Correct("sai số liệu", "clerk", At);

        Assert.Equal((ReportState.Correcting, 2, "sai số liệu"), (report.State, report.Edition, report.CorrectionReason));
        Assert.Equal((null, null, null), (report.Content, report.ApprovedBy, report.SubmittedBy));
        Assert.Equal(sent, report.FirstSentOn);
        Assert.Null(report.RefusesEdits());
    }

    [Fact]
    public void Only_an_approved_report_is_corrected()
    {
        Refused();
        report.Submit(Content, "clerk", TimeProvider.System);
        Refused();
        report.Return("thiếu số liệu", "head", At);
        Refused();
        report.Submit(Content, "clerk", TimeProvider.System);
        report.Approve("head", At);
        report.Correct("sai số liệu", "clerk", At);
        Refused();

        void Refused() => Assert.Equal("reporting.not-approved", report.RefusesCorrection()?.Code);
    }

    [Fact]
    public void A_correction_is_sent_returned_and_approved_as_a_report_is()
    {
        report.Submit(Content, "clerk", TimeProvider.System);
        report.Approve("head", At);
        report.Correct("sai số liệu", "clerk", At);

        Assert.Equal("reporting.not-submitted", report.Approve("head", At)?.Code);
        Assert.Null(report.Submit(Content with { Hash = "other" }, "clerk", TimeProvider.System));
        Assert.Null(report.Return("vẫn sai", "head", At));
        Assert.Null(report.Submit(Content with { Hash = "third" }, "clerk", TimeProvider.System));
        Assert.Null(report.Approve("head", At));

        Assert.Equal((ReportState.Approved, 2, "third"), (report.State, report.Edition, report.ContentHash));
    }
}
