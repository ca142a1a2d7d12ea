using System.Text.RegularExpressions;

namespace DanVan.Cli.Local;

/// <summary>A file of <c>deploy/</c> with <c>${name}</c> places to fill.</summary>
static partial class Template
{
    public static string Fill(string pathInDeploy, IReadOnlyDictionary<string, string> values)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "deploy", pathInDeploy));
        return Place().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : match.Value);
    }

    [GeneratedRegex(@"\$\{(\w+)\}")]
    private static partial Regex Place();
}
