using DanVan.Directory.Client;
using DanVan.Directory.Units;

namespace DanVan.Directory.Tests.Rules;

/// <summary>Units for the tests of rules.</summary>
static class Registered
{
    public const string Basis = "NQ 1/TEST";

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static Unit Root() => new() { Id = RootUnit.Id, Periods = { Period("1945-09-02", UnitKind.Central, UnitLevel.Central, null) } };

    public static Unit Unit(
        UnitKind kind,
        UnitLevel level,
        Guid parent,
        string from = "2004-01-01",
        string? to = null,
        string? code = null
    ) => new() { Id = Guid.CreateVersion7(), Periods = { Period(from, kind, level, parent, to, code) } };

    public static Unit Province(string code, string from = "2004-01-01", string? to = null) =>
        Unit(UnitKind.Province, UnitLevel.Province, RootUnit.Id, from, to, code);

    public static Unit Commune(string code, Unit parent, string from = "2004-01-01") =>
        Unit(UnitKind.Commune, UnitLevel.Commune, parent.Id, from, code: code);

    public static UnitPeriod Period(string from, UnitKind kind, UnitLevel level, Guid? parent, string? to = null, string? code = null) =>
        new()
        {
            ValidFrom = Day(from),
            ValidTo = to is null ? null : Day(to),
            Name = "Thử",
            FullName = $"Tỉnh Thử {code}",
            Kind = kind,
            Level = level,
            ParentId = parent,
            CodeScheme = code is null ? null : CodeScheme.Administrative,
            Code = code,
            Change = UnitChange.Create,
            LegalBasis = Basis,
        };

    /// <summary>Who bears or bore a code, of these units.</summary>
    public static CodeUse[] UsesOf(string code, params Unit[] units) =>
        [
            .. CodeUses.Joined(
                units.SelectMany(unit => unit.Periods.Where(p => p.Code == code).Select(p => new CodeUse(unit.Id, p.ValidFrom, p.ValidTo)))
            ),
        ];
}
