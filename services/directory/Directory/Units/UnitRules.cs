using DanVan.Chassis.Http;

namespace DanVan.Directory.Units;

/// <summary>The rules that look beyond one unit: parents, codes, cycles. Pure: what they need to know is given to them.</summary>
internal static class UnitRules
{
    /// <summary>A new unit, or why there can be none.</summary>
    /// <param name="id">Its identity.</param>
    /// <param name="period">How it begins; its level is set here.</param>
    /// <param name="parent">The unit it is to belong to.</param>
    /// <param name="usesOf">Who bore a code, ever.</param>
    /// <param name="predecessors">Units that it comes out of, with the part of each; those that end have ended on the day it begins.</param>
    public static (Unit? Unit, Rejection? Refused) Create(
        Guid id,
        UnitPeriod period,
        Unit? parent,
        Func<UnitCode, IReadOnlyCollection<CodeUse>> usesOf,
        IReadOnlyCollection<(Unit Unit, decimal? Share)> predecessors
    )
    {
        if (period.Kind is UnitKind.Central)
            return (null, UnitRejections.OnlyOneRoot with { Field = "kind" });
        if (period.ValidTo <= period.ValidFrom)
            return (null, UnitRejections.EndsBeforeItBegins);
        if (RefuseParent(period, period.ValidFrom, parent) is { } refusedParent)
            return (null, refusedParent);
        period.Level = period.Kind.OwnLevel() ?? parent!.On(period.ValidFrom)!.Level;
        var takenOver = predecessors.Select(predecessor => predecessor.Unit.Id).ToHashSet();
        foreach (var code in period.Codes)
            if (RefuseCode(code, id, period, usesOf(code), takenOver) is { } refusedCode)
                return (null, refusedCode);

        var unit = new Unit { Id = id, Periods = { period } };
        unit.Predecessors.AddRange(
            predecessors.Select(predecessor => new Predecessor(predecessor.Unit.Id, period.ValidFrom, period.LegalBasis, predecessor.Share))
        );
        return (unit, null);
    }

    /// <summary>Moves a unit under another parent.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="on">First day under the new parent.</param>
    /// <param name="legalBasis">The document.</param>
    /// <param name="parent">The new parent.</param>
    /// <param name="lineOfParent">Every unit that stands above the parent on that day or later.</param>
    public static Rejection? Move(Unit unit, DateOnly on, string legalBasis, Unit? parent, IEnumerable<Guid> lineOfParent)
    {
        if (unit.Last.Kind is UnitKind.Central || parent?.Id == unit.Id || lineOfParent.Contains(unit.Id))
            return UnitRejections.Cycle;
        if ((unit.RefuseDate(on) ?? RefuseParent(unit.Last, on, parent)) is { } refused)
            return refused;
        return unit.Change(
            UnitChange.MoveParent,
            on,
            legalBasis,
            period =>
            {
                period.ParentId = parent!.Id;
                period.Level = period.Kind.OwnLevel() ?? parent.On(on)!.Level;
            }
        );
    }

    /// <summary>Gives a unit another code of a scheme from a day on; the code of that scheme it had is closed.</summary>
    public static Rejection? Recode(Unit unit, DateOnly on, string legalBasis, UnitCode code, IReadOnlyCollection<CodeUse> usesOfCode)
    {
        var last = unit.Last;
        // The code of a unit that ended may have passed on on that day: it is not taken away before.
        if (unit.Ends is { } end)
            return UnitRejections.AlreadyEnded(unit, end);
        var asOf = last.From(on > last.ValidFrom ? on : last.ValidFrom, UnitChange.Recode, legalBasis);
        if (RefuseCode(code, unit.Id, asOf, usesOfCode, []) is { } refused)
            return refused;
        return unit.Change(UnitChange.Recode, on, legalBasis, period => period.Bear(code));
    }

    /// <summary>Whether a period of a unit may stand under a parent.</summary>
    public static Rejection? RefuseParent(UnitPeriod period, DateOnly from, Unit? parent)
    {
        if (parent?.On(from) is not { } above || !parent.Covers(from, period.ValidTo))
            return UnitRejections.NoSuchParent(from, period.ValidTo);
        if (period.Kind.OwnLevel() is { } level && (!above.Kind.IsAdministrative() || above.Level >= level))
            return UnitRejections.ParentLevel(period.Kind);
        return null;
    }

    /// <summary>
    /// A code is borne by one unit at a time, and once closed it is never issued again. It passes on without a gap only to a unit that comes out of its bearer.
    /// </summary>
    public static Rejection? RefuseCode(UnitCode code, Guid unit, UnitPeriod period, IEnumerable<CodeUse> uses, HashSet<Guid> takenOver)
    {
        if (code.Check(period.Kind, period.Level) is { } malformed)
            return malformed;
        foreach (var use in uses)
        {
            var before = use.To is { } end && end <= period.ValidFrom;
            var after = period.ValidTo is { } until && until <= use.From;
            if (!before && !after && use.UnitId != unit)
                return UnitRejections.CodeInUse(code, use);
            if (before && !(use.To == period.ValidFrom && (use.UnitId == unit || takenOver.Contains(use.UnitId))))
                return UnitRejections.CodeClosed(code, use.To!.Value);
            if (after && use.From != period.ValidTo)
                return UnitRejections.CodeClosed(code, period.ValidTo!.Value);
        }
        return null;
    }
}
