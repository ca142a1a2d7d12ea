using DanVan.Directory.Client;

namespace DanVan.Petitions.Deadlines;

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
    public DateOnly? MetOn { get; private set; }

    /// <summary>Replaced by a longer one before it was met.</summary>
    public bool Superseded { get; private set; }

    public bool IsOpen => MetOn is null && !Superseded;
    public bool? InTime => MetOn is { } on ? on <= Due : null;

    public void Meet(DateOnly on) => MetOn = on;

    public void Supersede() => Superseded = true;
}
