using System.Net;
using DanVan.Support;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Attachments of several petitions are of the same bytes: whoever gives up its own leaves the others theirs, and the last takes the bytes.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class SharedBytesTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly Along along = new(running);

    [Fact]
    public async Task An_erasure_leaves_the_other_its_own_and_the_last_takes_the_bytes()
    {
        var file = Samples.Text();
        var sent = await along.WithAttachment(file);
        var entered = await along.Forwarded(sent);
        var blob = (await running.Blobs(sent, redacted: false)).Single();

        await Along.Erase(along.Board, sent);
        await Swept(blob);

        Assert.Equal("petitions.attachment-erased", await (await along.Board.OpenOriginal(sent)).Refusal(HttpStatusCode.Gone));
        Assert.Empty(await running.Blobs(sent, redacted: false));
        Assert.Equal(file, await (await along.Committee.OpenOriginal(entered)).Bytes());
        await Along.NotAccepted(along.Committee, entered);
        await Along.Erase(along.Committee, entered);
        await Eventually.True("the bytes to be removed", () => !running.Stored(blob));
    }

    [Fact]
    public async Task A_better_redacted_copy_of_the_one_leaves_the_other_its_own()
    {
        var (copy, better) = (Samples.Text(), Samples.Text());
        var sent = await along.WithAttachment(Samples.Text());
        await along.Board.Redacted(sent, 1, copy);
        var entered = await along.Forwarded(sent);
        var blob = (await running.Blobs(sent, redacted: true)).Single();

        await along.Committee.Redacted(entered, 1, better);
        await Swept(blob);

        Assert.Equal(better, await (await along.Committee.GetAsync($"{entered}/attachments/1/redaction")).Bytes());
        Assert.Equal(copy, await (await along.Board.GetAsync($"{sent}/attachments/1/redaction")).Bytes());
    }

    [Fact]
    public async Task Of_many_erasures_at_once_the_last_takes_the_bytes()
    {
        var paper = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(paper, Samples.Text());
        var blob = (await running.Blobs(paper, redacted: false)).Single();
        string[] all = [paper, .. await along.Split(paper, null, null, null, null, null, null, null)];
        foreach (var one in all)
            await Along.NotAccepted(clerk, one);

        await Task.WhenAll(all.Select(one => Along.Erase(clerk, one)));

        await Eventually.True("the bytes to be removed", () => !running.Stored(blob));
        await Swept(blob);
    }

    [Fact]
    public async Task What_is_being_erased_is_waited_for_and_does_not_go_along()
    {
        var sent = await along.WithAttachment(Samples.Text());
        await Along.Send(along.Board, sent, PetitionsRunning.Committee);
        await using var erasing = await running.Service.Database.Hold("select from petitions where id = $1 for update", Id(sent));

        var entering = Along.Enter(along.Committee, sent);
        await running.Service.Database.Waiting("select from petitions where id = %");
        await erasing.Do("delete from sealed_files f using attachments a where a.id = f.attachment_id and a.petition_id = $1", Id(sent));
        await erasing.Do("commit");

        Assert.Empty((await along.Committee.Get($"{await entering}/attachments")).AsArray());
    }

    [Fact]
    public async Task Bytes_given_up_while_a_sweep_looks_at_them_are_looked_at_again()
    {
        var paper = $"{Book}/{await clerk.Received()}";
        await clerk.Attached(paper, Samples.Text());
        var blob = (await running.Blobs(paper, redacted: false)).Single();
        await Along.NotAccepted(clerk, paper);
        // A sweep that has found them needed, and is about to take its row away.
        await running.Service.Database.Execute(
            "insert into unused_blobs (sha256, length, since) values ($1, 1, now() + interval '1 day')",
            blob
        );
        await using var sweeping = await running.Service.Database.Hold("select from unused_blobs where sha256 = $1 for update", blob);

        var erasing = Along.Erase(clerk, paper);
        await running.Service.Database.Waiting("%delete from sealed_files%");
        await sweeping.Do("delete from unused_blobs where sha256 = $1", blob);
        await sweeping.Do("commit");
        await erasing;

        await Eventually.True("the bytes to be removed", () => !running.Stored(blob));
    }

    static Guid Id(string path) => Guid.Parse(path.Split('/')[^1]);

    /// <summary>Until a sweep has looked at bytes that were given up.</summary>
    Task Swept(string blob) =>
        Eventually.True(
            "a sweep",
            async () => await running.Service.Database.Scalar<long>("select count(*) from unused_blobs where sha256 = $1", blob) == 0
        );
}
