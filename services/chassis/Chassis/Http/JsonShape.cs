using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DanVan.Chassis.Http;

/// <summary>Follows a JSON path through the types that were expected, to say what stands wrong and what would be right there.</summary>
static class JsonShape
{
    /// <summary>Where a path ends: the type expected there, or none when the last step names no member; then the type it was looked for in.</summary>
    public readonly record struct Place(Type? Expected, Type? Parent);

    /// <summary>The place of a path such as <c>$.items[0].days</c>.</summary>
    public static Place At(string path, Type root, JsonSerializerOptions options)
    {
        Type? current = root,
            parent = null;
        foreach (var step in Steps(path))
        {
            if (current is null)
                return default;
            parent = current;
            var info = options.GetTypeInfo(Nullable.GetUnderlyingType(current) ?? current);
            current = info.Kind switch
            {
                JsonTypeInfoKind.Object => info.Properties.FirstOrDefault(p => p.Name == step)?.PropertyType,
                JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => info.ElementType,
                _ => null,
            };
        }
        return new(current, parent);
    }

    /// <summary>The names of the members that an object of this type must have.</summary>
    public static IEnumerable<string> Required(Type type, JsonSerializerOptions options) =>
        options.GetTypeInfo(type).Properties.Where(p => p.IsRequired).Select(p => p.Name);

    /// <summary>The names of the members that an object of this type may have.</summary>
    public static IEnumerable<string> Members(Type type, JsonSerializerOptions options) =>
        options.GetTypeInfo(type).Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null).Select(p => p.Name);

    /// <summary>What a value of this type looks like, in the language of the request.</summary>
    public static string Describe(Type type, JsonSerializerOptions options)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return Phrases.Of("một trong: ", "one of: ") + string.Join(", ", EnumNames(type));
        if (type == typeof(string))
            return Phrases.Of("chuỗi UTF-8 không có ký tự điều khiển", "UTF-8 text without control characters");
        if (type == typeof(bool))
            return Phrases.Of("true hoặc false", "true or false");
        if (type == typeof(DateOnly))
            return Phrases.Of("ngày dạng 2026-08-19", "a date such as 2026-08-19");
        if (type == typeof(TimeOnly))
            return Phrases.Of("giờ dạng 08:30:00", "a time such as 08:30:00");
        if (type == typeof(DateTimeOffset))
            return Phrases.Of("thời điểm dạng 2026-08-19T08:30:00+07:00", "an instant such as 2026-08-19T08:30:00+07:00");
        if (type == typeof(Guid))
            return Phrases.Of("mã UUID", "a UUID");
        if (type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte))
            return Phrases.Of("số nguyên", "a whole number");
        if (type.IsPrimitive || type == typeof(decimal))
            return Phrases.Of("số", "a number");
        return options.GetTypeInfo(type).Kind switch
        {
            JsonTypeInfoKind.Enumerable => Phrases.Of("danh sách [...]", "a list [...]"),
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => Phrases.Of("đối tượng {...}", "an object {...}"),
            _ => Phrases.Of("giá trị theo tài liệu của thao tác", "a value as the operation's documentation has it"),
        };
    }

    /// <summary>The names of an enum as they travel.</summary>
    public static IEnumerable<string> EnumNames(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName);

    // JsonException.Path: $.a.b[0]['strange name'].c
    internal static IEnumerable<string> Steps(string path)
    {
        for (var i = path.StartsWith('$') ? 1 : 0; i < path.Length; )
        {
            var quoted = path[i] == '[' && i + 1 < path.Length && path[i + 1] == '\'';
            var start = i + (quoted ? 2 : 1);
            var end =
                quoted ? path.IndexOf("']", start, StringComparison.Ordinal)
                : path[i] == '[' ? path.IndexOf(']', start)
                : path.IndexOfAny(['.', '['], start);
            if (end < 0)
                end = path.Length;
            yield return path[start..end];
            i =
                end
                + (
                    quoted ? 2
                    : path[i] == '[' ? 1
                    : 0
                );
        }
    }
}
