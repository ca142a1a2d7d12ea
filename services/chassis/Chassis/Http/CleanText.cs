using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Chassis.Http;

/// <summary>
/// Text as it enters the platform: well-formed Unicode in normal form C, so that one name typed on two keyboards is one name, and without the
/// control characters that neither PostgreSQL (NUL) nor a DOCX or XLSX file (XML 1.0, 2.2) can hold.
/// </summary>
public sealed class CleanText : JsonConverter<string>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Checked(reader.GetString()!) : throw new JsonException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Checked(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);

    static string Checked(string text) =>
        TryClean(text, out var clean) ? clean : throw new JsonException(null, new FormatException("A character that text may not hold."));

    /// <summary>The text in normal form C, or false when it holds a character that text may not hold.</summary>
    public static bool TryClean(string text, out string clean)
    {
        clean = text;
        if (Ascii.IsValid(text))
            return !text.AsSpan().ContainsAnyInRange('\0', '\u001f') || !HasForbidden(text);
        if (HasForbidden(text))
            return false;
        clean = text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        return true;
    }

    static bool HasForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < ' ' && c is not ('\t' or '\n' or '\r') || c is '\ufffe' or '\uffff')
                return true;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c))
                return true;
        }
        return false;
    }
}
