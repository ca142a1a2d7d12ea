using DanVan.Chassis.Http;

namespace DanVan.Reporting.Approvals;

/// <summary>Whose turn it is to approve a report, and who may take something back.</summary>
/// <param name="Levels">The levels that approve it, from below upwards; none where one approval of anybody is for good.</param>
/// <param name="Standing">Approvals of the edition at hand that stand, in order.</param>
sealed record ApprovalPlan(IReadOnlyList<string> Levels, IReadOnlyList<ReportApproval> Standing)
{
    /// <summary>The level whose turn it is: the next above the highest that has approved. Where the rules changed in between and left none, the last.</summary>
    public string? Awaits => Levels.FirstOrDefault(level => UnitLevels.RankOf(level) > Highest) ?? (Levels is [.., var last] ? last : null);

    /// <summary>Whether an approval now is for good.</summary>
    public bool IsLast => Next is null;

    /// <summary>The level after that; none when it is the last.</summary>
    public string? Next => Levels.SkipWhile(level => level != Awaits).Skip(1).FirstOrDefault();

    int Highest => Standing.Select(approval => UnitLevels.RankOf(approval.Level)).DefaultIfEmpty(-1).Max();

    /// <param name="level">The level of the unit of whoever wants to approve.</param>
    public Rejection? RefusesApproval(string? level) => Awaits is null || level == Awaits ? null : OtherLevel(Awaits);

    /// <param name="level">The level of the unit of whoever wants to return it.</param>
    public Rejection? RefusesReturn(string? level) =>
        Awaits is null || UnitLevels.RankOf(level) >= UnitLevels.RankOf(Awaits) ? null
        : Standing.Count > 0 ? HigherApproved
        : OtherLevel(Awaits);

    /// <param name="unit">The unit of whoever wants to take its approval back.</param>
    public Rejection? RefusesWithdrawal(Guid? unit) =>
        Standing is [.., var last] && last.UnitId == unit ? null
        : Standing.Any(approval => approval.UnitId == unit) ? HigherApproved
        : new(
            "reporting.not-approved-by-unit",
            "Đơn vị của người gọi chưa phê duyệt báo cáo này.",
            "The unit of the caller has not approved this report."
        );

    static readonly Rejection HigherApproved = new(
        "reporting.higher-level-approved",
        "Cấp trên đã phê duyệt; chỉ cấp trên mới rút phê duyệt hoặc trả lại được.",
        "A higher level has approved; only that one can withdraw its approval or return the report."
    );

    static Rejection OtherLevel(string awaits) =>
        new(
            "reporting.other-level-approves",
            $"Báo cáo đang chờ cấp {NameOf(awaits)} phê duyệt; cấp của người gọi chưa đến lượt, hoặc không phê duyệt báo cáo này.",
            $"The report awaits the approval of the level {awaits}; it is not the turn of the level of the caller."
        );

    static string NameOf(string level) =>
        level switch
        {
            "COMMUNE" => "xã",
            "DISTRICT" => "huyện",
            "PROVINCE" => "tỉnh",
            _ => "Trung ương",
        };
}
