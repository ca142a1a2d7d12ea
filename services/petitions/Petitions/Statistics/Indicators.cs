using System.Linq.Expressions;
using DanVan.Chassis;
using DanVan.Petitions.Eligibility;

namespace DanVan.Petitions.Statistics;

/// <summary>A figure of the statistics: which spells it counts, by papers (đơn) and by cases (vụ việc).</summary>
/// <param name="Counts">What is true of the spells it counts.</param>
public sealed record Indicator(string Code, string Vi, string En, Expression<Func<Cell, bool>> Counts)
{
    readonly Func<Cell, bool> counts = Counts.Compile();

    public int Papers(IEnumerable<Counted> cells) => cells.Where(cell => counts(cell.Cell)).Sum(cell => cell.Papers);

    public int Cases(IEnumerable<Counted> cells) => cells.Where(cell => counts(cell.Cell)).Sum(cell => cell.Cases);
}

/// <summary>A figure that others make up, each spell in one of them.</summary>
public sealed record Partition(string Whole, IReadOnlyList<string> Parts);

/// <summary>
/// The figures of TT 06/2025/TT-TTCP about petitions. What was there and what came is what was done and what is left, since all four look at the same spells.
/// </summary>
public static class Indicators
{
    public static readonly IReadOnlyList<Indicator> All =
    [
        new("stock.total", "Tổng số phải xử lý", "All there was to deal with", c => true),
        new("stock.opening", "Kỳ trước chuyển sang", "Carried over from the period before", c => c.WasThere),
        new("stock.received", "Tiếp nhận trong kỳ", "Received in the period", c => !c.WasThere && c.Entry == Entry.Received),
        new("stock.reopened", "Mở lại trong kỳ", "Opened again in the period", c => !c.WasThere && c.Entry == Entry.Reopened),
        new("stock.taken-over", "Nhận từ đơn vị khác", "Taken over from another unit", c => !c.WasThere && c.Entry == Entry.TakenOver),
        new("stock.done", "Đã xử lý", "Dealt with", c => c.IsDone),
        new("stock.remaining", "Còn lại cuối kỳ", "Left at the end of the period", c => !c.IsDone),
        new("accepted", "Thụ lý trong kỳ", "Accepted in the period", c => c.IsAccepted && !c.WasAccepted && !c.CameAccepted),
        Done(Ending.Guided, "Hướng dẫn", "Guided to the competent body"),
        Done(Ending.Forwarded, "Chuyển cơ quan có thẩm quyền", "Forwarded to the competent body"),
        Done(Ending.NotAccepted, "Không thụ lý", "Not accepted"),
        Done(Ending.Filed, "Không đủ điều kiện xử lý, lưu đơn", "Not eligible, filed"),
        Done(Ending.Information, "Thông tin thanh tra, kiểm tra", "Information for inspection"),
        Done(Ending.Duplicate, "Đơn trùng, nhập vào vụ việc đã có", "Duplicates, joined to another case"),
        Done(Ending.Withdrawn, "Rút đơn", "Withdrawn"),
        Done(Ending.Resolved, "Đã giải quyết", "Resolved"),
        Done(Ending.Stopped, "Đình chỉ", "Stopped"),
        Done(Ending.Returned, "Trả lại nơi chuyển đến", "Returned to the unit that had forwarded it"),
        Done(Ending.HandedOver, "Chuyển đơn vị khác tiếp tục", "Went to another unit"),
        OfReceived("eligible", "Đủ điều kiện xử lý", "Eligible", Verdict.Eligible),
        OfReceived("not-eligible", "Không đủ điều kiện xử lý", "Not eligible", Verdict.NotEligible),
        OfReceived("information", "Tố cáo không rõ người viết, có chứng cứ", "Anonymous, with evidence", Verdict.InspectionInformation),
        OfReceived("not-classified", "Chưa phân loại", "Not classified", null),
        new(
            "received.duplicates",
            "Trong đó: đơn trùng",
            "Of these: duplicates",
            c => !c.WasThere && c.Entry == Entry.Received && c.IsDuplicate
        ),
        new(
            "received.groups",
            "Trong đó: đơn đông người",
            "Of these: of many people",
            c => !c.WasThere && c.Entry == Entry.Received && c.IsGroup
        ),
        new("resolution.total", "Phải giải quyết", "To be resolved", c => c.IsAccepted),
        new("resolution.opening", "Kỳ trước chuyển sang", "Carried over from the period before", c => c.WasAccepted),
        new("resolution.accepted", "Thụ lý trong kỳ", "Accepted in the period", c => c.IsAccepted && !c.WasAccepted && !c.CameAccepted),
        new(
            "resolution.reopened",
            "Mở lại trong kỳ",
            "Opened again in the period",
            c => c.IsAccepted && !c.WasAccepted && c.CameAccepted && c.Entry == Entry.Reopened
        ),
        new(
            "resolution.taken-over",
            "Nhận từ đơn vị khác",
            "Taken over from another unit",
            c => c.IsAccepted && !c.WasAccepted && c.CameAccepted && c.Entry == Entry.TakenOver
        ),
        new("resolution.done", "Đã xong", "Done", c => c.IsAccepted && c.IsDone),
        new("resolution.remaining", "Đang giải quyết", "Being resolved", c => c.IsAccepted && !c.IsDone),
        new("resolution.resolved", "Đã giải quyết", "Resolved", c => c.IsAccepted && c.IsDone && c.Ending == Ending.Resolved),
        new("resolution.withdrawn", "Rút đơn", "Withdrawn", c => c.IsAccepted && c.IsDone && c.Ending == Ending.Withdrawn),
        new("resolution.stopped", "Đình chỉ", "Stopped", c => c.IsAccepted && c.IsDone && c.Ending == Ending.Stopped),
        new(
            "resolution.handed-over",
            "Chuyển đơn vị khác tiếp tục",
            "Went to another unit",
            c => c.IsAccepted && c.IsDone && c.Ending == Ending.HandedOver
        ),
        Resolved("right", "Đúng", "Well-founded", Outcome.Dung),
        Resolved("partly-right", "Đúng một phần", "Partly well-founded", Outcome.DungMotPhan),
        Resolved("wrong", "Sai", "Unfounded", Outcome.Sai),
        Resolved("taken-up", "Tiếp thu", "Taken up", Outcome.TiepThu),
        Resolved("explained", "Giải trình", "Explained", Outcome.GiaiTrinh),
        Resolved("without-ground", "Không có cơ sở", "Without ground", Outcome.KhongCoCoSo),
        new("resolved.in-time", "Đúng hạn", "In time", c => c.IsDone && c.Ending == Ending.Resolved && c.InTime),
        new("resolved.late", "Quá hạn", "Late", c => c.IsDone && c.Ending == Ending.Resolved && !c.InTime),
    ];

    public static readonly IReadOnlyList<Partition> Partitions =
    [
        new("stock.total", ["stock.opening", "stock.received", "stock.reopened", "stock.taken-over"]),
        new("stock.total", ["stock.done", "stock.remaining"]),
        new("stock.done", [.. Enum.GetValues<Ending>().Select(Code)]),
        new("stock.received", ["received.eligible", "received.not-eligible", "received.information", "received.not-classified"]),
        new("resolution.total", ["resolution.opening", "resolution.accepted", "resolution.reopened", "resolution.taken-over"]),
        new("resolution.total", ["resolution.done", "resolution.remaining"]),
        new("resolution.done", ["resolution.resolved", "resolution.withdrawn", "resolution.stopped", "resolution.handed-over"]),
        new(
            "resolution.resolved",
            [
                "resolved.right",
                "resolved.partly-right",
                "resolved.wrong",
                "resolved.taken-up",
                "resolved.explained",
                "resolved.without-ground",
            ]
        ),
        new("resolution.resolved", ["resolved.in-time", "resolved.late"]),
        new("resolution.resolved", [Code(Ending.Resolved)]),
        new("resolution.accepted", ["accepted"]),
    ];

    public static Indicator? Find(string code) => All.FirstOrDefault(indicator => indicator.Code == code);

    static string Code(Ending ending) => $"done.{EnumNames.Of(ending).ToLowerInvariant().Replace('_', '-')}";

    static Indicator Done(Ending ending, string vi, string en) => new(Code(ending), vi, en, c => c.IsDone && c.Ending == ending);

    static Indicator OfReceived(string code, string vi, string en, Verdict? verdict) =>
        new($"received.{code}", vi, en, c => !c.WasThere && c.Entry == Entry.Received && c.Verdict == verdict);

    static Indicator Resolved(string code, string vi, string en, Outcome outcome) =>
        new($"resolved.{code}", vi, en, c => c.IsDone && c.Ending == Ending.Resolved && c.Outcome == outcome);
}
