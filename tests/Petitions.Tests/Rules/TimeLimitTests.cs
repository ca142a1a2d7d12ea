using static DanVan.Petitions.Tests.Rules.Days;

namespace DanVan.Petitions.Tests.Rules;

/// <summary>Every row of the law's table of time limits, with the day that it gives counted by hand on the calendar of 2026.</summary>
public sealed class TimeLimitTests
{
    // article, rule, start, longer limit, last day by law, last day rolled past days off
    public static readonly TheoryData<string, string, string, bool, string, string> Limits = new()
    {
        { "Luật Khiếu nại Đ27: 10 ngày", "KN.ACC", "2020-12-09", false, "2020-12-19", "2020-12-21" },
        { "NĐ 124/2020 Đ16.1: 10 ngày làm việc", "KN.ACC", "2020-12-10", false, "2020-12-24", "2020-12-24" },
        { "NĐ 124/2020 Đ16.1: 10 ngày làm việc, ngày cuối có hiệu lực", "KN.ACC", "2026-06-30", false, "2026-07-14", "2026-07-14" },
        { "Luật 136/2025 Đ2.15b: 7 ngày làm việc", "KN.ACC", "2026-07-01", false, "2026-07-10", "2026-07-10" },
        { "Luật Khiếu nại Đ28: 30 ngày", "KN.R1", "2026-08-03", false, "2026-09-02", "2026-09-03" },
        { "Luật Khiếu nại Đ28: phức tạp 45 ngày", "KN.R1", "2026-08-03", true, "2026-09-17", "2026-09-17" },
        { "Luật Khiếu nại Đ28: vùng sâu, vùng xa 45 ngày", "KN.R1.REMOTE", "2026-08-03", false, "2026-09-17", "2026-09-17" },
        { "Luật Khiếu nại Đ28: vùng sâu, vùng xa, phức tạp 60 ngày", "KN.R1.REMOTE", "2026-08-03", true, "2026-10-02", "2026-10-02" },
        { "Luật Khiếu nại Đ37: 45 ngày", "KN.R2", "2026-08-03", false, "2026-09-17", "2026-09-17" },
        { "Luật Khiếu nại Đ37: phức tạp 60 ngày", "KN.R2", "2026-08-03", true, "2026-10-02", "2026-10-02" },
        { "Luật Khiếu nại Đ37: vùng sâu, vùng xa 60 ngày", "KN.R2.REMOTE", "2026-08-03", false, "2026-10-02", "2026-10-02" },
        { "Luật Khiếu nại Đ37: vùng sâu, vùng xa, phức tạp 70 ngày", "KN.R2.REMOTE", "2026-08-03", true, "2026-10-12", "2026-10-12" },
        { "Luật Khiếu nại Đ33: 30 ngày", "KN.APPEAL", "2026-08-03", false, "2026-09-02", "2026-09-03" },
        { "Luật Khiếu nại Đ33: vùng sâu, vùng xa 45 ngày", "KN.APPEAL", "2026-08-03", true, "2026-09-17", "2026-09-17" },
        { "Luật Khiếu nại Đ9: 90 ngày", "KN.LIMIT", "2026-08-03", false, "2026-11-01", "2026-11-02" },
        { "Luật Khiếu nại Đ32: 3 ngày làm việc", "KN.SEND1", "2026-04-29", false, "2026-05-06", "2026-05-06" },
        { "Luật Khiếu nại Đ41.1: 7 ngày", "KN.SEND2", "2026-04-24", false, "2026-05-01", "2026-05-04" },
        { "Luật Khiếu nại Đ44: 30 ngày", "KN.FORCE", "2026-03-31", false, "2026-04-30", "2026-05-04" },
        { "Luật Khiếu nại Đ44: vùng sâu, vùng xa 45 ngày", "KN.FORCE", "2026-03-31", true, "2026-05-15", "2026-05-15" },
        { "NĐ 155/2026 Đ11: trước 5 ngày", "KN.DIALOGUE.NOTICE", "2026-07-10", false, "2026-07-05", "2026-07-05" },
        { "NĐ 155/2026 Đ28b: 3 ngày làm việc", "KN.SUSP.SEND", "2026-08-31", false, "2026-09-07", "2026-09-07" },
        { "Luật Tố cáo Đ24.1: 7 ngày làm việc", "TC.INIT", "2026-07-10", false, "2026-07-21", "2026-07-21" },
        { "Luật Tố cáo Đ24.1: nhiều địa điểm 10 ngày làm việc", "TC.INIT", "2026-07-10", true, "2026-07-24", "2026-07-24" },
        { "Luật Tố cáo Đ24.2: 5 ngày làm việc, qua Tết", "TC.FWD", "2026-02-13", false, "2026-02-27", "2026-02-27" },
        { "Luật Tố cáo Đ29.3: 5 ngày làm việc", "TC.ACC.NOTIFY", "2026-04-24", false, "2026-05-06", "2026-05-06" },
        { "Luật Tố cáo Đ30.1: 30 ngày", "TC.RES", "2026-08-03", false, "2026-09-02", "2026-09-03" },
        { "Luật Tố cáo Đ30.2: phức tạp, tổng 60 ngày", "TC.RES.EXT", "2026-08-03", false, "2026-10-02", "2026-10-02" },
        { "Luật Tố cáo Đ30.2-3: đặc biệt phức tạp, tổng 90 ngày", "TC.RES.EXT", "2026-08-03", true, "2026-11-01", "2026-11-02" },
        { "Luật Tố cáo Đ35.3: 5 ngày làm việc", "TC.CONCL.SEND", "2026-07-10", false, "2026-07-17", "2026-07-17" },
        { "Luật Tố cáo Đ36.1: 7 ngày làm việc", "TC.ACTION", "2026-07-10", false, "2026-07-21", "2026-07-21" },
        { "Luật Tố cáo Đ36.3: 5 ngày làm việc", "TC.ACTION.REPORT", "2026-07-10", false, "2026-07-17", "2026-07-17" },
        { "Luật Tố cáo Đ40: 7 ngày làm việc", "TC.PUBLISH", "2026-07-10", false, "2026-07-21", "2026-07-21" },
        { "NĐ 31/2019 Đ6: ít nhất 15 ngày liên tục", "TC.PUBLISH.POSTED", "2026-09-07", false, "2026-09-22", "2026-09-22" },
        { "Luật Tố cáo Đ34.4: 5 ngày làm việc", "TC.SUSP.SEND", "2026-07-10", false, "2026-07-17", "2026-07-17" },
        { "Luật Tố cáo Đ26.2: 20 ngày", "TC.PRESS", "2026-07-10", false, "2026-07-30", "2026-07-30" },
        { "Luật Tố cáo Đ37.2: 20 ngày", "TC.AGAIN", "2026-07-13", false, "2026-08-02", "2026-08-03" },
        { "Luật Tiếp công dân Đ28.1: 10 ngày làm việc", "TCD.REPLY", "2026-07-10", false, "2026-07-24", "2026-07-24" },
        { "Luật Tiếp công dân Đ27.2: 7 ngày làm việc", "TCD.FWD.RESULT", "2026-07-10", false, "2026-07-21", "2026-07-21" },
        { "Luật Tiếp công dân Đ28.2: 5 ngày làm việc", "TCD.FWD.TELL", "2026-07-10", false, "2026-07-17", "2026-07-17" },
        { "Luật Tiếp công dân Đ24.4: trước ít nhất 5 ngày làm việc", "TCD.POST", "2026-09-15", false, "2026-09-08", "2026-09-08" },
        { "NĐ 154/2026 Đ23: trước ít nhất 5 ngày làm việc", "TCD.ONLINE.NOTICE", "2026-09-14", false, "2026-09-07", "2026-09-07" },
        { "NĐ 154/2026 Đ23: trước ít nhất 1 ngày làm việc", "TCD.ONLINE.TEST", "2026-09-14", false, "2026-09-11", "2026-09-11" },
        { "Luật Tiếp công dân Đ9.3: 3 ngày làm việc", "TCD.REFUSE", "2026-09-15", false, "2026-09-18", "2026-09-18" },
        { "NĐ 20/2008 Đ9: 5 ngày làm việc", "PAKN.FWD", "2026-07-10", false, "2026-07-17", "2026-07-17" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_falls_due_on_the_day_that_its_article_gives(
        string article,
        string rule,
        string start,
        bool longer,
        string statutory,
        string due
    )
    {
        var deadline = Engine.Count(rule, Date(start), longer)!;

        Assert.Equal((Date(statutory), Date(due)), (deadline.Statutory, deadline.Due));
        Assert.StartsWith(article[..article.IndexOf(':', StringComparison.Ordinal)], deadline.Article, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_the_table_and_every_longer_limit_is_among_those_tested()
    {
        var tested = Limits
            .Select(row => row.Data)
            .Select(row => (Row: Table.Find(row.Item2, Date(row.Item3)), Longer: row.Item4))
            .ToHashSet();

        foreach (var row in Table.Rules)
        {
            Assert.Contains((row, false), tested);
            Assert.True(row.Longer is null || tested.Contains((row, true)), $"The longer limit of {row.Id} is not tested.");
        }
    }

    [Fact]
    public void No_limit_ends_on_a_day_off_but_the_one_that_is_counted_back()
    {
        var forward = Table.Rules.Where(rule => !rule.Before).Select(rule => rule.Id).Distinct();
        foreach (var rule in forward)
            for (var start = Date("2026-01-01"); start.Year == 2026; start = start.AddDays(1))
                if (Engine.Count(rule, start) is { } deadline)
                    Assert.True(Calendar.IsWorking(deadline.Due), $"{rule} from {start} ends on {deadline.Due}.");
    }
}
