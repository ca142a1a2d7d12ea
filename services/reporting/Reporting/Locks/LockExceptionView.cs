using DanVan.Chassis.Http;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Locks;

/// <summary>Leave for a unit to work on its report for a period although that has locked.</summary>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Period">The period with its days.</param>
/// <param name="Until">The last day on which it holds.</param>
/// <param name="RevokedBy">Who took it back; absent while it stands.</param>
public sealed record LockExceptionView(
    Guid Id,
    int Version,
    Guid UnitId,
    string Form,
    Period Period,
    DateOnly Until,
    string Reason,
    string GrantedBy,
    DateTimeOffset GrantedAt,
    string? RevokedBy,
    DateTimeOffset? RevokedAt
) : IVersionedView
{
    internal static LockExceptionView Of(LockException exception) =>
        new(
            exception.Id,
            exception.Version,
            exception.UnitId,
            exception.Form,
            exception.Period,
            exception.Until,
            exception.Reason,
            exception.GrantedBy,
            exception.GrantedAt,
            exception.RevokedBy,
            exception.RevokedAt
        );
}
