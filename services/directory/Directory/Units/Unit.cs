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
    /// <remarks>
    /// What moved on that very day, because its parent went up in another unit, moved for no day: provinces merge, and their districts end with them. An end
    /// that is on record stays; one that was only foreseen when the unit began may come earlier, unless a code is to pass on then.
    /// </remarks>
    public Rejection? End(UnitChange change, DateOnly on, string legalBasis)
    {
        if (RefuseDate(on) is { } refused)
            return refused;
        if (Ends is { } known && (Ending is not null || Last.Codes.Any()))
            return UnitRejections.AlreadyEnded(this, known);
        if (Predecessors.Find(predecessor => predecessor.EffectiveOn >= on) is { } later)
            return UnitRejections.SucceedsLater(later.EffectiveOn);
        if (on == Last.ValidFrom)
        {
            if (Periods.Count == 1 || Last.Change is not UnitChange.MoveParent)
                return UnitRejections.LaterChange(this, on);
            Periods.Remove(Last);
        }
        Last.ValidTo = on;
        Ending = new(change, on, legalBasis);
        return null;
    }

    /// <summary>Puts on record how a unit ended of which only the day was known.</summary>
    internal void WentUpInAnother(string legalBasis) => Ending ??= new(UnitChange.Merge, Ends!.Value, legalBasis);

    /// <summary>Lets the unit begin on an earlier day, as what it then was: the registry came to know of it late.</summary>
    internal void BeginEarlier(DateOnly on, string legalBasis)
    {
        var first = Periods.Min!;
        Periods.Remove(first);
        Periods.Add(first.From(on, first.Change, Together(first.LegalBasis, legalBasis)));
    }

    /// <summary>Lets a unit that ends with its parent go on under the one that its parent went up in, to the end of that.</summary>
    internal void GoOnUnder(Unit heir, string legalBasis)
    {
        var next = Last.From(Ends!.Value, UnitChange.MoveParent, legalBasis);
        (next.ParentId, next.ValidTo) = (heir.Id, heir.Ends);
        Periods.Add(next);
    }

    /// <summary>
    /// Takes the levels that follow from standing under a unit, from a day on. A level is no fact of its own: a period is split where it changes, whatever
    /// came later. Administrative units have the level of their kind, wherever they stand.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    internal bool TakeLevels(Unit above, DateOnly on, string legalBasis)
    {
        if (Last.Kind.IsAdministrative())
            return false;
        var any = false;
        foreach (var stretch in above.Periods.Where(p => p.ValidTo is not { } end || on < end))
            any |= TakeLevel(above.Id, stretch.ValidFrom > on ? stretch.ValidFrom : on, stretch.Level, legalBasis);
        return any;
    }

    private bool TakeLevel(Guid parent, DateOnly on, UnitLevel level, string legalBasis)
    {
        var concerned = Periods.Where(p => p.ParentId == parent && p.Level != level && (p.ValidTo is not { } end || on < end)).ToList();
        foreach (var period in concerned)
            if (period.ValidFrom >= on)
                period.Level = level;
            else
            {
                var later = period.From(on, UnitChange.MoveParent, legalBasis);
                later.Level = level;
                period.ValidTo = on;
                Periods.Add(later);
            }
        return concerned.Count > 0;
    }

    /// <summary>A unit of its own that may be changed while this one stays as it is.</summary>
    internal Unit Copy()
    {
        var copy = new Unit
        {
            Id = Id,
            Version = Version,
            Ending = Ending,
        };
        foreach (var period in Periods)
            copy.Periods.Add(period.From(period.ValidFrom, period.Change, period.LegalBasis));
        copy.Predecessors.AddRange(Predecessors);
        return copy;
    }

    /// <summary>Why and by what the unit ended; null while it exists.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>The event that tells of the unit's whole state after a change.</summary>
    public UnitRecorded Recorded(UnitChange change, DateOnly on, string legalBasis) =>
        new(
            Id,
            EnumNames.Of(change),
            on,
            legalBasis,
            [.. Predecessors.Select(predecessor => predecessor.UnitId)],
            [.. Periods.Select(ToContract)],
            Predecessors.Count == 0 ? null : [.. Predecessors.Select(ToContract)]
        );

    private UnitPeriod PeriodFrom(DateOnly on, UnitChange change, string legalBasis)
    {
        var last = Last;
        if (last.ValidFrom == on)
        {
            // A second change on the same day belongs to the same period, and to both documents.
            last.LegalBasis = Together(last.LegalBasis, legalBasis);
            return last;
        }
        var next = last.From(on, change, legalBasis);
        last.ValidTo = on;
        Periods.Add(next);
        return next;
    }

    private static string Together(string one, string other) => one == other ? one : $"{one}; {other}";

    /// <summary>Why nothing can change from that day on: it is outside of the unit's life, or before a change that is known already.</summary>
    internal Rejection? RefuseDate(DateOnly on) =>
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
            period.Code,
            period.FurtherCodes.Length == 0
                ? null
                : [.. period.Codes.Select(code => new RecordedCode(EnumNames.Of(code.Scheme), code.Value))]
        );

    private static RecordedPredecessor ToContract(Predecessor predecessor) =>
        new(predecessor.UnitId, predecessor.EffectiveOn, predecessor.LegalBasis, predecessor.Share);
}

/// <summary>A unit that another came out of.</summary>
public sealed class Predecessor
{
    [SetsRequiredMembers]
    public Predecessor(Guid unitId, DateOnly effectiveOn, string legalBasis, decimal? share = null) =>
        (UnitId, EffectiveOn, LegalBasis, Share) = (unitId, effectiveOn, legalBasis, share);

    public required Guid UnitId { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required string LegalBasis { get; init; }

    /// <summary>
    /// The part of the predecessor that came over, of 1: for restating sums of before a split. Null when it came over whole, or when nothing tells the part.
    /// </summary>
    public decimal? Share { get; init; }
}

/// <summary>How a unit ended.</summary>
public sealed record Ending(UnitChange Change, DateOnly On, string LegalBasis);
