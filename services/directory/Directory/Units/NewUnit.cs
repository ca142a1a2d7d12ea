using DanVan.Chassis.Http;

namespace DanVan.Directory.Units;

/// <summary>A code of a unit.</summary>
/// <param name="Scheme">Where the code comes from.</param>
/// <param name="Value">The code within its scheme.</param>
public sealed record SchemeCode(CodeScheme Scheme, [Text(40)] string Value);

/// <summary>What is told of a unit that begins: alone, by a merger or by a split.</summary>
internal interface INewUnit
{
    Guid? Id { get; }
    string Name { get; }
    string FullName { get; }
    UnitKind Kind { get; }
    CodeScheme? CodeScheme { get; }
    string? Code { get; }
    IReadOnlyList<SchemeCode>? Codes { get; }
}

internal static class NewUnits
{
    /// <summary>
    /// Begins a unit in the registry, or answers why not.
    /// </summary>
    public static Rejection? Begin(
        this UnitRegistry registry,
        INewUnit wanted,
        Guid parentId,
        (UnitChange Change, DateOnly From, DateOnly? To, string LegalBasis) act,
        IReadOnlyCollection<(Unit Unit, decimal? Share)> predecessors,
        out Unit? begun
    )
    {
        begun = null;
        if (wanted.Id is { } known && registry.Find(known) is not null)
            return UnitRejections.AlreadyExists;
        var codes = wanted.AllCodes();
        if (codes.GroupBy(code => code.Scheme).Any(scheme => scheme.Count() > 1))
            return UnitRejections.TwoCodesOfAScheme;
        var period = new UnitPeriod
        {
            ValidFrom = act.From,
            ValidTo = act.To,
            Name = wanted.Name,
            FullName = wanted.FullName,
            Kind = wanted.Kind,
            Level = UnitLevel.Central,
            ParentId = parentId,
            Change = act.Change,
            LegalBasis = act.LegalBasis,
        };
        codes.ForEach(period.Bear);
        var (unit, refused) = UnitRules.Create(
            wanted.Id ?? Guid.CreateVersion7(),
            period,
            registry.Find(parentId),
            registry.UsesOf,
            predecessors
        );
        if (unit is null)
            return refused;
        registry.Add(unit);
        unit.TakeLevels(registry.Find(parentId)!, act.From, act.LegalBasis);
        registry.Changed(unit, act.Change, act.From, act.LegalBasis);
        begun = unit;
        return null;
    }

    /// <summary>The codes told, the short form among them.</summary>
    public static List<UnitCode> AllCodes(this INewUnit wanted) =>
        [
            .. wanted.Code is { } code ? [new UnitCode(wanted.CodeScheme ?? CodeScheme.Administrative, code)] : Array.Empty<UnitCode>(),
            .. (wanted.Codes ?? []).Select(further => new UnitCode(further.Scheme, further.Value)),
        ];
}
