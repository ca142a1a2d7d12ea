using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.Client;

/// <summary>Who goes on with the open work of the units that ended.</summary>
public sealed class Heirs
{
    private readonly IReadOnlyDictionary<Guid, UnitEnding> known;
    private readonly HashSet<Guid> ended;

    /// <summary>The heirs of <paramref name="ended"/>, by all that is known of what became of units.</summary>
    internal Heirs(IEnumerable<Guid> ended, IReadOnlyDictionary<Guid, UnitEnding> known)
    {
        this.known = known;
        this.ended = [.. ended];
        Ended = [.. this.ended];
    }

    /// <summary>The units whose open work has to go elsewhere.</summary>
    public Guid[] Ended { get; }

    /// <summary>Whether the unit is one of those that ended.</summary>
    public bool Concern(Guid unit) => ended.Contains(unit);

    /// <summary>
    /// The unit that goes on with the work of <paramref name="unit"/>: its one successor, the one of several that the split names, or what
    /// became of that one meanwhile. None when there is no successor, or several and none is named: then a person decides.
    /// </summary>
    public Guid? Of(Guid unit)
    {
        Guid? heir = null;
        for (var step = unit; known.TryGetValue(step, out var ending) && GoesOn(ending) is { } next; step = next)
            heir = next;
        return heir;
    }

    private static Guid? GoesOn(UnitEnding ending) => ending.HeirId ?? (ending.SuccessorIds is [var only] ? only : null);
}
