using DanVan.Chassis.Http;
using DanVan.Petitions.Deadlines;

namespace DanVan.Petitions;

/// <summary>How the limit of a resolution becomes longer: complaints are found complex, denunciations are extended.</summary>
public sealed partial class Petition
{
    /// <summary>A complexity finding in writing opens the longer ceiling of Luật KN Đ28; since 01/07/2026 it names its grounds (NĐ 155/2026 Đ3a).</summary>
    public Rejection? FindComplex(
        IReadOnlyList<Complexity> grounds,
        DateOnly on,
        string documentNumber,
        DeadlineEngine engine,
        DateOnly today
    )
    {
        if (Kind is PetitionKind.ToCao && State is PetitionState.Received)
            return CheckAtSeveralPlaces(grounds, on, documentNumber, engine, today);
        if (Not(PetitionState.Accepted) is { } state)
            return state;
        if (Kind is not PetitionKind.KhieuNai)
            return Kind is PetitionKind.ToCao ? Refused.DenunciationsAreExtended : Refused.NoLimitToExtend;
        if (OutOfOrder(on, RunningSince, today, "foundOn") is { } dates)
            return dates;
        if (grounds.Count == 0 && on >= Law2026.Start)
            return Refused.ComplexityGroundMissing("grounds");
        var current = Clock!;
        if (on > current.Due)
            return Refused.LimitHasPassed("foundOn");
        if (
            Complexity.Count > 0
            || engine.Count(current.Rule, current.Start, longer: true, pauses: current.Pauses) is not { } longer
            || longer.Count == current.Count
        )
            return Refused.AlreadyComplex;
        Complexity = [.. grounds.Distinct()];
        Replace(current, longer, documentNumber);
        return null;
    }

    /// <summary>Who denounces, and what, is to be checked at several places: the first check takes longer (Luật TC Đ24.1).</summary>
    Rejection? CheckAtSeveralPlaces(
        IReadOnlyList<Complexity> grounds,
        DateOnly on,
        string documentNumber,
        DeadlineEngine engine,
        DateOnly today
    )
    {
        if (OutOfOrder(on, EnteredOn, today, "foundOn") is { } dates)
            return dates;
        if (!grounds.Contains(Petitions.Complexity.SeveralPlaces))
            return Refused.NotAtSeveralPlaces;
        if (deadlines.Find(d => d.IsOpen && d.Rule == FirstDuty) is not { } check)
            return Refused.NoLimitToExtend;
        if (on > check.Due)
            return Refused.LimitHasPassed("foundOn");
        if (engine.Count(check.Rule, check.Start, longer: true) is not { } longer || longer.Count == check.Count)
            return Refused.AlreadyComplex;
        Replace(check, longer, documentNumber);
        return null;
    }

    /// <summary>Extension of a denunciation's limit. Luật TC Đ30.2-3: once when complex, twice when specially complex (two criteria or more, NĐ 31/2019 Đ3).</summary>
    public Rejection? Extend(
        int days,
        IReadOnlyList<Complexity> criteria,
        DateOnly on,
        string documentNumber,
        DeadlineEngine engine,
        DateOnly today
    )
    {
        if (Not(PetitionState.Accepted) is { } state)
            return state;
        if (Kind is not PetitionKind.ToCao)
            return Kind is PetitionKind.KhieuNai ? Refused.ComplaintsAreFoundComplex : Refused.NoLimitToExtend;
        if (OutOfOrder(on, RunningSince, today, "decidedOn") is { } dates)
            return dates;
        IReadOnlyList<Complexity> all = [.. Complexity.Union(criteria)];
        if (all.Count == 0)
            return Refused.ComplexityGroundMissing("criteria");
        if (Extensions >= (all.Count >= 2 ? 2 : 1))
            return Refused.NoFurtherExtension;
        var current = Clock!;
        if (on > current.Due)
            return Refused.LimitHasPassed("decidedOn");
        if (engine.Count("TC.RES.EXT", current.Start, days: current.Count + days, pauses: current.Pauses) is not { } extended)
            return Refused.NoRuleInForce("decidedOn");
        if (days > engine.RuleOf(extended)!.Step)
            return Refused.ExtensionTooLong;
        Complexity = all;
        Extensions++;
        Replace(current, extended, documentNumber);
        return null;
    }

    void Replace(Deadline current, Deadline longer, string documentNumber)
    {
        DocumentNumber = documentNumber;
        current.Supersede();
        Open(longer);
        Replaced = (current, longer);
    }
}
