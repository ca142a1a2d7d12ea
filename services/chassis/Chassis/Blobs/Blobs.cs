using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis.Blobs;

/// <summary>A stored content: what it is, not where it is or what somebody called it.</summary>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record BlobRef(string Sha256, long Length);

/// <summary>Where contents are kept (section <c>Blobs</c>).</summary>
public sealed class BlobOptions
{
    /// <summary>The folder; every replica of a service must see the same one.</summary>
    [Required(ErrorMessage = "Blobs:Path is missing: the folder in which files are kept.")]
    public string Path { get; set; } = "";

    /// <summary>The longest content in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long MaxLength { get; set; } = 100L * 1024 * 1024;
}

/// <summary>A content is longer than allowed.</summary>
public sealed class BlobTooLargeException(long maxLength) : Exception($"The content is longer than {maxLength} bytes.");

/// <summary>Registers the store.</summary>
public static class BlobExtensions
{
    /// <summary>Adds <see cref="BlobStore"/>.</summary>
    public static IServiceCollection AddBlobs(this IServiceCollection services)
    {
        services.AddOptions<BlobOptions>().BindConfiguration("Blobs").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<BlobStore>();
    }
}
