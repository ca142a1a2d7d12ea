using System.Net;
using DanVan.Support;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The original of an attachment opens, and is erased, as an identity is.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class OriginalTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient reader = running.Service.As(PetitionsRunning.Province, "petitions.read");

    [Fact]
    public async Task The_original_of_a_denunciation_opens_by_leave_and_the_journal_keeps_it()
    {
        var path = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        var file = Samples.Text();
        var added = await clerk.Attached(path, file);
        Assert.Equal("petitions.identity-not-granted", await (await clerk.OpenOriginal(path)).Refusal(HttpStatusCode.Forbidden));
        await IdentityGrantTests.Granted(running.Head, path, "XAC_MINH");

        var answer = await clerk.OpenOriginal(path);

        Assert.Equal(file, await answer.Bytes());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var read = (await clerk.Get($"{path}/history")).AsArray()[^1]!;
        Assert.Equal("vn.danvan.petitions.attachment-read.v1", read.Text("type"));
        Assert.Equal(
            ("test-client", "XAC_MINH", added.Text("id")),
            (read["data"].Text("readBy"), read["data"].Text("purpose"), read["data"].Text("attachmentId"))
        );
    }

    [Fact]
    public async Task The_original_of_a_petition_without_a_name_opens_by_leave_too()
    {
        var paper = Paper("TO_CAO");
        paper.Remove("petitioner");
        var path = $"{Book}/{await clerk.Received(paper)}";
        var file = Samples.Text();
        await clerk.Attached(path, file);
        await IdentityGrantTests.Granted(running.Head, path, "XAC_MINH");

        Assert.Equal(file, await (await clerk.OpenOriginal(path)).Bytes());
    }

    [Fact]
    public async Task An_erasure_destroys_the_original_and_its_bytes_and_leaves_the_redacted_copy()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var (file, copy) = (Samples.Text(), Samples.Text());
        await clerk.Attached(path, file);
        await clerk.Redacted(path, 1, copy);
        var original = (await running.Blobs(path, redacted: false)).Single();
        await (await clerk.Post($"{path}/non-acceptance", Steps.Body("non-acceptance"))).Read();

        await (await clerk.Post($"{path}/identity-erasure", Steps.Decided("2026-08-07"))).Read();

        Assert.Equal("petitions.attachment-erased", await (await clerk.OpenOriginal(path)).Refusal(HttpStatusCode.Gone));
        var view = (await clerk.Get($"{path}/attachments"))[0]!;
        Assert.Equal(("REDACTED", "2026-08-07"), (view.Text("visibility"), view.Text("erasedOn")));
        Assert.Null(view["original"]);
        Assert.Empty(await running.Blobs(path, redacted: false));
        Assert.Equal(copy, await (await reader.GetAsync($"{path}/attachments/1/redaction")).Bytes());
        await Eventually.True("the bytes to be removed", () => Task.FromResult(!running.Stored(original)));
    }
}
