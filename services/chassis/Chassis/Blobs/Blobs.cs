using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DanVan.Chassis.Blobs;

/// <summary>A stored content: what it is, not where it is or what somebody called it.</summary>
/// <param name="Sha256">Its SHA-256 in lower-case hexadecimal.</param>
/// <param name="Length">Its length in bytes.</param>
public sealed record BlobRef(string Sha256, long Length);

/// <summary>Where contents are kept (section <c>Blobs</c>).</summary>
public sealed class BlobOptions
{
    /// <summary>The folder; every replica of a service must see the same one, unless an S3 server keeps the files.</summary>
    public string Path { get; set; } = "";

    /// <summary>The S3 server that keeps them instead, when its endpoint is named.</summary>
    public S3Options S3 { get; set; } = new();

    /// <summary>Where a process may keep files for the time of a request.</summary>
    public string WorkFolder => System.IO.Path.Combine(Path.Length > 0 ? Path : System.IO.Path.GetTempPath(), "work");

    /// <summary>The longest content in bytes.</summary>
    [Range(1, long.MaxValue)]
    public long MaxLength { get; set; } = 256L * 1024 * 1024;
}

/// <summary>A bucket of an S3 server (section <c>Blobs:S3</c>).</summary>
public sealed class S3Options
{
    /// <summary>Its address, as in <c>https://s3.example.vn</c>. Nothing: files are kept in the folder.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The region that requests are signed for.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The bucket; it must exist.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>Begins the names of all contents; the service's name when left out.</summary>
    public string? Prefix { get; set; }

    /// <summary>Who the service is to the server.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>Its secret: <c>Blobs__S3__SecretKey</c>, or a file of that name in the folder of secrets.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>For how long an answer of the server is waited for.</summary>
    [Range(1, 600)]
    public int Seconds { get; set; } = 60;

    internal bool IsWhole =>
        Endpoint is null
        || (Uri.TryCreate(Endpoint, UriKind.Absolute, out _) && Bucket.Length > 0 && AccessKey.Length > 0 && SecretKey.Length > 0);
}

/// <summary>The server that keeps the contents does not answer, or fails.</summary>
public sealed class BlobsUnavailableException(Exception reason)
    : Exception($"The store of files is not available: {reason.Message}", reason);

/// <summary>A content is longer than allowed.</summary>
public sealed class BlobTooLargeException(long maxLength) : Exception($"The content is longer than {maxLength} bytes.");

/// <summary>Registers the store.</summary>
public static class BlobExtensions
{
    /// <summary>Adds <see cref="BlobStore"/>: a folder, or a bucket when one is configured.</summary>
    public static IServiceCollection AddBlobs(this IServiceCollection services)
    {
        services
            .AddOptions<BlobOptions>()
            .BindConfiguration("Blobs")
            .ValidateDataAnnotations()
            .Validate(
                blobs => blobs.Path.Length > 0 || blobs.S3.Endpoint is not null,
                "Blobs:Path is missing: the folder in which files are kept."
            )
            .Validate(blobs => blobs.S3.IsWhole, "Blobs:S3 needs an Endpoint that is an address, a Bucket, an AccessKey and a SecretKey.")
            .ValidateOnStart();
        return services.AddSingleton<BlobStore>(provider =>
            provider.GetRequiredService<IOptions<BlobOptions>>().Value.S3.Endpoint is null
                ? ActivatorUtilities.CreateInstance<FolderBlobs>(provider)
                : ActivatorUtilities.CreateInstance<S3Blobs>(provider)
        );
    }
}
