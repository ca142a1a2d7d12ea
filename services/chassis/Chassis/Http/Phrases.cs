using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DanVan.Chassis.Http;

/// <summary>Texts for people in the language of the request: Vietnamese unless Accept-Language prefers English.</summary>
public static class Phrases
{
    static readonly AsyncLocal<bool> English = new();

    /// <summary>Whether the current request asked for English.</summary>
    public static bool InEnglish => English.Value;

    /// <summary>The text in the language of the current request.</summary>
    public static string Of(string vi, string en) => English.Value ? en : vi;

    /// <summary>The code of the language of the current request, for Content-Language.</summary>
    public static string Language => English.Value ? "en" : "vi";

    /// <summary>Takes the language from Accept-Language; what flows from here on speaks it.</summary>
    internal static Task Choose(HttpContext context, RequestDelegate next)
    {
        var english = PrefersEnglish(context.Request.Headers.AcceptLanguage.ToString());
        if (english != English.Value)
            English.Value = english;
        return next(context);
    }

    internal static bool PrefersEnglish(string header)
    {
        if (header.Length == 0 || !StringWithQualityHeaderValue.TryParseList([header], out var languages))
            return false;
        double vi = 0,
            en = 0;
        foreach (var language in languages)
        {
            var quality = language.Quality ?? 1;
            if (IsLanguage(language.Value, "vi"))
                vi = Math.Max(vi, quality);
            else if (IsLanguage(language.Value, "en"))
                en = Math.Max(en, quality);
        }
        return en > vi;
    }

    static bool IsLanguage(Microsoft.Extensions.Primitives.StringSegment tag, string language) =>
        tag.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (tag.Length == language.Length || tag[language.Length] == '-');
}
