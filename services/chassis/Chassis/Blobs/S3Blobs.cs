using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using DanVan.Chassis.Http;
using Microsoft.Extensions.Options;

namespace DanVan.Chassis.Blobs;

/// <summary>
/// Contents in a bucket of any server that speaks the S3 API, under the service's name and their own SHA-256. What is stored is as safe as the server keeps what it has
/// acknowledged.
/// </summary>
public sealed class S3Blobs : BlobStore, IDisposable
{
    readonly BlobOptions options;
    readonly S3Options s3;
    readonly string prefix;
    readonly AmazonS3Client client;

    /// <summary>A store in the bucket that the options name.</summary>
    public S3Blobs(IOptions<BlobOptions> options, ServiceName service)
    {
        this.options = options.Value;
        s3 = this.options.S3;
        prefix = s3.Prefix ?? service.Value;
        client = new(
            new BasicAWSCredentials(s3.AccessKey, s3.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = s3.Endpoint,
                AuthenticationRegion = s3.Region,
                // Addresses and check sums that every server knows, not only Amazon's.
                ForcePathStyle = true,
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
                MaxErrorRetry = 2,
                Timeout = TimeSpan.FromSeconds(s3.Seconds),
            }
        );
    }

    /// <inheritdoc />
    public override async Task<BlobRef> Save(Stream content, CancellationToken ct)
    {
        // The name is the hash, so the content is read to its end before it is sent. The file has no name on the disk: nothing is left of it after a crash.
        await using var file = Spool();
        var blob = await Copy(content, file, ct);
        file.Position = 0;
        var request = new PutObjectRequest
        {
            BucketName = s3.Bucket,
            Key = KeyOf(blob),
            InputStream = file,
            AutoCloseStream = false,
            UseChunkEncoding = false,
            ContentType = "application/octet-stream",
        };
        await Ask(() => client.PutObjectAsync(request, ct));
        return blob;
    }

    /// <inheritdoc />
    public override async Task<Stream?> Open(BlobRef blob, CancellationToken ct) =>
        IsHash(blob.Sha256) && await Ask(() => client.GetObjectAsync(s3.Bucket, KeyOf(blob), ct)) is { } found
            ? found.ResponseStream
            : null;

    /// <inheritdoc />
    public override async Task Delete(BlobRef blob, CancellationToken ct)
    {
        if (IsHash(blob.Sha256))
            await Ask(() => client.DeleteObjectAsync(s3.Bucket, KeyOf(blob), ct));
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    string KeyOf(BlobRef blob) => $"{prefix}/{blob.Sha256[..2]}/{blob.Sha256}";

    FileStream Spool()
    {
        System.IO.Directory.CreateDirectory(options.WorkFolder);
        var path = Path.Combine(options.WorkFolder, $"{Guid.CreateVersion7():n}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
        File.Delete(path);
        return file;
    }

    async Task<BlobRef> Copy(Stream content, FileStream file, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        long length = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            if ((length += read) > options.MaxLength)
                throw new BlobTooLargeException(options.MaxLength);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        await file.FlushAsync(ct);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    /// <summary>The answer; none when there is no such content. That there is no such bucket is a mistake of the configuration.</summary>
    static async Task<T?> Ask<T>(Func<Task<T>> call)
        where T : class
    {
        try
        {
            return await call();
        }
        catch (AmazonS3Exception missing) when (missing is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            return null;
        }
        catch (AmazonServiceException away) when (away is { StatusCode: 0 or >= HttpStatusCode.InternalServerError })
        {
            throw new BlobsUnavailableException(away);
        }
        catch (HttpRequestException away)
        {
            throw new BlobsUnavailableException(away);
        }
    }
}
