namespace DanVan.Directory.Units;

/// <summary>What a unit is called and where it stands, for a stretch of time. Setters are the aggregate's alone.</summary>
public sealed class UnitPeriod
{
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds; null while open.</summary>
    public DateOnly? ValidTo { get; internal set; }
    public required string Name { get; set; }
    public required string FullName { get; set; }
    public required UnitKind Kind { get; set; }
    public required UnitLevel Level { get; set; }
    public required Guid? ParentId { get; set; }
    public CodeScheme? CodeScheme { get; set; }
    public string? Code { get; set; }

    /// <summary>What began this period.</summary>
    public required UnitChange Change { get; set; }
    public required string LegalBasis { get; set; }

    public UnitCode? UnitCode => CodeScheme is { } scheme && Code is { } value ? new(scheme, value) : null;

    public bool HoldsOn(DateOnly date) => ValidFrom <= date && (ValidTo is not { } end || date < end);

    /// <summary>The same state from a later day on.</summary>
    internal UnitPeriod From(DateOnly day, UnitChange change, string legalBasis) =>
        new()
        {
            ValidFrom = day,
            ValidTo = ValidTo,
            Name = Name,
            FullName = FullName,
            Kind = Kind,
            Level = Level,
            ParentId = ParentId,
            CodeScheme = CodeScheme,
            Code = Code,
            Change = change,
            LegalBasis = legalBasis,
        };
}

/// <summary>What can happen to a unit (QĐ 19/2025/QĐ-TTg, Điều 3, for what it does to its code).</summary>
public enum UnitChange
{
    Create,
    Rename,
    Recode,
    StatusChange,
    MoveParent,
    Merge,
    Abolish,

    /// <summary>A predecessor was recorded afterwards: the units themselves stand as they stood.</summary>
    Succession,
}
