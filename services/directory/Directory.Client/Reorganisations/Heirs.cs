namespace DanVan.Directory.Client;

/// <summary>Who goes on with the open work of the units that ended.</summary>
public sealed class Heirs
{
    private readonly IReadOnlyDictionary<Guid, Guid[]> successors;
    private readonly HashSet<Guid> ended;

    /// <summary>The heirs of <paramref name="ended"/>, by all that is known of what became of units.</summary>
    internal Heirs(IEnumerable<Guid> ended, IReadOnlyDictionary<Guid, Guid[]> successors)
    {
        this.successors = successors;
        this.ended = [.. ended];
        Ended = [.. this.ended];
    }

    /// <summary>The units whose open work has to go elsewhere.</summary>
    public Guid[] Ended { get; }

    /// <summary>Whether the unit is one of those that ended.</summary>
    public bool Concern(Guid unit) => ended.Contains(unit);

    /// <summary>
    /// The unit that goes on with the work of <paramref name="unit"/>: its one successor, or what became of that one meanwhile. None when it has several
    /// successors or none: then a person decides.
    /// </summary>
    public Guid? Of(Guid unit)
    {
        Guid? heir = null;
        for (var step = unit; successors.TryGetValue(step, out var next) && next is [var only]; step = only)
            heir = only;
        return heir;
    }
}
