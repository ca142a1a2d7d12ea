using System.Text.Json;

namespace DanVan.Chassis.Http;

/// <summary>Turns what System.Text.Json refused into errors by field that say why and what is allowed.</summary>
static class JsonFault
{
    /// <summary>The errors of a body that was to be read as <paramref name="expected"/>.</summary>
    public static Dictionary<string, string[]> Explain(JsonException fault, Type? expected, JsonSerializerOptions options)
    {
        var path = fault.Path ?? "$";
        // The reader's own exceptions are about the text, those of the serializer about members and values.
        if (fault.InnerException is JsonException || expected is null)
            return One(Field(path), NotWellFormed(fault));

        var place = JsonShape.At(path, expected, options);
        if (place.Expected is null)
            return One(Field(path), Unknown(place.Parent, options));
        if (Missing(fault, place.Expected, options) is { Count: > 0 } missing)
            return missing.ToDictionary(
                name => path == "$" ? name : $"{Field(path)}.{name}",
                _ => new[] { Phrases.Of("Bắt buộc phải có.", "Required.") }
            );
        var allowed = JsonShape.Describe(place.Expected, options);
        return One(
            Field(path),
            Phrases.Of($"Phải là {allowed}, không null, và chỉ ghi một lần.", $"Must be {allowed}, not null, and given once.")
        );
    }

    /// <summary><c>$.items[0].days</c> is <c>items[0].days</c> to the caller; the body itself stays <c>$</c>.</summary>
    internal static string Field(string path) => path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    // The serializer knows the missing members but tells them only in its message: of the members known to be required, those that it quotes.
    static List<string> Missing(JsonException fault, Type type, JsonSerializerOptions options) =>
        fault.InnerException is null
            ? [.. JsonShape.Required(type, options).Where(name => fault.Message.Contains($"'{name}'", StringComparison.Ordinal))]
            : [];

    static string NotWellFormed(JsonException fault) =>
        Phrases.Of(
            $"Không phải JSON đúng dạng (UTF-8, lồng nhau tối đa {JsonRules.MaxDepth} tầng): dòng {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.",
            $"Not well-formed JSON (UTF-8, nested at most {JsonRules.MaxDepth} deep): line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."
        );

    static string Unknown(Type? parent, JsonSerializerOptions options)
    {
        var allowed = parent is null ? "" : string.Join(", ", JsonShape.Members(parent, options));
        return Phrases.Of($"Không có trường này. Các trường được nhận: {allowed}.", $"There is no such member. Allowed: {allowed}.");
    }

    static Dictionary<string, string[]> One(string field, string message) => new() { [field] = [message] };
}
