using System.Text.Json.Nodes;
using DanVan.Support;
using DanVan.Support.Files;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What was acknowledged is readable whatever happens to the process; what was not is removed.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class AttachmentSafetyTests
{
    [Fact]
    public async Task An_acknowledged_file_is_readable_after_a_kill()
    {
        await using var service = await LonePetitions.Start();
        using var centre = service.Centre();
        var path = await service.Petition();
        var (file, copy) = (Samples.Text(), Samples.Text());
        await centre.Attached(path, file);
        await centre.Redacted(path, 1, copy);

        await service.Kill();
        await service.Restart();

        Assert.Equal(file, await (await centre.OpenOriginal(path)).Bytes());
        Assert.Equal(copy, await (await centre.GetAsync($"{path}/attachments/1/redaction")).Bytes());
    }

    [Fact]
    public async Task The_bytes_of_an_upload_that_failed_are_removed_and_those_of_others_stay()
    {
        await using var service = await LonePetitions.Start(
            new Dictionary<string, string> { ["Attachments__SweepEvery"] = "00:00:00.2", ["Attachments__UnusedFor"] = "00:00:02" }
        );
        using var centre = service.Centre();
        var path = await service.Petition();
        var file = Samples.Text();
        await centre.Attached(path, file);
        // The bytes are stored by then, and the event cannot be.
        await service.Database.Execute(
            "alter table chassis.outbox add constraint never check (type not like '%attachment-added%') not valid"
        );
        var failed = await centre.Upload($"{path}/attachments", Samples.Text());
        Assert.False(failed.IsSuccessStatusCode);
        Assert.Equal(2, Stored(service));

        await Eventually.True(
            "the bytes to be removed",
            async () => Stored(service) == 1 && await service.Database.Scalar<long>("select count(*) from unused_blobs") == 0
        );

        Assert.Equal(file, await (await centre.OpenOriginal(path)).Bytes());
    }

    [Fact]
    public async Task After_the_vaults_key_was_replaced_files_are_wrapped_by_the_new_one_and_known_again()
    {
        await using var service = await LonePetitions.Start(new Dictionary<string, string> { ["Vault__Key"] = Key(1) });
        using var centre = service.Centre();
        var path = await service.Petition();
        var file = Samples.Text();
        await centre.Attached(path, file);

        await service.Restart(
            new Dictionary<string, string>
            {
                ["Vault__Key"] = Key(2),
                ["Vault__OldKeys__0"] = Key(1),
                ["Vault__RewrapEvery"] = "00:00:00.2",
            }
        );
        await Eventually.True("the key to be wrapped anew", async () => await Wrapped() == 0);
        await (await centre.Upload($"{path}/attachments", file)).Read();

        await service.Restart(new Dictionary<string, string> { ["Vault__Key"] = Key(2) });
        Assert.Equal(file, await (await centre.OpenOriginal(path)).Bytes());

        Task<long> Wrapped() =>
            service.Database.Scalar<long>(
                "select count(*) from sealed_files where key_id = left(encode(sha256(decode(repeat('01', 32), 'hex')), 'hex'), 16)"
            );
        static string Key(byte of) => Convert.ToBase64String(Enumerable.Repeat(of, 32).ToArray());
    }

    [Fact]
    public async Task A_split_that_fails_takes_nothing_along_and_what_went_along_is_readable_after_a_kill()
    {
        await using var service = await LonePetitions.Start();
        using var centre = service.Centre();
        var path = await service.Petition();
        var file = Samples.Text();
        await centre.Attached(path, file);
        await service.Database.Execute(
            "alter table chassis.outbox add constraint never check (type not like '%petition-split%') not valid"
        );
        Assert.False((await centre.Post($"{path}/parts", Steps.Body("parts"))).IsSuccessStatusCode);
        Assert.Equal(1, await service.Database.Scalar<long>("select count(*) from sealed_files"));
        await service.Database.Execute("alter table chassis.outbox drop constraint never");

        var part = (await centre.Take(path, "parts", Complaint()))["parts"]![0].Text("id");
        await service.Kill();
        await service.Restart();

        Assert.Equal(file, await (await centre.OpenOriginal($"{Book}/{part}")).Bytes());
        Assert.Equal(file, await (await centre.OpenOriginal(path)).Bytes());
        Assert.Equal(1, Stored(service));
    }

    static JsonObject Complaint()
    {
        var body = CaseTests.Parts("Thu tiền sai");
        body["parts"]![0]!["kind"] = "KHIEU_NAI";
        return body;
    }

    static int Stored(ServiceProcess service) => System.IO.Directory.GetFiles(service.BlobsFolder, "*", SearchOption.AllDirectories).Length;
}
