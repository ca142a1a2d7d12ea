using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Flags;

/// <summary>A question about a cell of a report (đánh dấu theo dõi): raised by a reviewer, answered by the unit, settled by the reviewer.</summary>
public sealed class CellFlag : ISubject
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required Guid ReportId { get; init; }

    /// <summary>The reporting unit.</summary>
    public required Guid UnitId { get; init; }
    public required string Form { get; init; }

    /// <summary>The edition in which the cell was asked about.</summary>
    public required int Edition { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Cell { get; init; }
    public FlagState State { get; private set; }
    public required string Comment { get; init; }
    public required string RaisedBy { get; init; }

    /// <summary>The unit of whoever raised it.</summary>
    public required Guid RaisedByUnitId { get; init; }
    public required DateTimeOffset RaisedAt { get; init; }
    public string? Answer { get; private set; }
    public string? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string? ResolvedBy { get; private set; }
    public DateTimeOffset? ResolvedAt { get; private set; }

    Guid? ISubject.UnitId => UnitId;

    internal static CellFlag Of(Report report, string cell, string comment, Caller caller, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            ReportId = report.Id,
            UnitId = report.UnitId,
            Form = report.Form,
            Edition = report.Edition,
            Cell = cell,
            Comment = comment,
            RaisedBy = caller.Subject,
            // Who sees a report has a unit.
            RaisedByUnitId = caller.UnitId!.Value,
            RaisedAt = at,
        };

    /// <summary>Answers it, once.</summary>
    public Rejection? Reply(string answer, string by, DateTimeOffset at)
    {
        if (State is not FlagState.Open)
            return new(
                "reporting.flag-not-open",
                "Đánh dấu này đã được trả lời hoặc đã khép lại; nếu còn vướng mắc, cấp xem xét đánh dấu lại.",
                "The flag has been answered or settled; whatever is open still is flagged anew."
            );
        (State, Answer, AnsweredBy, AnsweredAt) = (FlagState.Answered, answer, by, at);
        return null;
    }

    /// <summary>Settles it, answered or not.</summary>
    public Rejection? Resolve(string by, DateTimeOffset at)
    {
        if (State is FlagState.Resolved)
            return new("reporting.flag-resolved", "Đánh dấu này đã khép lại.", "The flag has been settled already.");
        (State, ResolvedBy, ResolvedAt) = (FlagState.Resolved, by, at);
        return null;
    }
}

/// <summary>Where a flag stands.</summary>
public enum FlagState
{
    /// <summary>Raised, and not answered.</summary>
    Open,

    /// <summary>Answered by the unit; the reviewer has a look.</summary>
    Answered,

    /// <summary>Settled.</summary>
    Resolved,
}
