using DanVan.Petitions.Receptions;

namespace DanVan.Petitions.Statistics;

/// <summary>A session of citizen reception that was held.</summary>
public sealed class CountedSession
{
    public required Guid ReceptionId { get; init; }
    public required long Sequence { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required ReceptionKind Session { get; init; }
    public required ReceivedBy ReceivedBy { get; init; }
    public required bool IsOnline { get; init; }
}

/// <summary>One time that people were heard (lượt tiếp).</summary>
public sealed class CountedVisit : ICountedByKind
{
    public required Guid VisitId { get; init; }
    public required long Sequence { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required ReceptionKind Session { get; init; }
    public required ReceivedBy ReceivedBy { get; init; }
    public required bool IsOnline { get; init; }
    public required PetitionKind Kind { get; init; }
    public required PetitionField Field { get; init; }
    public required int People { get; init; }
    public required bool IsGroup { get; init; }
    public required bool IsNewCase { get; init; }
    public required VisitOutcome Outcome { get; init; }
}

/// <summary>A letter that reminds a unit of the answer it owes (đôn đốc).</summary>
public sealed class CountedReminder : ICountedByKind
{
    public required long Sequence { get; init; }
    public required Guid PetitionId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly SentOn { get; init; }
    public required PetitionKind Kind { get; init; }
    public required PetitionField Field { get; init; }
}

/// <summary>What is asked of a visit.</summary>
public sealed record VisitCell
{
    public ReceptionKind Session { get; init; }
    public ReceivedBy ReceivedBy { get; init; }
    public bool IsOnline { get; init; }
    public PetitionKind Kind { get; init; }
    public bool IsGroup { get; init; }
    public bool IsNewCase { get; init; }
    public VisitOutcome Outcome { get; init; }
}

/// <summary>How many visits look alike, and how many people came with them.</summary>
public sealed record CountedVisits(VisitCell Cell, int Visits, int People);

/// <summary>A figure of the statistics of citizen reception, in visits (lượt, đoàn) and people (người).</summary>
public sealed record VisitIndicator(string Code, string Vi, string En, Func<VisitCell, bool> Counts)
{
    public (int Visits, int People) Of(IEnumerable<CountedVisits> cells)
    {
        var counted = cells.Where(cell => Counts(cell.Cell)).ToList();
        return (counted.Sum(cell => cell.Visits), counted.Sum(cell => cell.People));
    }
}

/// <summary>The figures of TT 06/2025/TT-TTCP about citizen reception.</summary>
public static class VisitIndicators
{
    public static readonly IReadOnlyList<VisitIndicator> All =
    [
        new("visits", "Lượt tiếp", "Visits", _ => true),
        new("visits.regular", "Tiếp thường xuyên", "At regular sessions", v => v.Session is ReceptionKind.ThuongXuyen),
        new("visits.periodic", "Tiếp định kỳ", "At periodic sessions", v => v.Session is ReceptionKind.DinhKy),
        new("visits.unplanned", "Tiếp đột xuất", "At unplanned sessions", v => v.Session is ReceptionKind.DotXuat),
        new("visits.by-head", "Người đứng đầu tiếp", "Received by the head", v => v.ReceivedBy is ReceivedBy.Head),
        new("visits.by-delegate", "Ủy quyền tiếp", "Received by a delegate", v => v.ReceivedBy is ReceivedBy.Delegate),
        new("visits.by-officer", "Cán bộ tiếp", "Received by an officer", v => v.ReceivedBy is ReceivedBy.Officer),
        new("visits.online", "Tiếp trực tuyến", "Online", v => v.IsOnline),
        new("visits.in-person", "Tiếp trực tiếp", "In person", v => !v.IsOnline),
        new("visits.old-cases", "Vụ việc cũ", "Cases heard before", v => !v.IsNewCase),
        new("visits.new-cases", "Vụ việc mới", "Cases heard for the first time", v => v.IsNewCase),
        new("visits.complaints", "Khiếu nại", "Complaints", v => v.Kind is PetitionKind.KhieuNai),
        new("visits.denunciations", "Tố cáo", "Denunciations", v => v.Kind is PetitionKind.ToCao),
        new("visits.proposals", "Kiến nghị", "Proposals", v => v.Kind is PetitionKind.KienNghi),
        new("visits.feedback", "Phản ánh", "Feedback", v => v.Kind is PetitionKind.PhanAnh),
        new("visits.guided", "Hướng dẫn", "Guided", v => v.Outcome is VisitOutcome.Guided),
        new("visits.explained", "Giải thích tại chỗ", "Answered on the spot", v => v.Outcome is VisitOutcome.Explained),
        new("visits.received", "Tiếp nhận đơn", "A petition was received", v => v.Outcome is VisitOutcome.Received),
        new("visits.refused", "Từ chối tiếp", "Turned away", v => v.Outcome is VisitOutcome.Refused),
        new("groups", "Đoàn đông người", "Groups", v => v.IsGroup),
        new("groups.old-cases", "Đoàn về vụ việc cũ", "Groups with cases heard before", v => v.IsGroup && !v.IsNewCase),
        new("groups.new-cases", "Đoàn về vụ việc mới", "Groups with new cases", v => v.IsGroup && v.IsNewCase),
    ];

    public static readonly IReadOnlyList<Partition> Partitions =
    [
        new("visits", ["visits.regular", "visits.periodic", "visits.unplanned"]),
        new("visits", ["visits.by-head", "visits.by-delegate", "visits.by-officer"]),
        new("visits", ["visits.online", "visits.in-person"]),
        new("visits", ["visits.old-cases", "visits.new-cases"]),
        new("visits", ["visits.complaints", "visits.denunciations", "visits.proposals", "visits.feedback"]),
        new("visits", ["visits.guided", "visits.explained", "visits.received", "visits.refused"]),
        new("groups", ["groups.old-cases", "groups.new-cases"]),
    ];

    /// <summary>All that the figures of a window are made of, in one pass.</summary>
    public static IQueryable<CountedVisits> Count(this IQueryable<CountedVisit> visits, Window window) =>
        visits
            .Where(v => v.HeldOn >= window.From && v.HeldOn <= window.To)
            .GroupBy(v => new VisitCell
            {
                Session = v.Session,
                ReceivedBy = v.ReceivedBy,
                IsOnline = v.IsOnline,
                Kind = v.Kind,
                IsGroup = v.IsGroup,
                IsNewCase = v.IsNewCase,
                Outcome = v.Outcome,
            })
            .Select(alike => new CountedVisits(alike.Key, alike.Count(), alike.Sum(v => v.People)));
}
