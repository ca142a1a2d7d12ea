using DanVan.Directory.Client;

namespace DanVan.Petitions.Deadlines;

/// <summary>Where the number of days of a deadline comes from, when it is counted again.</summary>
public enum LimitBasis
{
    /// <summary>The limit of the rule.</summary>
    Limit,

    /// <summary>The longer limit of the rule.</summary>
    Longer,

    /// <summary>A decision, which a change of the rule does not touch.</summary>
    Decided,
}

/// <summary>A duty that falls due at the end of a day, with all that is needed to explain the day.</summary>
public sealed class Deadline
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public Guid PetitionId { get; private init; }
    public required string Rule { get; init; }
    public required string Article { get; init; }
    public required int Count { get; init; }
    public required LimitUnit Unit { get; init; }
    public required DateOnly Start { get; init; }

    /// <summary>The last day as the law counts it, before it rolls past days off.</summary>
    public required DateOnly Statutory { get; init; }
    public required DateOnly Due { get; init; }

    /// <summary>Days that did not count, or that the last day rolled over.</summary>
    public required IReadOnlyList<SkippedDay> Skipped { get; init; }

    /// <summary>The version of the working calendar that it was counted by.</summary>
    public required int CalendarVersion { get; init; }

    /// <summary>The version of the table of rules that it was counted by.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>Where <see cref="Count"/> comes from.</summary>
    public required LimitBasis Basis { get; init; }

    /// <summary>When the clock stood, in order; <see cref="Statutory"/> is so much later.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Since when the clock stands, and <see cref="Due"/> does not hold; null while it runs.</summary>
    public DateOnly? SuspendedOn { get; private set; }
    public DateOnly? MetOn { get; private set; }

    /// <summary>Replaced before it was met: by a longer one, by one with a pause, or by one that a newer calendar or changed rules count otherwise.</summary>
    public bool Superseded { get; private set; }

    public bool IsOpen => MetOn is null && !Superseded;
    public bool IsRunning => IsOpen && SuspendedOn is null;

    /// <summary>None while it is open. No day passes while the clock stands.</summary>
    public bool? InTime => MetOn is { } on ? (SuspendedOn ?? on) <= Due : null;

    public void Meet(DateOnly on) => MetOn = on;

    public void Suspend(DateOnly on) => SuspendedOn = on;

    public void Supersede() => Superseded = true;
}
