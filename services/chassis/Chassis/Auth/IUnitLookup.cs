namespace DanVan.Chassis.Auth;

/// <summary>
/// What a service that knows units tells of them, so that an outside issuer may name a unit by an identifier. A process without one (the gateway) leaves such
/// a caller without a unit: nothing below a unit is visible to it there.
/// </summary>
public interface IUnitLookup
{
    /// <summary>The unit that bears the code of this scheme today, or none.</summary>
    ValueTask<Guid?> Find(string scheme, string code, CancellationToken ct);

    /// <summary>Whether the unit is the other one or stands below it today.</summary>
    ValueTask<bool> IsWithin(Guid unit, Guid ancestor, CancellationToken ct);
}
