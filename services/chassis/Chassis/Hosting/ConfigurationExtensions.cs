using Microsoft.Extensions.Configuration;

namespace DanVan.Chassis;

/// <summary>Reading settings.</summary>
public static class ConfigurationExtensions
{
    /// <summary>The value of <paramref name="key"/>.</summary>
    /// <exception cref="InvalidOperationException">It is not set; the message names it and the environment variable that sets it.</exception>
    public static string Required(this IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException(
                $"The setting {key} is missing: set the environment variable {key.Replace(":", "__", StringComparison.Ordinal)}"
                    + " or put a file of that name into the folder that Secrets__Path names"
            );
}
