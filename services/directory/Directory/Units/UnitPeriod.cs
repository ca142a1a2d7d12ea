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

    /// <summary>Scheme of the code by which the unit is known first: the administrative one, where it has one.</summary>
    public CodeScheme? CodeScheme { get; set; }
    public string? Code { get; set; }

    /// <summary>Its codes of further schemes, written <c>QD20:H20.1</c>.</summary>
    public string[] FurtherCodes { get; private set; } = [];

    /// <summary>What began this period.</summary>
    public required UnitChange Change { get; set; }
    public required string LegalBasis { get; set; }

    public UnitCode? UnitCode => CodeScheme is { } scheme && Code is { } value ? new(scheme, value) : null;

    /// <summary>Every code that it bears, one a scheme.</summary>
    public IEnumerable<UnitCode> Codes =>
        [.. UnitCode is { } first ? [first] : Array.Empty<UnitCode>(), .. FurtherCodes.Select(Units.UnitCode.Parse)];

    public bool HoldsOn(DateOnly date) => ValidFrom <= date && (ValidTo is not { } end || date < end);

    /// <summary>Bears a code; one of the same scheme is borne no more.</summary>
    internal void Bear(UnitCode code)
    {
        var all = Codes.Where(known => known.Scheme != code.Scheme).Append(code).OrderBy(known => known.Scheme).ToList();
        (CodeScheme, Code) = (all[0].Scheme, all[0].Value);
        FurtherCodes = [.. all.Skip(1).Select(further => further.ToString())];
    }

    /// <summary>The same state up to an earlier end; null: without end.</summary>
    internal UnitPeriod Until(DateOnly? end)
    {
        var period = From(ValidFrom, Change, LegalBasis);
        period.ValidTo = end;
        return period;
    }

    /// <summary>The same state from another day on.</summary>
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
            FurtherCodes = FurtherCodes,
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
    Split,
    Abolish,

    /// <summary>A predecessor was recorded afterwards: the units themselves stand as they stood.</summary>
    Succession,
}
