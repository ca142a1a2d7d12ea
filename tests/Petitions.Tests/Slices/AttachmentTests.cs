using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DanVan.Support;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>
/// Papers may tell who petitions by a name or a handwriting (Luật TC Đ8.3, Đ47.2): the original is opened as an identity is, what is handed on is the redacted copy (Đ56.2).
/// </summary>
[Collection(PetitionsRunning.Shared)]
public sealed class AttachmentTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient reader = running.Service.As(PetitionsRunning.Province, "petitions.read");

    [Fact]
    public async Task A_file_is_taken_by_its_content_and_listed_without_a_name()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var file = Samples.Docx($"Số {Guid.CreateVersion7()}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/attachments") { Content = new ByteArrayContent(file) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/pdf");
        request.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"don-cua-ba-hoang-yen.pdf\"");

        var added = await (await clerk.SendAsync(request)).Read(HttpStatusCode.Created);

        Assert.Equal((1, "SEALED", "DOCX"), (added["number"]!.GetValue<int>(), added.Text("visibility"), added["original"].Text("type")));
        Assert.Null(added["original"]!["sha256"]);
        Assert.Null(added["redaction"]);
        var listed = (await reader.Get($"{path}/attachments")).AsArray();
        Assert.Equal(added.ToJsonString(), Assert.Single(listed)!.ToJsonString());
        var told = (await clerk.Get($"{path}/history")).AsArray()[1]!;
        Assert.Equal("vn.danvan.petitions.attachment-added.v1", told.Text("type"));
        Assert.Equal(
            (added.Text("id"), "DOCX", added["original"]!["length"]!.GetValue<long>()),
            (told["data"].Text("attachmentId"), told["data"].Text("type"), told["data"]!["length"]!.GetValue<long>())
        );
        foreach (var table in await running.Tables())
            Assert.True(await running.Count(table, "hoang-yen") == 0, table);
        Assert.DoesNotContain("hoang-yen", await File.ReadAllTextAsync(running.Service.LogFile), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_attachment()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var file = Samples.Text();
        var first = await clerk.Attached(path, file);

        var again = await (await clerk.Upload($"{path}/attachments", file)).Read();
        var elsewhere = await clerk.Attached($"{Book}/{await clerk.Received()}", file);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.NotEqual(first.Text("id"), elsewhere.Text("id"));
        Assert.Single((await clerk.Get($"{path}/attachments")).AsArray());
        Assert.Equal(2, (await clerk.Get(path))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Many_at_once_are_all_taken_in_some_order()
    {
        var path = $"{Book}/{await clerk.Received()}";

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => clerk.Attached(path, Samples.Text())));

        Assert.Equal(Enumerable.Range(1, 8), added.Select(a => a["number"]!.GetValue<int>()).Order());
    }

    [Fact]
    public async Task Who_may_read_petitions_gets_the_redacted_copy_only()
    {
        var path = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        await clerk.Attached(path, Samples.Text());
        var redaction = $"{path}/attachments/1/redaction";
        Assert.Equal("petitions.attachment-not-redacted", await (await reader.GetAsync(redaction)).Refusal(HttpStatusCode.NotFound));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.OpenOriginal(path)).StatusCode);
        var copy = Samples.Text();

        var view = await clerk.Redacted(path, 1, copy);

        Assert.Equal(
            ("REDACTED", Convert.ToHexStringLower(SHA256.HashData(copy))),
            (view.Text("visibility"), view["redaction"].Text("sha256"))
        );
        var answer = await reader.GetAsync(redaction);
        Assert.Equal(copy, await answer.Bytes());
        Assert.Equal("attachment; filename=tai-lieu-1.txt", answer.Content.Headers.ContentDisposition!.ToString().Split("; filename*")[0]);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(copy))}:", Assert.Single(answer.Headers.GetValues("Repr-Digest")));
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_better_redacted_copy_takes_the_place_of_the_former_and_its_bytes_go()
    {
        var path = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(path, Samples.Text());
        await clerk.Redacted(path, 1, Samples.Text());
        var former = await running.Blobs(path, redacted: true);
        var better = Samples.Text();

        await clerk.Redacted(path, 1, better);
        await clerk.Redacted(path, 1, better);

        Assert.Equal(better, await (await reader.GetAsync($"{path}/attachments/1/redaction")).Bytes());
        Assert.Equal(4, (await clerk.Get(path))["version"]!.GetValue<int>());
        await Eventually.True("the former copy to be removed", () => Task.FromResult(!running.Stored(former.Single())));
    }

    [Fact]
    public async Task A_redacted_copy_keeps_nothing_that_was_deleted()
    {
        var path = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(path, Samples.Text());

        var answer = await clerk.Upload($"{path}/attachments/1/redaction", Samples.Docx());

        Assert.Equal("petitions.redaction-hides", await answer.Refusal(HttpStatusCode.UnsupportedMediaType));
    }

    [Fact]
    public async Task Nothing_is_stored_in_the_clear()
    {
        var path = $"{Book}/{await clerk.Received()}";
        var canary = $"CANARY-{Guid.CreateVersion7()}";
        await clerk.Attached(path, Samples.Utf8($"Tôi là {canary}"));

        foreach (var blob in await running.Blobs(path, redacted: false))
            Assert.True((await File.ReadAllBytesAsync(running.PathOf(blob))).AsSpan().IndexOf(Samples.Utf8(canary)) < 0);
        foreach (var table in await running.Tables())
            Assert.True(await running.Count(table, canary) == 0, table);
    }

    [Fact]
    public async Task A_neighbour_finds_nothing()
    {
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write", "petitions.identity");
        var path = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(path, Samples.Text());
        await clerk.Redacted(path, 1, Samples.Text());

        HttpResponseMessage[] answers =
        [
            await neighbour.GetAsync($"{path}/attachments"),
            await neighbour.GetAsync($"{path}/attachments/1/redaction"),
            await neighbour.Upload($"{path}/attachments", Samples.Text()),
            await neighbour.Upload($"{path}/attachments/1/redaction", Samples.Text()),
            await neighbour.OpenOriginal(path),
            await clerk.GetAsync($"{path}/attachments/2/redaction"),
            await clerk.OpenOriginal(path, 2),
            await clerk.Upload($"{path}/attachments/2/redaction", Samples.Text()),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(3, (await clerk.Get(path))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Every_operation_takes_its_own_scope()
    {
        var path = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(path, Samples.Text());
        var blind = running.Service.As(PetitionsRunning.Province, "petitions.decide", "petitions.identity");

        Assert.Equal(HttpStatusCode.Forbidden, (await blind.GetAsync($"{path}/attachments")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await blind.GetAsync($"{path}/attachments/1/redaction")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Upload($"{path}/attachments", Samples.Text())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Upload($"{path}/attachments/1/redaction", Samples.Text())).StatusCode);
    }

    [Theory]
    [InlineData("attachments")]
    [InlineData("attachments/1/redaction")]
    public async Task A_version_that_is_no_more_is_refused_before_a_byte_is_stored(string what)
    {
        var path = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(path, Samples.Text());
        var before = await Unclaimed();

        var answer = await clerk.Upload($"{path}/{what}", Samples.Text(), version: 1);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal(2, (await clerk.Get(path))["version"]!.GetValue<int>());
        Assert.Equal(before, await Unclaimed());

        Task<long> Unclaimed() => running.Service.Database.Scalar<long>("select count(*) from unused_blobs where since > 'epoch'");
    }
}
