using System.Collections.Frozen;

namespace DanVan.Directory.Client;

/// <summary>Units through time at one revision; immutable once built.</summary>
internal sealed class UnitSnapshot
{
    // Deeper than any real tree. A cycle can show for a moment while events of two moves arrive the wrong way round: it must end, not hang.
    private const int DeepestLine = 32;

    public static readonly UnitSnapshot Empty = new([], 0);

    private readonly FrozenDictionary<Guid, Node> nodes;
    private readonly ILookup<(string Scheme, string Code), UnitVersion> byCode;
    private readonly ILookup<string, UnitVersion> byFurtherCode;
    private readonly ILookup<Guid, UnitVersion> byParent;
    private readonly ILookup<Guid, Guid> successors;

    private UnitSnapshot(IReadOnlyCollection<UnitRecord> units, long revision)
    {
        Revision = revision;
        nodes = units.ToFrozenDictionary(unit => unit.UnitId, unit => new Node(unit));
        foreach (var node in nodes.Values)
            node.Link(nodes);
        var versions = units.SelectMany(unit => unit.Versions).ToList();
        byCode = versions.Where(version => version.Code is not null).ToLookup(version => (version.CodeScheme!, version.Code!));
        byFurtherCode = versions
            .Where(version => version.FurtherCodes.Count > 0)
            .SelectMany(version => version.FurtherCodes, (version, code) => (code, version))
            .ToLookup(pair => pair.code, pair => pair.version);
        byParent = versions.Where(version => version.ParentId is not null).ToLookup(version => version.ParentId!.Value);
        successors = units
            .SelectMany(unit => unit.Predecessors, (unit, predecessor) => (unit.UnitId, predecessor))
            .ToLookup(pair => pair.predecessor, pair => pair.UnitId);
    }

    public long Revision { get; }

    public int Count => nodes.Count;

    /// <summary>The next snapshot. A unit is replaced only by a later version of itself.</summary>
    public UnitSnapshot With(IEnumerable<UnitRecord> changed, long revision)
    {
        var units = nodes.Values.ToDictionary(node => node.Record.UnitId, node => node.Record);
        foreach (var unit in changed)
            if (!units.TryGetValue(unit.UnitId, out var known) || known.Version < unit.Version)
                units[unit.UnitId] = unit;
        return new UnitSnapshot(units.Values, revision);
    }

    public UnitRecord? Record(Guid unit) => nodes.TryGetValue(unit, out var node) ? node.Record : null;

    public UnitVersion? FindByCode(string scheme, string code, DateOnly asOf) =>
        byCode[(scheme, code)].FirstOrDefault(version => version.HoldsOn(asOf))
        ?? byFurtherCode[$"{scheme}:{code}"].FirstOrDefault(version => version.HoldsOn(asOf));

    public IEnumerable<UnitVersion> Children(Guid unit, DateOnly asOf) => byParent[unit].Where(version => version.HoldsOn(asOf));

    public IEnumerable<Guid> Successors(Guid unit) => successors[unit];

    public bool IsWithin(Guid unit, Guid ancestor, DateOnly asOf)
    {
        var step = nodes.GetValueOrDefault(unit)?.At(asOf);
        if (step is null || unit == ancestor)
            return step is not null;
        // What counts is whom a unit names as its parent, known here or not: the same as in the replica's table.
        for (var depth = 0; depth < DeepestLine && step is not null; depth++)
        {
            if (step.Version.ParentId == ancestor)
                return true;
            step = step.Parent?.At(asOf);
        }
        return false;
    }

    public IReadOnlyList<UnitVersion> Ancestors(Guid unit, DateOnly asOf)
    {
        var line = new List<UnitVersion>();
        var node = nodes.GetValueOrDefault(unit)?.At(asOf)?.Parent;
        while (line.Count < DeepestLine && node?.At(asOf) is { } step)
        {
            line.Add(step.Version);
            node = step.Parent;
        }
        return line;
    }

    public IReadOnlyList<UnitVersion> Subtree(Guid unit, DateOnly asOf)
    {
        if (nodes.GetValueOrDefault(unit)?.At(asOf) is not { } top)
            return [];
        var found = new List<UnitVersion> { top.Version };
        var seen = new HashSet<Guid> { unit };
        for (var next = 0; next < found.Count; next++)
            found.AddRange(Children(found[next].UnitId, asOf).Where(child => seen.Add(child.UnitId)));
        return found;
    }

    /// <summary>A version with its parent resolved, so that walking up looks nothing up.</summary>
    private sealed record Step(UnitVersion Version)
    {
        public Node? Parent { get; set; }
    }

    private sealed class Node(UnitRecord record)
    {
        private readonly Step[] steps = [.. record.Versions.Select(version => new Step(version))];

        public UnitRecord Record { get; } = record;

        public void Link(FrozenDictionary<Guid, Node> nodes)
        {
            foreach (var step in steps)
                if (step.Version.ParentId is { } parent && nodes.TryGetValue(parent, out var node))
                    step.Parent = node;
        }

        public Step? At(DateOnly date)
        {
            foreach (var step in steps)
                if (step.Version.HoldsOn(date))
                    return step;
            return null;
        }
    }
}
