namespace DanVan.Reporting.QuickReports;

/// <summary>What is added to a quick report.</summary>
public enum QuickEntryKind
{
    /// <summary>How it goes on (diễn biến tiếp theo).</summary>
    FollowUp,

    /// <summary>What a unit above wants done (chỉ đạo).</summary>
    Instruction,
}

/// <summary>Something that was added to a quick report, for good.</summary>
public sealed class QuickReportEntry
{
    /// <summary>Counts from 1.</summary>
    public required int Number { get; init; }
    public required QuickEntryKind Kind { get; init; }

    /// <summary>The unit that added it.</summary>
    public required Guid UnitId { get; init; }
    public required string Text { get; init; }

    /// <summary>The account or client.</summary>
    public required string AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}
