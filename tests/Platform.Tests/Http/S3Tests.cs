using System.Text;
using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Cli.Local;
using DanVan.Support;
using Microsoft.Extensions.Options;

namespace DanVan.Platform.Tests.Http;

/// <summary>The store of files in a bucket of an S3 server that others wrote.</summary>
public sealed class S3Tests(S3Server server) : IClassFixture<S3Server>, IDisposable
{
    readonly S3Blobs store = Store(server);

    static S3Blobs Store(S3Server server, string prefix = "petitions", long maxLength = 10_000_000) =>
        new(
            Options.Create(
                new BlobOptions
                {
                    MaxLength = maxLength,
                    S3 = new()
                    {
                        Endpoint = server.Endpoint,
                        Bucket = S3Server.Bucket,
                        AccessKey = S3Server.AccessKey,
                        SecretKey = S3Server.SecretKey,
                    },
                }
            ),
            new ServiceName(prefix)
        );

    [Fact]
    public async Task What_was_stored_is_read_again_and_the_same_content_is_one()
    {
        var content = new byte[3 * 1024 * 1024];
        Random.Shared.NextBytes(content);

        var blob = await store.Save(new MemoryStream(content), default);

        Assert.Equal(blob, await store.Save(new MemoryStream(content), default));
        Assert.Equal(content.Length, blob.Length);
        Assert.Equal(content, await Read(store, blob));
    }

    [Fact]
    public async Task Services_that_share_a_bucket_do_not_share_contents()
    {
        using var other = Store(server, "directory");
        var blob = await Save("chung");
        await other.Save(new MemoryStream(Encoding.UTF8.GetBytes("chung")), default);

        await store.Delete(blob, default);

        Assert.Null(await store.Open(blob, default));
        Assert.Equal("chung", Encoding.UTF8.GetString((await Read(other, blob))!));
    }

    [Fact]
    public async Task What_is_too_long_is_not_stored()
    {
        using var small = Store(server, maxLength: 10);

        await Assert.ThrowsAsync<BlobTooLargeException>(() => small.Save(new MemoryStream(new byte[11]), default));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task What_is_not_there_is_nothing(string hash)
    {
        Assert.Null(await store.Open(new(hash, 1), default));
        await store.Delete(new(hash, 1), default);
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_to_be_away()
    {
        using var away = new S3Blobs(
            Options.Create(
                new BlobOptions
                {
                    S3 = new()
                    {
                        Endpoint = "http://127.0.0.1:1",
                        Bucket = "b",
                        AccessKey = "a",
                        SecretKey = "s",
                    },
                }
            ),
            new ServiceName("petitions")
        );

        await Assert.ThrowsAsync<BlobsUnavailableException>(() => away.Save(new MemoryStream([1]), default));
    }

    public void Dispose() => store.Dispose();

    Task<BlobRef> Save(string text) => store.Save(new MemoryStream(Encoding.UTF8.GetBytes(text)), default);

    static async Task<byte[]?> Read(BlobStore store, BlobRef blob)
    {
        if (await store.Open(blob, default) is not { } stream)
            return null;
        await using var opened = stream;
        using var content = new MemoryStream();
        await opened.CopyToAsync(content);
        return content.ToArray();
    }
}
