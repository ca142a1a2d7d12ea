using System.Net;
using DanVan.Support;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What was right when a file was sent is asked again once nobody else changes the petition.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class AttachmentRaceTests(PetitionsRunning running)
{
    const string TheRow = "select from petitions where id = $1 for update";
    const string ForTheRow = "select from petitions where id = %";

    readonly HttpClient clerk = running.Clerk;

    TestDatabase Database => running.Service.Database;

    [Theory]
    [InlineData("attachments")]
    [InlineData("attachments/1/redaction")]
    public async Task A_petition_that_changed_while_the_file_was_on_its_way_is_412(string what)
    {
        var path = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(path, Samples.Text());
        await using var changing = await Database.Hold(TheRow, Id(path));

        var sending = clerk.Upload($"{path}/{what}", Samples.Text(), version: 2);
        await Database.Waiting(ForTheRow);
        await changing.Do("update petitions set version = version + 1 where id = $1", Id(path));
        await changing.Do("commit");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await sending).StatusCode);
        Assert.Equal(3, (await clerk.Get(path))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_same_file_twice_at_once_is_one_attachment()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var file = Samples.Text();
        await using var changing = await Database.Hold(TheRow, Id(path));

        var sending = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => clerk.Upload($"{path}/attachments", file)));
        await Database.Waiting(ForTheRow, 2);
        await changing.Do("commit");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], (await sending).Select(answer => answer.StatusCode).Order());
        Assert.Single((await clerk.Get($"{path}/attachments")).AsArray());
    }

    [Theory]
    [InlineData("attachments")]
    [InlineData("attachments/1/redaction")]
    public async Task Bytes_that_were_given_up_meanwhile_become_no_file(string what)
    {
        var path = $"{Book}/{await clerk.Received()}";
        var known = (await clerk.Attached(path, Samples.Text())).ToJsonString();
        await using var changing = await Database.Hold(TheRow, Id(path));

        var sending = clerk.Upload($"{path}/{what}", Samples.Text());
        await Database.Waiting(ForTheRow);
        // A sweep that takes them for those of an upload that never came to its end.
        await Database.Execute("delete from unused_blobs where since > 'epoch'");
        await changing.Do("commit");

        Assert.Equal("petitions.upload-too-late", await (await sending).Refusal(HttpStatusCode.ServiceUnavailable));
        Assert.Equal(known, Assert.Single((await clerk.Get($"{path}/attachments")).AsArray())!.ToJsonString());
    }

    [Fact]
    public async Task Of_two_at_once_where_one_more_fits_one_is_taken()
    {
        await using var service = await LonePetitions.Start(new Dictionary<string, string> { ["Attachments__PerPetition"] = "1" });
        using var centre = service.Centre();
        var path = await service.Petition();
        await using var changing = await service.Database.Hold(TheRow, Id(path));

        var sending = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => centre.Upload($"{path}/attachments", Samples.Text())));
        await service.Database.Waiting(ForTheRow, 2);
        await changing.Do("commit");

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], (await sending).Select(answer => answer.StatusCode).Order());
        var more = await centre.Upload($"{path}/attachments", Samples.Text());
        Assert.Equal("petitions.too-many-attachments", await more.Refusal());
        // The bytes of the slower one wait to be removed; of what came later none were stored.
        Assert.Single((await centre.Get($"{path}/attachments")).AsArray());
        Assert.Equal(2, System.IO.Directory.GetFiles(service.BlobsFolder, "*", SearchOption.AllDirectories).Length);
    }

    static Guid Id(string path) => Guid.Parse(path.Split('/')[^1]);
}
