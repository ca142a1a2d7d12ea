using System.Net;
using DanVan.Support;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The same with the files in a bucket.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class S3AttachmentTests(S3Server server) : IClassFixture<S3Server>
{
    [Fact]
    public async Task Files_are_kept_in_the_bucket_read_after_a_kill_replaced_and_erased()
    {
        var settings = server.Settings;
        settings["Attachments__SweepEvery"] = "00:00:00.2";
        await using var service = await LonePetitions.Start(settings);
        using var centre = service.Centre();
        var path = await service.Petition();
        var (file, copy) = (Samples.Text(), Samples.Text());
        await centre.Attached(path, file);
        await centre.Redacted(path, 1, copy);
        Assert.Equal(2, server.Stored("petitions"));

        await service.Kill();
        await service.Restart();
        Assert.Equal(file, await (await centre.OpenOriginal(path)).Bytes());
        Assert.Equal(copy, await (await centre.GetAsync($"{path}/attachments/1/redaction")).Bytes());

        await server.Stop();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await centre.Upload($"{path}/attachments", Samples.Text())).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await centre.GetAsync($"{path}/attachments/1/redaction")).StatusCode);
        await server.Begin();
        Assert.Equal(copy, await (await centre.GetAsync($"{path}/attachments/1/redaction")).Bytes());

        await centre.Redacted(path, 1, Samples.Text());
        await (await centre.Post($"{path}/non-acceptance", Steps.Body("non-acceptance"))).Read();
        await (await centre.Post($"{path}/identity-erasure", Steps.Decided("2026-08-07"))).Read();
        await Eventually.True("what is of no use to be removed", () => Task.FromResult(server.Stored("petitions") == 1));
        Assert.DoesNotContain(System.IO.Directory.EnumerateFiles(service.BlobsFolder, "*", SearchOption.AllDirectories), _ => true);
    }
}
