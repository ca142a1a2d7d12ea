using System.Collections.Frozen;

namespace DanVan.Directory.Client;

/// <summary>Positions through time at one revision; immutable once built.</summary>
internal sealed class PositionSnapshot
{
    public static readonly PositionSnapshot Empty = new([], 0);

    private readonly FrozenDictionary<Guid, PositionRecord> positions;
    private readonly ILookup<Guid, OfficeHolder> byPerson;
    private readonly ILookup<Guid, OfficeHolder> byUnit;

    private PositionSnapshot(IReadOnlyCollection<PositionRecord> records, long revision)
    {
        Revision = revision;
        positions = records.ToFrozenDictionary(record => record.Holder.PositionId);
        var held = records.Where(record => !record.Annulled).Select(record => record.Holder).ToList();
        Count = held.Count;
        byPerson = held.ToLookup(holder => holder.PersonId);
        byUnit = held.ToLookup(holder => holder.UnitId);
    }

    public long Revision { get; }

    public int Count { get; }

    /// <summary>The next snapshot. A position is replaced only by a later version of itself.</summary>
    public PositionSnapshot With(IEnumerable<PositionRecord> changed, long revision)
    {
        var records = positions.ToDictionary();
        foreach (var record in changed)
            if (!records.TryGetValue(record.Holder.PositionId, out var known) || known.Version < record.Version)
                records[record.Holder.PositionId] = record;
        return new(records.Values, revision);
    }

    public OfficeHolder? Find(Guid position) => positions.TryGetValue(position, out var record) && !record.Annulled ? record.Holder : null;

    public IEnumerable<OfficeHolder> OfPerson(Guid person) => byPerson[person];

    public IEnumerable<OfficeHolder> InUnit(Guid unit) => byUnit[unit];
}
