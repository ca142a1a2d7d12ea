using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Following;

/// <summary>What has happened.</summary>
public enum HistoryKind
{
    /// <summary>Somebody entered a value, put one beside a derived one, or withdrew it.</summary>
    Value,

    /// <summary>A report was opened, sent, returned, approved, corrected, handed over, a rule explained, an exception granted or revoked, figures consolidated.</summary>
    Decision,
}

/// <summary>Which part of the history is asked for.</summary>
/// <param name="From">The first day; 30 days before the last unless told.</param>
/// <param name="To">The last day; today unless told. At most 366 days together.</param>
/// <param name="UnitId">Of this unit and all below it, as they stand on the last day.</param>
/// <param name="Form">About reports on this form only.</param>
/// <param name="ReportId">About this report only.</param>
/// <param name="Cell">Values of this cell only.</param>
/// <param name="By">Of this account or client only.</param>
/// <param name="Kind">Values only, or decisions only.</param>
public sealed record HistoryQuestion(
    [FromQuery] DateOnly? From = null,
    [FromQuery] DateOnly? To = null,
    [FromQuery] Guid? UnitId = null,
    [FromQuery] [Text(64)] string? Form = null,
    [FromQuery] Guid? ReportId = null,
    [FromQuery] [Text(64)] string? Cell = null,
    [FromQuery] [Text(200)] string? By = null,
    [FromQuery] HistoryKind? Kind = null
)
{
    const int Longest = 366;

    /// <summary>The window of days; or what is wrong with it.</summary>
    internal (DateOnly From, DateOnly To)? Window(DateOnly today, out Rejection? refused)
    {
        var to = To ?? (From is { } begin && begin > today ? begin : today);
        var from = From ?? to.AddDays(-30);
        refused =
            to < from
                ? new(
                    "reporting.window-ends-before-it-begins",
                    "Ngày cuối không được trước ngày đầu.",
                    "The last day is not before the first.",
                    StatusCodes.Status400BadRequest,
                    "to"
                )
            : to.DayNumber - from.DayNumber >= Longest
                ? new(
                    "reporting.window-too-long",
                    $"Mỗi lần xem tối đa {Longest} ngày; hãy chia nhỏ khoảng thời gian.",
                    $"At most {Longest} days at once; ask for shorter stretches.",
                    StatusCodes.Status400BadRequest,
                    "from"
                )
            : null;
        return refused is null ? (from, to) : null;
    }
}
