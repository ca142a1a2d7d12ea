using System.Linq.Expressions;
using System.Text.Json.Serialization;

namespace DanVan.Directory.Units;

/// <summary>A unit as it stands, or stood, for a stretch of time.</summary>
public sealed record UnitView
{
    /// <summary>Identity; never changes.</summary>
    public required Guid Id { get; init; }

    /// <summary>Version of the unit's record, for If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>First day of this state.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day on which it no longer holds; absent while it does.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Name without its kind.</summary>
    public required string Name { get; init; }

    /// <summary>Name with its kind.</summary>
    public required string FullName { get; init; }
    public required UnitKind Kind { get; init; }
    public required UnitLevel Level { get; init; }

    /// <summary>The unit it belongs to; absent for the root.</summary>
    public Guid? ParentId { get; init; }
    public CodeScheme? CodeScheme { get; init; }

    /// <summary>Code within its scheme. Another unit may bear it at another time.</summary>
    public string? Code { get; init; }

    /// <summary>Every code of the unit, one a scheme, the one above first.</summary>
    public IReadOnlyList<SchemeCode> Codes =>
        [
            .. CodeScheme is { } scheme && Code is { } code ? [new SchemeCode(scheme, code)] : Array.Empty<SchemeCode>(),
            .. FurtherCodes.Select(UnitCode.Parse).Select(further => new SchemeCode(further.Scheme, further.Value)),
        ];

    [JsonIgnore]
    internal string[] FurtherCodes { get; init; } = [];
    public required UnitChange Change { get; init; }
    public required string LegalBasis { get; init; }

    internal static UnitView Of(Unit unit, UnitPeriod period) => compiled(unit, period);

    /// <summary>In a form that a query can use.</summary>
    internal static readonly Expression<Func<Unit, UnitPeriod, UnitView>> Projection = (unit, period) =>
        new UnitView
        {
            Id = unit.Id,
            Version = unit.Version,
            From = period.ValidFrom,
            To = period.ValidTo,
            Name = period.Name,
            FullName = period.FullName,
            Kind = period.Kind,
            Level = period.Level,
            ParentId = period.ParentId,
            CodeScheme = period.CodeScheme,
            Code = period.Code,
            FurtherCodes = period.FurtherCodes,
            Change = period.Change,
            LegalBasis = period.LegalBasis,
        };

    private static readonly Func<Unit, UnitPeriod, UnitView> compiled = Projection.Compile();
}
