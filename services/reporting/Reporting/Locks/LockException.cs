using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Locks;

/// <summary>Leave for a unit to open, edit and send its report for a period although that has locked, up to a day.</summary>
public sealed class LockException : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The reporting unit.</summary>
    public required Guid UnitId { get; init; }
    public required string Form { get; init; }
    public required string Regime { get; init; }
    public required PeriodKind PeriodKind { get; init; }
    public required int PeriodYear { get; init; }
    public required int PeriodIndex { get; init; }
    public required DateOnly PeriodFrom { get; init; }
    public required DateOnly PeriodTo { get; init; }

    /// <summary>The last day on which it holds.</summary>
    public required DateOnly Until { get; init; }
    public required string Reason { get; init; }
    public required string GrantedBy { get; init; }
    public required DateTimeOffset GrantedAt { get; init; }
    public string? RevokedBy { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    Guid? ISubject.UnitId => UnitId;

    public Period Period => new(Regime, PeriodKind, PeriodYear, PeriodIndex, PeriodFrom, PeriodTo);

    /// <summary>Takes it back.</summary>
    public Rejection? Revoke(string by, DateTimeOffset at)
    {
        if (RevokedAt is not null)
            return new("reporting.exception-revoked", "Việc cho phép này đã được thu hồi.", "The exception has been revoked already.");
        (RevokedBy, RevokedAt) = (by, at);
        return null;
    }
}
