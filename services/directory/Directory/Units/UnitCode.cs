using System.Text.RegularExpressions;
using DanVan.Chassis;
using DanVan.Chassis.Http;

namespace DanVan.Directory.Units;

/// <summary>Where a code comes from. Codes are never translated from one scheme to another.</summary>
public enum CodeScheme
{
    /// <summary>Administrative code (QĐ 124/2004/QĐ-TTg, since 01/07/2025 QĐ 19/2025/QĐ-TTg): 2, 3 or 5 digits.</summary>
    Administrative,

    /// <summary>Identifier of an agency (QĐ 20/2020/QĐ-TTg, Điều 4 and 6), read from the highest level down.</summary>
    Qd20,

    /// <summary>Identifier by QCVN 102:2016/BTTTT, read from the lowest level up.</summary>
    Qcvn102,
}

/// <summary>A code within its scheme. Codes with leading zeros are text.</summary>
public readonly partial record struct UnitCode(CodeScheme Scheme, string Value)
{
    /// <summary>Whether the code has the form that its scheme asks for, of a unit of this kind at this level.</summary>
    public Rejection? Check(UnitKind kind, UnitLevel level)
    {
        var fits = Scheme switch
        {
            CodeScheme.Administrative => kind.IsAdministrative() && Digits().IsMatch(Value) && Value.Length == AdministrativeLength(level),
            CodeScheme.Qd20 => Value.Length <= 35 && (kind is UnitKind.Enterprise ? Enterprise() : Qd20()).IsMatch(Value),
            _ => Qcvn102().IsMatch(Value),
        };
        return fits ? null : UnitRejections.MalformedCode(this, level);
    }

    /// <summary><c>QD20:H20.1</c>: no scheme's codes hold a colon.</summary>
    public override string ToString() => $"{EnumNames.Of(Scheme)}:{Value}";

    /// <summary>The code of a text that <see cref="ToString"/> wrote.</summary>
    public static UnitCode Parse(string text) => TryParse(text) ?? throw new FormatException($"'{text}' is no code with its scheme");

    /// <summary>The code of a text <c>scheme:value</c>; null when it names no scheme known here.</summary>
    public static UnitCode? TryParse(string text) =>
        text.Split(':', 2) is [var name, var value] && schemes.TryGetValue(name, out var scheme) ? new(scheme, value) : null;

    private static readonly Dictionary<string, CodeScheme> schemes = Enum.GetValues<CodeScheme>().ToDictionary(EnumNames.Of);

    /// <summary>Digits of an administrative code: province 2, district 3, commune 5; the centre has none.</summary>
    public static int AdministrativeLength(UnitLevel level) =>
        level switch
        {
            UnitLevel.Province => 2,
            UnitLevel.District => 3,
            UnitLevel.Commune => 5,
            _ => 0,
        };

    [GeneratedRegex(@"^[0-9]+\z")]
    private static partial Regex Digits();

    // Z01–Z99 are the agencies outside the levels (Điều 6): no separators after the mark.
    [GeneratedRegex(@"^([A-Y][0-9]{2}(\.[0-9A-Z]+)*|Z[0-9]{2}[0-9A-Z]{1,32})\z")]
    private static partial Regex Qd20();

    // Of an enterprise the identifier is its own number (Điều 5): 10 digits, 13 for what depends on it.
    [GeneratedRegex(@"^[0-9]{10}([0-9]{3})?\z")]
    private static partial Regex Enterprise();

    [GeneratedRegex(@"^([0-9A-Z]{2,3}\.){1,3}[A-Z][0-9]{2}\z")]
    private static partial Regex Qcvn102();
}

/// <summary>A stretch of time for which a unit bears or bore a code.</summary>
public readonly record struct CodeUse(Guid UnitId, DateOnly From, DateOnly? To);
