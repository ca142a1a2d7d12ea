namespace DanVan.Conferences.Oversight;

/// <summary>An inspection or survey that is planned for a year.</summary>
public sealed class OversightPlan : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that plans it.</summary>
    public required Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    /// <summary>The conference that announced it; null when planned otherwise.</summary>
    public required Guid? ConferenceId { get; init; }
    public required OversightKind Kind { get; init; }
    public required int Year { get; init; }
    public required string Subject { get; init; }
    public required IReadOnlyList<OversightTarget> Targets { get; init; }
    public OversightState State { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What came out of it, or why it was dropped.</summary>
    public string? Result { get; private set; }

    /// <summary>Digest of the request that made it; null when it came with a conference.</summary>
    public required byte[]? EntryDigest { get; init; }

    /// <summary>Units in all, where every class has its number; null as soon as one is left open.</summary>
    public int? TargetCount =>
        Targets.Count > 0 && Targets.All(target => target.Quantity is TargetQuantity.Counted)
            ? Targets.Sum(target => target.Count!.Value)
            : null;

    public static OversightPlan From(OversightEntry entry, Guid unitId, Guid? conferenceId, byte[]? digest = null) =>
        new()
        {
            Id = entry.Id ?? Guid.CreateVersion7(),
            UnitId = unitId,
            ConferenceId = conferenceId,
            Kind = entry.Kind,
            Year = entry.Year,
            Subject = entry.Subject,
            Targets = entry.Targets,
            EntryDigest = digest,
        };

    public Rejection? End(OversightState how, DateOnly on, string result, DateOnly today)
    {
        if (State is not OversightState.Planned)
            return new(
                "conferences.oversight-ended",
                "Kế hoạch đã thực hiện xong hoặc đã thôi.",
                "The plan was carried out or dropped already."
            );
        if (how is OversightState.Planned)
            return new("conferences.oversight-end", "Nêu CARRIED_OUT hoặc DROPPED.", "State CARRIED_OUT or DROPPED.", 400, "state");
        if (on > today)
            return new(
                "conferences.oversight-day",
                "Ngày kết thúc không được ở tương lai.",
                "The end is not in the future.",
                400,
                "endedOn"
            );
        (State, EndedOn, Result) = (how, on, result);
        return null;
    }
}
