using DanVan.Reporting.QuickReports;

namespace DanVan.Reporting.Tests.QuickReports;

/// <summary>The life of a quick report, level by level.</summary>
public class QuickReportTests
{
    static readonly DateTimeOffset sent = new(2026, 7, 20, 2, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan twelveHours = TimeSpan.FromHours(12);
    static readonly (Guid Sender, Guid Above, Guid Top) unit = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void It_goes_up_level_by_level_each_with_the_whole_time_and_stays_at_the_top()
    {
        var report = Sent();
        Assert.Equal((sent + twelveHours, true, unit.Above), (report.AcknowledgeBy, report.Escalates, report.LastRecipient));

        var late = sent.AddDays(3);
        var told = report.Escalate(unit.Top, twelveHours, late);
        Assert.Equal((unit.Above, unit.Top, late + twelveHours), (told!.FromUnitId, told.ToUnitId, told.AcknowledgeBy));
        Assert.Equal(unit.Top, report.LastRecipient);

        Assert.Null(report.Escalate(null, twelveHours, late));
        Assert.Equal((false, 2, QuickReportState.Sent), (report.Escalates, report.Recipients.Count, report.State));
    }

    [Fact]
    public void While_a_tree_shows_a_circle_for_a_moment_nothing_goes_round_in_it() =>
        Assert.Null(Sent().Escalate(unit.Above, twelveHours, sent));

    [Fact]
    public void Once_acknowledged_it_waits_for_nobody()
    {
        var report = Sent();
        Assert.Equal("reporting.unit-above-only", report.Acknowledge(unit.Sender, "ai", sent)?.Code);
        Assert.Null(report.Acknowledge(unit.Above, "ai", sent));
        Assert.Equal((null, false), (report.AcknowledgeBy, report.Escalates));
        Assert.Equal("reporting.is-acknowledged", report.Acknowledge(unit.Above, "ai", sent)?.Code);
    }

    [Fact]
    public void It_is_closed_once_acknowledged_and_takes_nothing_more()
    {
        var report = Sent();
        Assert.Equal("reporting.not-acknowledged", report.Close("xong", unit.Sender, "ai", sent)?.Code);
        Assert.Equal("reporting.unit-above-only", report.Add(QuickEntryKind.Instruction, "làm", unit.Sender, "ai", sent)?.Code);
        Assert.Null(report.Add(QuickEntryKind.FollowUp, "tiếp", unit.Sender, "ai", sent));
        report.Acknowledge(unit.Above, "ai", sent);
        Assert.Null(report.Close("xong", unit.Sender, "ai", sent));
        Assert.Equal("reporting.quick-report-is-closed", report.Close("xong", unit.Above, "ai", sent)?.Code);
        Assert.Equal("reporting.quick-report-is-closed", report.Add(QuickEntryKind.FollowUp, "tiếp", unit.Sender, "ai", sent)?.Code);
    }

    [Fact]
    public void Whoever_has_nobody_above_waits_for_nobody()
    {
        var report = Drafted();
        Assert.Null(report.Send(null, twelveHours).AcknowledgeBy);
        Assert.Equal((QuickReportState.Acknowledged, false, 0), (report.State, report.Escalates, report.Recipients.Count));
    }

    [Fact]
    public void The_shipped_catalogue_leaves_less_time_the_more_urgent_it_is()
    {
        var hours = QuickReportCatalogue.Load().Urgencies.Select(one => one.AcknowledgeWithinHours).ToList();
        Assert.Equal(hours.OrderDescending(), hours);
        Assert.Equal("field", QuickReportCatalogue.Load().Refuses("NONE", "FLASH")?.Field);
        Assert.Equal("urgency", QuickReportCatalogue.Load().Refuses("OTHER", "NONE")?.Field);
    }

    [Theory]
    [InlineData(
        """{"fields":[{"code":"A","name":{"vi":"a","en":"a"}}],"urgencies":[{"code":"B","name":{"vi":"b","en":"b"},"acknowledgeWithinHours":0}]}"""
    )]
    [InlineData("""{"fields":[],"urgencies":[{"code":"B","name":{"vi":"b","en":"b"},"acknowledgeWithinHours":1}]}""")]
    [InlineData(
        """{"fields":[{"code":"A","name":{"vi":"a","en":"a"}},{"code":"A","name":{"vi":"a","en":"a"}}],"urgencies":[{"code":"B","name":{"vi":"b","en":"b"},"acknowledgeWithinHours":1}]}"""
    )]
    public void A_catalogue_that_makes_no_sense_stops_the_start(string json)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);
        try
        {
            Assert.Throws<InvalidOperationException>(() => QuickReportCatalogue.Load(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    static QuickReport Sent()
    {
        var report = Drafted();
        report.Send(unit.Above, twelveHours);
        return report;
    }

    static QuickReport Drafted() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UnitId = unit.Sender,
            Subject = "Điểm tập kết rác",
            Field = "HOT_SPOT",
            Urgency = "URGENT",
            PlaceUnitId = unit.Sender,
            SituationAt = sent,
            SituationOn = new(2026, 7, 20),
            WhatHappened = "Khoảng 40 hộ tập trung.",
            SentBy = "ai",
            SentAt = sent,
        };
}
