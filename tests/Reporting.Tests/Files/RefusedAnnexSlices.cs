using System.Net;
using DanVan.Support.Files;

namespace DanVan.Reporting.Tests.Files;

/// <summary>A file that is not taken changes nothing and leaves no byte behind.</summary>
public sealed class RefusedAnnexSlices(ReportingRunning running)
{
    const int Megabyte = 1024 * 1024;

    public static TheoryData<string, byte[]> Wrong =>
        new()
        {
            { "400 reporting.file-empty", [] },
            { "415 reporting.file-type", [.. "MZ"u8, .. new byte[1000]] },
            { "415 reporting.file-type", Samples.Mp3() },
            { "415 reporting.file-type", Samples.Zip([("virus.exe", [.. "MZ"u8])]) },
            { "415 reporting.file-not-utf8", [.. "Kh"u8, 0xE9, .. "u"u8] },
            { "400 reporting.file-broken", Samples.Jpeg()[..40] },
            { "400 reporting.file-active", Samples.Docx("a", ("word/vbaProject.bin", [1])) },
            { "400 reporting.file-active", Samples.Pdf("/OpenAction << /S /JavaScript /JS (1) >>") },
            { "400 reporting.file-unpacks-too-far", Samples.Docx("a", ("word/bomb.xml", new byte[300 * Megabyte])) },
            { "413 reporting.file-too-long", [.. Enumerable.Repeat((byte)'a', 6 * Megabyte)] },
            { "413 body-too-large", [.. "%PDF-1.4"u8, .. new byte[26 * Megabyte]] },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task It_is_refused_by_name_and_nothing_is_kept(string refusal, byte[] file)
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();

        // By what it calls itself it would be a PDF.
        Assert.Equal(refusal, await province.Clerk.SendFile(report, file, type: "application/pdf").Refused());

        Assert.Equal("NOT_REPORTED", (await province.Cell(report, Annexes.Cell)).GetProperty("value").Text("state"));
        Assert.Equal(1, (await province.Clerk.Read($"reports/{report}")).GetProperty("version").GetInt32());
        Assert.Empty(await province.Clerk.Files(report));
        Assert.False(File.Exists(running.Reporting.PathOf(Annexes.Hash(file))));
    }

    [Fact]
    public async Task What_the_report_does_not_allow_is_refused_before_a_byte_is_stored()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        var file = Samples.Text();

        Assert.Equal("404", (await province.Clerk.SendFile(report, file, "QD99").Refused())[..3]);
        Assert.Equal("400 reporting.cell-holds-no-file code", await province.Clerk.SendFile(report, file, "QD02").Refused());
        Assert.Equal("412", (await province.Clerk.SendFile(report, file, version: 7).Refused())[..3]);
        using var unconditional = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/cells/{Annexes.Cell}/file")
        {
            Content = new ByteArrayContent(file) { Headers = { ContentType = new("text/plain") } },
        };
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await province.Clerk.SendAsync(unconditional)).StatusCode);
        await province.Change(HttpMethod.Post, report, "submission");
        Assert.Equal("409 reporting.not-editable", await province.Clerk.SendFile(report, file).Refused());

        Assert.False(File.Exists(running.Reporting.PathOf(Annexes.Hash(file))));
        Assert.Equal(
            0,
            await running.Reporting.Database.Scalar<long>("select count(*) from unused_blobs where sha256 = $1", Annexes.Hash(file))
        );
    }
}
