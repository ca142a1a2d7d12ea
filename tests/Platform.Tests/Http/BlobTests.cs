using System.Text;
using DanVan.Chassis.Blobs;
using Microsoft.Extensions.Options;

namespace DanVan.Platform.Tests.Http;

public sealed class BlobTests : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("blobs").FullName;

    FolderBlobs Store(long maxLength = 1000) => new(Options.Create(new BlobOptions { Path = folder, MaxLength = maxLength }));

    [Fact]
    public async Task The_same_content_is_stored_once_under_its_own_hash()
    {
        var first = await Save("biên bản");
        Assert.Equal(first, await Save("biên bản"));
        Assert.Single(Files());
        Assert.Equal("biên bản", await new StreamReader((await Store().Open(first, default))!).ReadToEndAsync());
    }

    [Fact]
    public async Task What_is_too_long_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<BlobTooLargeException>(() => Save(new string('a', 1001)));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000/0")]
    public async Task A_reference_is_never_a_path(string hash) => Assert.Null(await Store().Open(new(hash, 1), default));

    [Fact]
    public async Task What_was_removed_is_gone_and_may_be_removed_again()
    {
        var blob = await Save("biên bản");
        await Store().Delete(blob, default);
        await Store().Delete(blob, default);
        Assert.Null(await Store().Open(blob, default));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Many_may_store_the_same_content_at_once()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Save("x")));
        Assert.Single(saved.Distinct());
        Assert.Single(Files());
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    Task<BlobRef> Save(string text) => Store().Save(new MemoryStream(Encoding.UTF8.GetBytes(text)), default);

    string[] Files() => System.IO.Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
}
