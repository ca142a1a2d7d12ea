using System.Diagnostics.CodeAnalysis;
using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Contracts.V1;

namespace DanVan.Directory.Units;

/// <summary>
/// A unit through time. Its identity outlives every name, code and parent; a merged unit is a new one with predecessors, even when it keeps a name or a code.
/// </summary>
/// <remarks>Periods follow one another without gap or overlap. Only the last one can be split: history is corrected by a person, not rewritten by a command.</remarks>
public sealed class Unit : ISubject
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public SortedSet<UnitPeriod> Periods { get; } =
        new(Comparer<UnitPeriod>.Create((one, other) => one.ValidFrom.CompareTo(other.ValidFrom)));
    public List<Predecessor> Predecessors { get; } = [];

    Guid? ISubject.UnitId => Id;

    public DateOnly Begins => Periods.Min!.ValidFrom;

    /// <summary>First day on which the unit no longer exists; null while it does.</summary>
    public DateOnly? Ends => Last.ValidTo;

    /// <summary>The latest period, that of today included.</summary>
    public UnitPeriod Last => Periods.Max!;

    public UnitPeriod? On(DateOnly date) => Periods.FirstOrDefault(period => period.HoldsOn(date));

    /// <summary>Whether the unit exists from <paramref name="from"/> up to <paramref name="to"/>, null meaning without end.</summary>
    public bool Covers(DateOnly from, DateOnly? to) => Begins <= from && (Ends is not { } end || (to is { } until && until <= end));

    /// <summary>Renames, recodes, moves or changes the kind of the unit from a day on.</summary>
    public Rejection? Change(UnitChange change, DateOnly on, string legalBasis, Action<UnitPeriod> how)
    {
        if (RefuseDate(on) is { } refused)
            return refused;
        how(PeriodFrom(on, change, legalBasis));
        return null;
    }

    /// <summary>Ends the unit: <paramref name="on"/> is the first day on which it is no more.</summary>
    public Rejection? End(UnitChange change, DateOnly on, string legalBasis)
    {
        if (RefuseDate(on) is { } refused)
            return refused;
        if (on == Last.ValidFrom)
            return UnitRejections.LaterChange(this, on);
        Last.ValidTo = on;
        Ending = new(change, on, legalBasis);
        return null;
    }

    /// <summary>Why and by what the unit ended; null while it exists.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>A unit of its own with the same state: what is tried on it leaves this one alone.</summary>
    internal Unit Copy()
    {
        var copy = new Unit
        {
            Id = Id,
            Version = Version,
            Ending = Ending,
        };
        copy.Periods.UnionWith(Periods.Select(period => period.From(period.ValidFrom, period.Change, period.LegalBasis)));
        copy.Predecessors.AddRange(Predecessors);
        return copy;
    }

    /// <summary>The event that tells of the unit's whole state after a change.</summary>
    public UnitRecorded Recorded(UnitChange change, DateOnly on, string legalBasis) =>
        new(
            Id,
            EnumNames.Of(change),
            on,
            legalBasis,
            [.. Predecessors.Select(predecessor => predecessor.UnitId)],
            [.. Periods.Select(ToContract)]
        );

    private UnitPeriod PeriodFrom(DateOnly on, UnitChange change, string legalBasis)
    {
        var last = Last;
        if (last.ValidFrom == on)
        {
            // A second change on the same day belongs to the same period, and to both documents.
            last.LegalBasis = last.LegalBasis == legalBasis ? legalBasis : $"{last.LegalBasis}; {legalBasis}";
            return last;
        }
        var next = last.From(on, change, legalBasis);
        last.ValidTo = on;
        Periods.Add(next);
        return next;
    }

    private Rejection? RefuseDate(DateOnly on) =>
        on < Begins ? UnitRejections.BeforeItExists(this, on)
        : Ends is { } end && on >= end ? UnitRejections.AlreadyEnded(this, end)
        : on < Last.ValidFrom ? UnitRejections.LaterChange(this, on)
        : null;

    private static RecordedVersion ToContract(UnitPeriod period) =>
        new(
            period.ValidFrom,
            period.ValidTo,
            period.Name,
            period.FullName,
            EnumNames.Of(period.Kind),
            EnumNames.Of(period.Level),
            period.ParentId,
            period.CodeScheme is { } scheme ? EnumNames.Of(scheme) : null,
            period.Code
        );
}

/// <summary>A unit that another came out of.</summary>
public sealed class Predecessor
{
    [SetsRequiredMembers]
    public Predecessor(Guid unitId, DateOnly effectiveOn, string legalBasis) =>
        (UnitId, EffectiveOn, LegalBasis) = (unitId, effectiveOn, legalBasis);

    public required Guid UnitId { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required string LegalBasis { get; init; }
}

/// <summary>How a unit ended.</summary>
public sealed record Ending(UnitChange Change, DateOnly On, string LegalBasis);
