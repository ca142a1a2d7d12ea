using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What came with a petition goes along with it, to the unit that it is forwarded to and to the contents that it is split into.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class AlongTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly Along along = new(running);

    [Fact]
    public async Task The_unit_that_it_is_forwarded_to_has_the_attachments_by_the_same_rules()
    {
        var (file, copy) = (Samples.Text(), Samples.Text());
        var sent = $"{Book}/{await along.Board.Received(Paper("TO_CAO", PetitionsRunning.Board))}";
        var first = await along.Board.Attached(sent, file);
        await along.Board.Redacted(sent, 1, copy);
        await along.Board.Attached(sent, Samples.Text());
        await IdentityGrantTests.Granted(running.Head, sent, "XAC_MINH");

        var entered = await along.Forwarded(sent);

        var listed = (await along.Committee.Get($"{entered}/attachments")).AsArray();
        Assert.Equal(["1 REDACTED", "2 SEALED"], listed.Select(one => $"{one!["number"]} {one.Text("visibility")}"));
        Assert.NotEqual(first.Text("id"), listed[0].Text("id"));
        Assert.Equal(copy, await (await along.Committee.GetAsync($"{entered}/attachments/1/redaction")).Bytes());
        // Leave that was given for the one opens nothing of the other.
        Assert.Equal(
            "petitions.identity-not-granted",
            await (await along.Committee.OpenOriginal(entered)).Refusal(HttpStatusCode.Forbidden)
        );
        await IdentityGrantTests.Granted(running.Head, entered, "XAC_MINH");
        Assert.Equal(file, await (await along.Committee.OpenOriginal(entered)).Bytes());
        Assert.Equal(2, (await along.Committee.Get($"{entered}/history"))[0]!["data"]!["attachments"]!.GetValue<int>());
        foreach (var redacted in (bool[])[false, true])
            Assert.Equal((await running.Blobs(sent, redacted)).Order(), (await running.Blobs(entered, redacted)).Order());
    }

    [Fact]
    public async Task Neither_finds_those_of_the_other_nor_a_neighbour_any()
    {
        var sent = await along.WithAttachment(Samples.Text());
        var entered = await along.Forwarded(sent);
        var neighbour = Along.Of(running, PetitionsRunning.Neighbour);

        foreach (var (stranger, path) in new[] { (along.Committee, sent), (along.Board, entered), (neighbour, sent), (neighbour, entered) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path}/attachments")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenOriginal(path)).StatusCode);
        }
    }

    [Fact]
    public async Task It_goes_along_as_often_as_the_petition_is_sent_on()
    {
        var file = Samples.Text();
        var second = await along.Forwarded(await along.WithAttachment(file, "KIEN_NGHI"));
        var third = await Along.SentOn(second, along.Committee, clerk, PetitionsRunning.Province);

        Assert.Equal(file, await (await clerk.OpenOriginal(third)).Bytes());
    }

    [Fact]
    public async Task A_content_that_is_split_off_has_all_attachments_or_those_that_are_named()
    {
        var (one, other) = (Samples.Text(), Samples.Text());
        var paper = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(paper, one);
        var named = (await clerk.Attached(paper, other)).Text("id");

        var parts = await along.Split(paper, null, [named], []);

        Assert.Equal([one, other], await Originals(parts[0]));
        Assert.Equal([other], await Originals(parts[1]));
        Assert.Empty(await Originals(parts[2]));
        Assert.Equal([one, other], await Originals(paper));
        Assert.Equal(1, (await clerk.Get($"{parts[1]}/history"))[0]!["data"]!["attachments"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_attachment_of_another_petition_does_not_go_along_and_nothing_is_split()
    {
        var paper = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(paper, Samples.Text());
        var another = (await clerk.Attached($"{Book}/{await clerk.Received()}", Samples.Text())).Text("id");

        var problem = await (await clerk.Post($"{paper}/parts", Along.Parts(null, [another]))).Read(HttpStatusCode.BadRequest);

        Assert.Equal("petitions.unknown-attachment", problem.Text("code"));
        Assert.NotNull(problem["errors"]!["parts[1].attachmentIds"]);
        Assert.Empty((await clerk.Get($"{paper}/case"))["parts"]!.AsArray());
    }

    [Fact]
    public async Task What_was_erased_before_does_not_go_along_but_for_its_redacted_copy()
    {
        var copy = Samples.Text();
        var sent = await along.WithAttachment(Samples.Text());
        await along.Board.Attached(sent, Samples.Text());
        await along.Board.Redacted(sent, 2, copy);
        await Along.Send(along.Board, sent, PetitionsRunning.Committee);
        await Along.Erase(along.Board, sent);

        var entered = await Along.Enter(along.Committee, sent);

        var only = Assert.Single((await along.Committee.Get($"{entered}/attachments")).AsArray())!;
        Assert.Equal((1, "REDACTED", "2026-08-14"), (only["number"]!.GetValue<int>(), only.Text("visibility"), only.Text("erasedOn")));
        Assert.Equal(copy, await (await along.Committee.GetAsync($"{entered}/attachments/1/redaction")).Bytes());
        Assert.Equal("petitions.attachment-erased", await (await along.Committee.OpenOriginal(entered)).Refusal(HttpStatusCode.Gone));
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_attachment_there_too()
    {
        var file = Samples.Text();
        var entered = await Along.SentOn(
            await along.Forwarded(await along.WithAttachment(file, "KIEN_NGHI")),
            along.Committee,
            clerk,
            PetitionsRunning.Province
        );
        var known = (await clerk.Get($"{entered}/attachments"))[0]!;

        var again = await (await clerk.Upload($"{entered}/attachments", file)).Read();

        Assert.Equal(known.Text("id"), again.Text("id"));
        await clerk.Attached(entered, Samples.Text());
        Assert.Equal(2, (await clerk.Get($"{entered}/attachments")).AsArray().Count);
    }

    async Task<List<byte[]>> Originals(string path)
    {
        var files = new List<byte[]>();
        foreach (var one in (await clerk.Get($"{path}/attachments")).AsArray())
            files.Add(await (await clerk.OpenOriginal(path, one!["number"]!.GetValue<int>())).Bytes());
        return files;
    }
}
