namespace DanVan.Petitions.Statistics;

/// <summary>Something of a unit's that the journal tells of once, counted by kind and field.</summary>
interface ICountedByKind
{
    Guid UnitId { get; }

    /// <summary>The number of the journal.</summary>
    long Sequence { get; }
    PetitionKind Kind { get; }
    PetitionField Field { get; }
}

/// <summary>What one record says was brought about (kết quả thực hiện).</summary>
public sealed class CountedEffect : ICountedByKind
{
    public required long Sequence { get; init; }
    public required Guid PetitionId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly EffectiveOn { get; init; }
    public required PetitionKind Kind { get; init; }
    public required PetitionField Field { get; init; }
    public required long MoneyRecovered { get; init; }
    public required long MoneyReturned { get; init; }
    public required long LandRecovered { get; init; }
    public required long LandReturned { get; init; }
    public required int PeopleSanctioned { get; init; }
}

/// <summary>A measure that one decision ordered to protect a denouncer.</summary>
public sealed class CountedProtection : ICountedByKind
{
    public required long Sequence { get; init; }
    public required ProtectionMeasure Measure { get; init; }
    public required Guid PetitionId { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly OrderedOn { get; init; }
    public required PetitionKind Kind { get; init; }
    public required PetitionField Field { get; init; }
}
