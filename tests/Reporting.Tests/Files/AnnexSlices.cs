using System.Net;
using System.Text.Json;
using DanVan.Support.Files;
using Npgsql;

namespace DanVan.Reporting.Tests.Files;

/// <summary>A cell that holds a file says its hash, so whatever binds the report binds its annexes.</summary>
public sealed class AnnexSlices(ReportingRunning running)
{
    [Fact]
    public async Task A_file_is_taken_by_its_content_read_to_the_byte_and_bound_by_its_cell()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        var file = Samples.Text();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/cells/{Annexes.Cell}/file")
        {
            Content = new ByteArrayContent(file),
        };
        request.Headers.IfMatch.Add(new("\"1\""));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/pdf");
        request.Content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"danh-sach-ba-hoang-yen.pdf\"");

        var taken = await province.Clerk.SendAsync(request).Taken();

        var (sha256, said) = (Annexes.Hash(file), taken.GetProperty("file"));
        Assert.Equal((2, Annexes.Cell, sha256), (taken.GetProperty("version").GetInt32(), taken.Text("cell"), said.Text("sha256")));
        Assert.Equal(
            ("phu-luc-QD20.txt", "text/plain", file.Length, $"/api/v1/reports/{report}/files/{sha256}"),
            (said.Text("name"), said.Text("mediaType"), said.GetProperty("length").GetInt32(), said.Text("link"))
        );
        var value = (await province.Cell(report, Annexes.Cell)).GetProperty("value");
        Assert.Equal(("REPORTED", sha256), (value.Text("state"), value.Text("text")));
        Assert.Equal([(sha256, true, "")], await province.Clerk.Files(report));

        using var answer = await province.Clerk.GetAsync(said.Text("link"));
        Assert.Equal(file, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(
            $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(sha256))}:",
            Assert.Single(answer.Headers.GetValues("Repr-Digest"))
        );
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(
            "attachment; filename=phu-luc-QD20.txt",
            answer.Content.Headers.ContentDisposition!.ToString().Split("; filename*")[0]
        );
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.DoesNotContain("hoang-yen", await File.ReadAllTextAsync(running.Reporting.LogFile), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_approved_edition_keeps_its_file_when_a_correction_replaces_it()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        var (first, second) = (Samples.Text(), Samples.Text());
        var approved = await province.Clerk.Attached(report, first);
        await province.Change(HttpMethod.Post, report, "submission");
        Assert.Equal("409 reporting.not-editable", await province.Clerk.SendFile(report, second).Refused());
        var hash = (await province.Change(HttpMethod.Post, report, "approval")).Text("contentHash");
        await province.Change(HttpMethod.Post, report, "correction", new { reason = "Thiếu hai xã." });

        var corrected = await province.Clerk.Attached(report, second);

        Assert.Equal([(approved, false, "1"), (corrected, true, "")], await province.Clerk.Files(report));
        var edition = await province.Clerk.GetByteArrayAsync($"api/v1/reports/{report}/editions/1/content");
        Assert.Equal(hash, Annexes.Hash(edition));
        Assert.Contains(approved, System.Text.Encoding.UTF8.GetString(edition), StringComparison.Ordinal);
        Assert.Equal(first, await province.Clerk.Bytes(report, approved));
        Assert.Equal(second, await province.Clerk.Bytes(report, corrected));
        var change = Assert.Single((await province.Clerk.Read($"reports/{report}/changes?from=1")).GetProperty("changes").EnumerateArray());
        Assert.Equal((approved, corrected), (change.GetProperty("before").Text("text"), change.GetProperty("after").Text("text")));
        await Assert.ThrowsAsync<PostgresException>(() =>
            running.Reporting.Database.Execute("delete from report_files where report_id = $1", report)
        );
        await Assert.ThrowsAsync<PostgresException>(() =>
            running.Reporting.Database.Execute("update report_files set length = 1 where report_id = $1", report)
        );
    }

    [Fact]
    public async Task A_hash_is_not_entered_and_a_cell_is_cleared_by_saying_that_nothing_is_reported()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        var file = Samples.Text();
        var sha256 = await province.Clerk.Attached(report, file);

        foreach (var state in (string[])["REPORTED", "UNSPECIFIED"])
            Assert.Equal("400 invalid-request cells[0].state", await Enter(state, state == "REPORTED" ? sha256 : null));
        Assert.Equal("400 invalid-request cells[0].state", await Enter("NOT_REPORTED", sha256));
        Assert.Equal([(sha256, true, "")], await province.Clerk.Files(report));
        foreach (var state in (string[])["NOT_APPLICABLE", "NOT_REPORTED"])
            Assert.Equal("200", await Enter(state));

        Assert.Empty(await province.Clerk.Files(report));
        Assert.Equal(file, await province.Clerk.Bytes(report, sha256));
        var entries = (await province.Clerk.Read($"reports/{report}/cells/{Annexes.Cell}/entries")).GetProperty("items");
        Assert.Equal(
            ["REPORTED", "NOT_APPLICABLE", "NOT_REPORTED"],
            entries.EnumerateArray().Select(entry => entry.GetProperty("value").Text("state"))
        );

        Task<string> Enter(string state, string? text = null) =>
            province
                .Clerk.Change(
                    HttpMethod.Put,
                    $"reports/{report}",
                    "cells",
                    new
                    {
                        cells = new[]
                        {
                            new
                            {
                                code = Annexes.Cell,
                                state,
                                text,
                            },
                        },
                    }
                )
                .Refused();
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_file()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        var pdf = Samples.Pdf();
        var taken = await province.Clerk.SendFile(report, pdf).Taken();
        var sha256 = taken.GetProperty("file").Text("sha256")!;

        var again = await province.Clerk.SendFile(report, pdf).Taken();
        var asGiven = await province.Clerk.SendFile(report, await province.Clerk.Bytes(report, sha256)).Taken();

        Assert.Equal(taken.GetRawText(), again.GetRawText());
        Assert.Equal(taken.GetRawText(), asGiven.GetRawText());
        Assert.Equal(1, await Rows());
        // What differs is taken off: something behind the end of the same document.
        var document = Samples.Docx($"Số {Guid.CreateVersion7()}");
        var docx = await province.Clerk.Attached(report, document);
        Assert.Equal(docx, await province.Clerk.Attached(report, [.. document[..^2], 3, 0, .. "abc"u8]));
        Assert.Equal(sha256, await province.Clerk.Attached(report, pdf));
        Assert.Equal(2, await Rows());

        Task<long> Rows() => running.Reporting.Database.Scalar<long>("select count(*) from report_files where report_id = $1", report);
    }

    [Fact]
    public async Task What_a_file_says_of_its_maker_is_gone()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        foreach (
            var file in (byte[][])
                [
                    Samples.Pdf(),
                    Samples.Jpeg(Samples.Exif(6)),
                    Samples.Docx("Danh sách", ("word/media/image1.jpeg", Samples.Jpeg(Samples.Exif(3)))),
                ]
        )
        {
            Assert.Contains(Samples.Canary, await Annexes.Told(file), StringComparison.Ordinal);

            var kept = await province.Clerk.Bytes(report, await province.Clerk.Attached(report, file));

            var told = await Annexes.Told(kept);
            Assert.DoesNotContain(Samples.Canary, told, StringComparison.Ordinal);
            Assert.DoesNotContain("Error", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_neighbour_finds_nothing_and_every_operation_takes_its_scope()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened(province.Commune);
        var file = Samples.Text();
        var sha256 = await province.Clerk.Attached(report, file);
        using var neighbour = province.ClientOf(province.OtherCommune);
        using var reader = running.Reporting.As(province.Commune, "reporting.read");
        using var writer = running.Reporting.As(province.Commune, "reporting.write");

        HttpResponseMessage[] hidden =
        [
            await neighbour.SendFile(report, Samples.Text(), version: 2),
            await neighbour.GetAsync($"api/v1/reports/{report}/files"),
            await neighbour.ReadFile(report, sha256),
            await province.Clerk.ReadFile(report, Annexes.Hash([1])),
            // What is another report's is not this one's.
            await province.Clerk.ReadFile(await province.Opened(), sha256),
        ];
        Assert.All(hidden, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, (await province.Clerk.ReadFile(report, sha256.ToUpperInvariant())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.SendFile(report, Samples.Text(), version: 2)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync($"api/v1/reports/{report}/files")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.ReadFile(report, sha256)).StatusCode);
        Assert.Equal(file, await reader.Bytes(report, sha256));
        Assert.Equal([(sha256, true, "")], await reader.Files(report));
    }

    [Fact]
    public async Task Of_two_at_once_under_one_version_one_is_taken()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => province.Clerk.SendFile(report, Samples.Text(), version: 1).Refused())
        );

        Assert.Equal(["200", "412", "412", "412"], answers.Select(answer => answer[..3]).Order());
        Assert.Single(await province.Clerk.Files(report));
    }
}
