namespace DanVan.Chassis;

/// <summary>
/// Something whose every change is announced: an aggregate with an identity, the unit that owns it, and a version that counts its events.
/// </summary>
public interface ISubject
{
    /// <summary>Identity, a UUIDv7; never changes.</summary>
    Guid Id { get; }

    /// <summary>
    /// Number of events announced so far, 0 before the first. It is the concurrency token of the row: two writers of one version end in one winner
    /// and one <see cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException"/>. Only <see cref="ServiceDb.Announce"/> sets it.
    /// </summary>
    int Version { get; set; }

    /// <summary>The unit whose subtree may see the subject, or null when anybody with the scope may.</summary>
    Guid? UnitId { get; }
}
