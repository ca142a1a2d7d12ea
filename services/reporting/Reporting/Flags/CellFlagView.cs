using DanVan.Chassis.Http;

namespace DanVan.Reporting.Flags;

/// <summary>A question about a cell of a report.</summary>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Edition">The edition in which the cell was asked about.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Comment">What is asked.</param>
/// <param name="RaisedByUnitId">The unit of whoever asks.</param>
/// <param name="Answer">What the unit says; absent until it does.</param>
public sealed record CellFlagView(
    Guid Id,
    int Version,
    Guid ReportId,
    Guid UnitId,
    string Form,
    int Edition,
    string Cell,
    FlagState State,
    string Comment,
    string RaisedBy,
    Guid RaisedByUnitId,
    DateTimeOffset RaisedAt,
    string? Answer,
    string? AnsweredBy,
    DateTimeOffset? AnsweredAt,
    string? ResolvedBy,
    DateTimeOffset? ResolvedAt
) : IVersionedView
{
    internal static CellFlagView Of(CellFlag flag) =>
        new(
            flag.Id,
            flag.Version,
            flag.ReportId,
            flag.UnitId,
            flag.Form,
            flag.Edition,
            flag.Cell,
            flag.State,
            flag.Comment,
            flag.RaisedBy,
            flag.RaisedByUnitId,
            flag.RaisedAt,
            flag.Answer,
            flag.AnsweredBy,
            flag.AnsweredAt,
            flag.ResolvedBy,
            flag.ResolvedAt
        );
}
