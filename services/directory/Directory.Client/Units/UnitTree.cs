namespace DanVan.Directory.Client;

/// <summary>
/// All units through time, in memory. A singleton that always answers from the latest complete snapshot: safe for any number of threads, never blocks,
/// and answers a subtree check in a few steps along the parents.
/// </summary>
/// <remarks>
/// Filled from the service's own replica, so it works while the directory is down. A unit whose parent has not arrived yet is within that parent, and in nothing above.
/// </remarks>
public sealed class UnitTree
{
    private volatile UnitSnapshot snapshot = UnitSnapshot.Empty;

    /// <summary>A tree that holds <paramref name="units"/>; for tests and for tools.</summary>
    public static UnitTree Of(IEnumerable<UnitRecord> units)
    {
        var tree = new UnitTree();
        tree.Apply(units, revision: 1);
        return tree;
    }

    /// <summary>State of the replica that this tree reflects; 0 before the first load.</summary>
    public long Revision => snapshot.Revision;

    /// <summary>Number of units known, ended ones included.</summary>
    public int Count => snapshot.Count;

    /// <summary>
    /// Whether <paramref name="unit"/> belonged to <paramref name="ancestor"/> on <paramref name="asOf"/>. A unit is within itself while it exists.
    /// </summary>
    public bool IsWithin(Guid unit, Guid ancestor, DateOnly asOf) => snapshot.IsWithin(unit, ancestor, asOf);

    /// <summary>The unit as it stood on <paramref name="asOf"/>; null when unknown or when it did not exist on that day.</summary>
    public UnitVersion? Find(Guid unit, DateOnly asOf) => snapshot.Record(unit)?.Versions.FirstOrDefault(version => version.HoldsOn(asOf));

    /// <summary>The unit as it stood on <paramref name="asOf"/>, or as it stood at last when it did not exist then; null when unknown.</summary>
    public UnitVersion? FindOrLast(Guid unit, DateOnly asOf) => Find(unit, asOf) ?? snapshot.Record(unit)?.Versions[^1];

    /// <summary>The unit with all its versions; null when unknown.</summary>
    public UnitRecord? Find(Guid unit) => snapshot.Record(unit);

    /// <summary>The unit that bore the code on <paramref name="asOf"/>. The same code is another unit on another day.</summary>
    public UnitVersion? FindByCode(string code, DateOnly asOf, string scheme = UnitVersion.AdministrativeScheme) =>
        snapshot.FindByCode(scheme, code, asOf);

    /// <summary>Units that belonged directly to <paramref name="unit"/> on <paramref name="asOf"/>, in no particular order.</summary>
    public IEnumerable<UnitVersion> Children(Guid unit, DateOnly asOf) => snapshot.Children(unit, asOf);

    /// <summary>The unit and everything below it on <paramref name="asOf"/>, parents before children; empty when it did not exist.</summary>
    public IReadOnlyList<UnitVersion> Subtree(Guid unit, DateOnly asOf) => snapshot.Subtree(unit, asOf);

    /// <summary>The units above <paramref name="unit"/> on <paramref name="asOf"/>, nearest first, the root last.</summary>
    public IReadOnlyList<UnitVersion> Ancestors(Guid unit, DateOnly asOf) => snapshot.Ancestors(unit, asOf);

    /// <summary>Units that came out of <paramref name="unit"/>.</summary>
    public IEnumerable<Guid> Successors(Guid unit) => snapshot.Successors(unit);

    /// <summary>The last day on which the unit existed, or null while it exists or when it is unknown.</summary>
    public DateOnly? LastDay(Guid unit) => snapshot.Record(unit)?.Versions[^1].To?.AddDays(-1);

    /// <summary>Takes over changed units. Several callers may race: the newest revision stays.</summary>
    internal void Apply(IEnumerable<UnitRecord> changed, long revision)
    {
        while (true)
        {
            var before = snapshot;
            if (revision <= before.Revision)
                return;
            var after = before.With(changed, revision);
            if (Interlocked.CompareExchange(ref snapshot, after, before) == before)
                return;
        }
    }
}
