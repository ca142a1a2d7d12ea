using DanVan.Chassis.Http;

namespace DanVan.Petitions;

/// <summary>What a decision or a conclusion has brought about.</summary>
/// <param name="MoneyRecovered">To the State, in đồng.</param>
/// <param name="MoneyReturned">To people and organisations, in đồng.</param>
/// <param name="LandRecovered">To the State, in square metres.</param>
/// <param name="LandReturned">To people and organisations, in square metres.</param>
public sealed record Effects(long MoneyRecovered, long MoneyReturned, long LandRecovered, long LandReturned, int PeopleSanctioned)
{
    public static readonly Effects None = new(0, 0, 0, 0, 0);
}

/// <summary>What protects a denouncer.</summary>
public enum ProtectionMeasure
{
    /// <summary>Who it is stays secret. Luật TC Đ56.</summary>
    Information,

    /// <summary>Position and employment. Luật TC Đ57.</summary>
    Work,

    /// <summary>Life, health, property, honour and dignity. Luật TC Đ58.</summary>
    Life,
}

/// <summary>What follows for others: what was given back, who was disciplined, who was protected.</summary>
public sealed partial class Petition
{
    /// <summary>Records what was brought about since; what was recorded before stays.</summary>
    public Rejection? Record(Effects effects, DateOnly on, string documentNumber, DateOnly today)
    {
        if (Not(PetitionState.Resolved) is { } state)
            return state;
        if (effects == Effects.None)
            return Refused.NoEffect;
        if (OutOfOrder(on, ClosedOn!.Value, today, "effectiveOn") is { } dates)
            return dates;
        DocumentNumber = documentNumber;
        return null;
    }

    /// <summary>Records a decision to protect the denouncer, at whatever stage.</summary>
    public Rejection? Protect(DateOnly on, string documentNumber, DateOnly today)
    {
        if (Kind is not PetitionKind.ToCao)
            return Refused.ProtectsDenouncers;
        if (OutOfOrder(on, ReceivedOn, today, "orderedOn") is { } dates)
            return dates;
        DocumentNumber = documentNumber;
        return null;
    }
}
