using System.Text.RegularExpressions;

namespace DanVan.Subscriptions.Feed;

/// <summary>Which types of event are wanted: whole names, or the beginning of names followed by <c>*</c>.</summary>
static partial class TypeFilter
{
    public static bool IsValid(string filter) => Form().IsMatch(filter);

    /// <summary>The LIKE patterns of the filters; null when all types are wanted. The alphabet of names has no wildcard of LIKE.</summary>
    public static string[]? ToLike(IReadOnlyCollection<string> filters) =>
        filters.Count == 0 ? null : [.. filters.Select(x => x.EndsWith('*') ? string.Concat(x.AsSpan(0, x.Length - 1), "%") : x)];

    [GeneratedRegex(@"\A[a-z0-9.\-]{1,200}\*?\z")]
    private static partial Regex Form();
}
