using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace DanVan.Chassis.Http;

/// <summary>One parameter of a route or a query and how strictly it is read.</summary>
sealed class QueryParameter
{
    static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    readonly Type type;
    readonly Func<string, bool> parses;
    readonly Dictionary<string, string>? names;

    QueryParameter(string name, Type type, bool many, bool optional)
    {
        (Name, this.type, TakesMany, IsOptional) = (name, type, many, optional);
        names = type.IsEnum
            ? Enum.GetNames(type).ToDictionary(JsonNamingPolicy.SnakeCaseUpper.ConvertName, n => n, StringComparer.Ordinal)
            : null;
        parses = Parser(type);
    }

    public string Name { get; }
    public bool TakesMany { get; }
    public bool IsOptional { get; }

    public static QueryParameter Of(IParameterBindingMetadata parameter)
    {
        var info = parameter.ParameterInfo;
        var named = info.GetCustomAttributes(inherit: false);
        var name =
            named.OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
            ?? named.OfType<IFromRouteMetadata>().FirstOrDefault()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
        var type = info.ParameterType;
        var many = type.IsArray;
        return new(name, Plain(many ? type.GetElementType()! : type), many, parameter.IsOptional || many);
    }

    /// <summary>Whether a parameter is a single value (or an array of them) that text can be read into.</summary>
    public static bool IsSimple(IParameterBindingMetadata parameter)
    {
        var type = parameter.ParameterInfo.ParameterType;
        var element = Plain(type.IsArray ? type.GetElementType()! : type);
        return !parameter.HasBindAsync && (element == typeof(string) || element.IsEnum || IsParsable(element));
    }

    /// <summary>What is wrong with the text, or nothing and the text as the handler is to get it.</summary>
    public string? Read(string text, out string read)
    {
        if (!CleanText.TryClean(text, out read))
            return Must(JsonShape.Describe(typeof(string), JsonRules.Options));
        if (names is not null && names.TryGetValue(read, out var member))
            read = member;
        else if (names is not null || !parses(read))
            return read.Length == 0 && IsOptional ? null : Must(JsonShape.Describe(type, JsonRules.Options));
        return null;
    }

    static string Must(string be) => Phrases.Of($"Phải là {be}.", $"Must be {be}.");

    static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    static bool IsParsable(Type type) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IParsable<>));

    // Dates only as ISO 8601 writes them: 08/09/2025 is the eighth of September to half of the world.
    static Func<string, bool> Parser(Type type)
    {
        if (type == typeof(string) || type.IsEnum)
            return static _ => true;
        if (type == typeof(DateOnly))
            return static text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (type == typeof(DateTimeOffset))
            return static text =>
                DateTimeOffset.TryParseExact(Zoned(text), Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        var method = typeof(QueryParameter).GetMethod(
            nameof(TryParse),
            System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic
        )!;
        return method.MakeGenericMethod(type).CreateDelegate<Func<string, bool>>();
    }

    static bool TryParse<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);

    static string Zoned(string text) => text.EndsWith('Z') ? text[..^1] + "+00:00" : text;
}
