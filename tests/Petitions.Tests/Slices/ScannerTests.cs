using System.Net;
using DanVan.Petitions.Tests.Files;
using DanVan.Support;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>With a scanner configured, nothing is taken that it did not look at.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class ScannerTests
{
    [Fact]
    public async Task What_clamd_finds_is_refused_and_without_clamd_nothing_is_taken()
    {
        await using var clamd = await ClamdServer.Start(FreePort.Next());
        await using var service = await LonePetitions.Start(clamd.Settings);
        using var centre = service.Centre();
        var path = await service.Petition();

        await centre.Attached(path, Samples.Text());
        var harmful = await centre.Upload($"{path}/attachments", Samples.Docx($"{ClamdServer.Harm}"));
        Assert.Equal("petitions.file-infected", await harmful.Refusal(HttpStatusCode.BadRequest));

        await clamd.Stop();
        var unscanned = await centre.Upload($"{path}/attachments", Samples.Text());
        Assert.Equal("petitions.scanner-away", await unscanned.Refusal(HttpStatusCode.ServiceUnavailable));
        Assert.Equal(TimeSpan.FromSeconds(30), unscanned.Headers.RetryAfter!.Delta);
        Assert.Single(System.IO.Directory.GetFiles(service.BlobsFolder, "*", SearchOption.AllDirectories));

        await clamd.Begin();
        await centre.Attached(path, Samples.Text());
        Assert.Equal(2, (await centre.Get($"{path}/attachments")).AsArray().Count);
    }
}
