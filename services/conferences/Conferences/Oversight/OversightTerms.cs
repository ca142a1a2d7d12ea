namespace DanVan.Conferences.Oversight;

/// <summary>What kind of oversight is planned.</summary>
public enum OversightKind
{
    /// <summary>Inspection (kiểm tra).</summary>
    KiemTra,

    /// <summary>Survey (khảo sát).</summary>
    KhaoSat,

    /// <summary>Supervision (giám sát).</summary>
    GiamSat,

    /// <summary>Social criticism (phản biện).</summary>
    PhanBien,
}

/// <summary>Where a plan stands.</summary>
public enum OversightState
{
    Planned,
    CarriedOut,
    Dropped,
}

/// <summary>How many units of a class are meant.</summary>
public enum TargetQuantity
{
    /// <summary>So many: the count is given.</summary>
    Counted,

    /// <summary>"Một số": some, the number is left open. Never to be read as zero.</summary>
    Unspecified,

    /// <summary>The class as such ("các sở, ngành"), without a number.</summary>
    WholeClass,
}

/// <summary>A class of units that a plan goes to.</summary>
/// <param name="UnitClass">The class as worded: "một số xã".</param>
/// <param name="Quantity">How many of it.</param>
/// <param name="Count">The number; with COUNTED only.</param>
public sealed record OversightTarget([Text(300)] string UnitClass, TargetQuantity Quantity, [Whole(1, 100000)] int? Count);
