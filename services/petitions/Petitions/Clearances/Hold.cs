using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;

namespace DanVan.Petitions.Clearances;

/// <summary>Why somebody is not to be rewarded for now, besides petitions (NĐ 98/2023 Đ4.4, NĐ 152/2025 Đ4.4).</summary>
public enum HoldGround
{
    /// <summary>Discipline is being considered (đang xem xét kỷ luật).</summary>
    Discipline,

    /// <summary>Under investigation (điều tra).</summary>
    Investigation,

    /// <summary>Under inspection (thanh tra, kiểm tra).</summary>
    Inspection,

    /// <summary>An allegation in the press is being verified.</summary>
    Press,
}

/// <summary>What the box of a hold holds.</summary>
public sealed record HoldContent(Guid? PersonId, Guid? UnitId, HoldGround Ground, DateOnly From, string? DocumentNumber)
{
    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(HoldContent);
}

/// <summary>Somebody is not to be rewarded for now. Who and why is in the box; only those of the responsible unit open it.</summary>
public sealed class Hold : SealedRow, ISubject, IUnitScoped
{
    public int Version { get; set; }
    public required Guid UnitId { get; init; }
    Guid? ISubject.UnitId => UnitId;

    /// <summary>A keyed hash of who it is.</summary>
    public required byte[] Key { get; init; }
    public DateOnly? ReleasedOn { get; private set; }

    /// <summary>What had to be found out was found to be a violation; none before the release.</summary>
    public bool? ViolationFound { get; private set; }

    public Rejection? Release(DateOnly on, bool violationFound, DateOnly from, DateOnly today)
    {
        if (ReleasedOn is not null)
            return Released;
        if (Petition.OutOfOrder(on, from, today, "releasedOn") is { } dates)
            return dates;
        (ReleasedOn, ViolationFound) = (on, violationFound);
        return null;
    }

    static readonly Rejection Released = new("petitions.hold-released", "Đã được gỡ trước đó.", "It was released before.");
}

public sealed record HoldView(
    Guid Id,
    int Version,
    Guid ResponsibleUnitId,
    Guid? PersonId,
    Guid? UnitId,
    HoldGround Ground,
    DateOnly From,
    string? DocumentNumber,
    DateOnly? ReleasedOn,
    bool? ViolationFound
) : IVersionedView
{
    internal static HoldView Of(Hold hold, PartyVault vault)
    {
        var content = vault.Open<HoldContent>(hold);
        return new(
            hold.Id,
            hold.Version,
            hold.UnitId,
            content.PersonId,
            content.UnitId,
            content.Ground,
            content.From,
            content.DocumentNumber,
            hold.ReleasedOn,
            hold.ViolationFound
        );
    }

    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(HoldView);
}
