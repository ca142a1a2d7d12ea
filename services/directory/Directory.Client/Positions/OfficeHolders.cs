namespace DanVan.Directory.Client;

/// <summary>
/// Who held which title in which unit, through time, in memory. A singleton that always answers from the latest complete snapshot: safe for any number of
/// threads, never blocks.
/// </summary>
/// <remarks>
/// Filled from the service's own replica, so it works while the directory is down. A title names nobody without a date: every question takes one. A position
/// in a unit that has ended ends with the unit, as far as the unit is known here.
/// </remarks>
public sealed class OfficeHolders(UnitTree tree)
{
    private volatile PositionSnapshot snapshot = PositionSnapshot.Empty;

    /// <summary>State of the replica that this reflects; 0 before the first load.</summary>
    public long Revision => snapshot.Revision;

    /// <summary>Number of positions known, ended ones included and annulled ones not.</summary>
    public int Count => snapshot.Count;

    /// <summary>The position, of whatever time; null when unknown or annulled.</summary>
    public OfficeHolder? Find(Guid position) => snapshot.Find(position);

    /// <summary>What the person held on <paramref name="asOf"/>, longest held first; empty when nothing is known.</summary>
    public IReadOnlyList<OfficeHolder> HeldBy(Guid person, DateOnly asOf) => On(snapshot.OfPerson(person), asOf);

    /// <summary>Who held a position in the unit itself on <paramref name="asOf"/>, longest held first.</summary>
    /// <param name="unit">The unit; those below it are not looked at.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="title">Only this title, however it is written: case, tones and đ do not matter.</param>
    public IReadOnlyList<OfficeHolder> In(Guid unit, DateOnly asOf, string? title = null)
    {
        var key = title is null ? null : TitleKey.Of(title);
        return On(snapshot.InUnit(unit).Where(held => key is null || TitleKey.Of(held.Title) == key), asOf);
    }

    /// <summary>Takes over changed positions. Several callers may race: the newest revision stays.</summary>
    internal void Apply(IReadOnlyCollection<PositionRecord> changed, long revision)
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

    private List<OfficeHolder> On(IEnumerable<OfficeHolder> positions, DateOnly asOf) =>
        [
            .. positions
                .Where(held => held.HoldsOn(asOf) && !(tree.LastDay(held.UnitId) < asOf))
                .OrderBy(held => held.From)
                .ThenBy(held => held.PositionId),
        ];
}
