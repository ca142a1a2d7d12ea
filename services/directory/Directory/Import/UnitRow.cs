using DanVan.Chassis;
using DanVan.Directory.Units;

namespace DanVan.Directory.Import;

/// <summary>A line of a list of administrative units.</summary>
internal sealed record UnitRow(int Line, string Code, UnitLevel Level, UnitKind Kind, string Name, string FullName, string ParentCode)
{
    public static readonly string[] Columns = ["code", "level", "kind", "name", "full_name", "parent_code"];

    /// <summary>The row of a line, or in what field it is wrong.</summary>
    public static (UnitRow? Row, string? Problem) Of(CsvRow line)
    {
        if (line.Fields is not [var code, var level, var kind, var name, var fullName, var parent])
            return (null, "fields");
        if (!Names<UnitKind>.All.TryGetValue(kind, out var unitKind) || unitKind.OwnLevel() is not { } own || own is UnitLevel.Central)
            return (null, "kind");
        if (!Names<UnitLevel>.All.TryGetValue(level, out var unitLevel) || unitLevel != own)
            return (null, "level");
        if (new UnitCode(CodeScheme.Administrative, code).Check(unitKind, unitLevel) is not null)
            return (null, "code");
        if (!IsName(name, 200))
            return (null, "name");
        if (!IsName(fullName, 300))
            return (null, "full_name");
        return (new(line.Number, code, unitLevel, unitKind, name, fullName, parent), null);
    }

    // What a spreadsheet would take for a formula (=, +, -, @) is no name.
    private static bool IsName(string text, int most) => text.Length > 0 && text.Length <= most && char.IsLetterOrDigit(text[0]);

    // The files write rural_district where the platform writes RURAL_DISTRICT.
    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<string, TEnum> All = Enum.GetValues<TEnum>()
            .ToDictionary(EnumNames.Of, value => value, StringComparer.OrdinalIgnoreCase);
    }
}
