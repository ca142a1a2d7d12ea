using DanVan.Files.Scanning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DanVan.Files;

/// <summary>Registers what takes files.</summary>
public static class FileServices
{
    /// <summary>Adds <see cref="FileInspection"/> and what it needs.</summary>
    /// <param name="section">Where <typeparamref name="TLimits"/> stand; the scanner's own are in its section <c>Scanner</c>.</param>
    public static OptionsBuilder<TLimits> AddFiles<TLimits>(this IServiceCollection services, string section)
        where TLimits : FileLimits
    {
        services.AddOptions<ScannerOptions>().BindConfiguration($"{section}:Scanner").ValidateDataAnnotations().ValidateOnStart();
        services
            .AddSingleton<FileLimits>(provider => provider.GetRequiredService<IOptions<TLimits>>().Value)
            .AddSingleton<Clamd>()
            .AddSingleton<IScanner>(provider =>
                string.IsNullOrEmpty(provider.GetRequiredService<IOptions<ScannerOptions>>().Value.Host)
                    ? new NoScanner()
                    : provider.GetRequiredService<Clamd>()
            )
            .AddSingleton<FileInspection>();
        return services.AddOptions<TLimits>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
    }
}
