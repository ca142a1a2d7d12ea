using DanVan.Support;
using DanVan.Support.Files;

namespace DanVan.Reporting.Tests.Files;

/// <summary>What was acknowledged is readable whatever happens to the process; what was not is removed, and nothing else.</summary>
public sealed class AnnexSafetySlices(ReportingRunning running) : IClassFixture<ReportingRunning>, IAsyncLifetime
{
    readonly ServiceProcess service = running.Reporting;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // Without the settings of one test.
    public async ValueTask DisposeAsync() => await service.Restart();

    [Fact]
    public async Task An_acknowledged_file_is_readable_after_a_kill()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        var file = Samples.Text();
        var sha256 = await province.Clerk.Attached(report, file);

        await service.Kill();
        await service.Restart();

        Assert.Equal(file, await province.Clerk.Bytes(report, sha256));
        Assert.Equal([(sha256, true, "")], await province.Clerk.Files(report));
    }

    [Fact]
    public async Task The_bytes_of_an_upload_that_failed_are_removed_and_those_that_others_have_stay()
    {
        await service.Restart(new Dictionary<string, string> { ["Files__SweepEvery"] = "00:00:00.2", ["Files__UnusedFor"] = "00:00:01" });
        await using var province = await Province.Founded(running);
        var (mine, other) = (await province.Opened(), await province.Opened(province.Commune));
        var (kept, lost) = (Samples.Text(), Samples.Text());
        var sha256 = await province.Clerk.Attached(mine, kept);
        // The bytes are stored by then, and the event cannot be.
        await service.Database.Execute("alter table chassis.outbox add constraint never check (type not like '%report-edited%') not valid");
        foreach (var file in (byte[][])[kept, lost])
            Assert.False((await province.Clerk.SendFile(other, file)).IsSuccessStatusCode);
        await service.Database.Execute("alter table chassis.outbox drop constraint never");
        Assert.Empty(await province.Clerk.Files(other));

        await Eventually.True(
            "the bytes to be removed",
            async () =>
                !File.Exists(service.PathOf(Annexes.Hash(lost)))
                && await service.Database.Scalar<long>("select count(*) from unused_blobs") == 0
        );

        Assert.Equal(kept, await province.Clerk.Bytes(mine, sha256));
        // What was removed can be sent again.
        Assert.Equal(lost, await province.Clerk.Bytes(other, await province.Clerk.Attached(other, lost)));
    }

    [Fact]
    public async Task With_a_scanner_configured_nothing_is_taken_that_it_did_not_look_at()
    {
        await service.Restart(
            new Dictionary<string, string> { ["Files__Scanner__Host"] = "127.0.0.1", ["Files__Scanner__Port"] = $"{FreePort.Next()}" }
        );
        await using var province = await Province.Founded(running);
        var report = await province.Opened();

        var unscanned = province.Clerk.SendFile(report, Samples.Text());

        Assert.Equal(TimeSpan.FromSeconds(30), (await unscanned).Headers.RetryAfter!.Delta);
        Assert.Equal("503 reporting.scanner-away", await unscanned.Refused());
        Assert.Empty(await province.Clerk.Files(report));
    }

    [Fact]
    public async Task Reports_that_get_the_same_bytes_at_once_all_have_them()
    {
        await using var province = await Province.Founded(running);
        var reports = new[]
        {
            await province.Opened(),
            await province.Opened(province.Commune),
            await province.Opened(province.OtherCommune),
        };
        var file = Samples.Text();

        var taken = await Task.WhenAll(reports.Select(report => province.Clerk.Attached(report, file)));

        Assert.Equal([Annexes.Hash(file)], taken.Distinct());
        foreach (var report in reports)
            Assert.Equal(file, await province.Clerk.Bytes(report, taken[0]));
    }

    [Fact]
    public async Task A_report_takes_so_many_files_and_no_more()
    {
        await service.Restart(new Dictionary<string, string> { ["Files__PerReport"] = "2", ["Files__Longest__Png"] = "0" });
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        Assert.Equal("415 reporting.file-type", await province.Clerk.SendFile(report, Samples.Png()).Refused());
        var first = Samples.Text();
        await province.Clerk.Attached(report, first);
        await province.Clerk.Attached(report, Samples.Text());

        Assert.Equal("409 reporting.too-many-files", await province.Clerk.SendFile(report, Samples.Text()).Refused());
        Assert.Equal(Annexes.Hash(first), await province.Clerk.Attached(report, first));
    }
}
