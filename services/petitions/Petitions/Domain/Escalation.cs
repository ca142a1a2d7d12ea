using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>A delay is told to the unit above, once for each class.</summary>
public sealed partial class Petition
{
    /// <summary>The class of delay that was told to the unit above; none while nothing is late, or no longer.</summary>
    public DueClass? Escalated { get; private set; }

    /// <summary>Keeps in which class of delay it is now; whether that is worse than what was told, and to be told.</summary>
    public bool Escalate(DueClass? now)
    {
        var late = now is DueClass.Soon ? null : now;
        var worse = late > (Escalated ?? DueClass.Soon);
        Escalated = late;
        return worse;
    }
}
