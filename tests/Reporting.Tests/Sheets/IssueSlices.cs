using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Chassis;
using DanVan.Support;
using Npgsql;
using static DanVan.Reporting.Tests.Corrections;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>A report is issued as a document: with a number of its own, and kept to the byte.</summary>
public sealed class IssueSlices(ReportingRunning running)
{
    static readonly object Head = new { signerPosition = "Chủ tịch", signerName = "Trần Văn Mẫu" };

    [Fact]
    public async Task It_bears_the_next_number_and_who_signs_and_is_read_to_the_byte()
    {
        await using var province = await Province.Founded(running);
        var report = await Sent(province, province.Id, 2024);

        var made = await Issued(
            province,
            report,
            new
            {
                capacity = "KT",
                onBehalfOf = "Chủ tịch",
                signerPosition = "Phó Chủ tịch",
                signerName = "Lê Thị Ví Dụ",
            }
        );

        Assert.Equal(
            ("01/BC-UBND", 1, 1),
            (Text(made, "number"), made.GetProperty("n").GetInt32(), made.GetProperty("edition").GetInt32())
        );
        var (pdf, docx) = (await File(province.Clerk, report, 1, "pdf"), await File(province.Clerk, report, 1, "docx"));
        Assert.Equal((Text(made, "pdfHash"), Text(made, "docxHash")), (Hash(pdf), Hash(docx)));
        foreach (var file in (byte[][])[pdf, await OfficePrograms.Converted(docx, "docx", "pdf")])
        {
            var text = string.Join(' ', (await OfficePrograms.TextOf(file)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains("Số: 01/BC-UBND", text, StringComparison.Ordinal);
            Assert.Contains("KT. CHỦ TỊCH", text, StringComparison.Ordinal);
            Assert.Contains("PHÓ CHỦ TỊCH", text, StringComparison.Ordinal);
            Assert.Contains("Lê Thị Ví Dụ", text, StringComparison.Ordinal);
            Assert.Contains($"ngày {TimeProvider.System.Today().Day:00} tháng", text, StringComparison.Ordinal);
            Assert.Contains(Text(made, "contentHash")!, text, StringComparison.Ordinal);
        }
        var listed = Assert.Single((await List(province, report)).EnumerateArray());
        foreach (var member in (string[])["number", "contentHash", "pdfHash", "docxHash", "signerName", "onBehalfOf", "issuedOn"])
            Assert.Equal(Text(made, member), Text(listed, member));
    }

    [Fact]
    public async Task Of_a_content_there_is_one_and_a_correction_has_its_own_number()
    {
        await using var province = await Province.Founded(running);
        var report = await Sent(province, province.Id, 2024);
        await Issued(province, report, Head);
        var first = await File(province.Clerk, report, 1, "pdf");
        Assert.Equal((HttpStatusCode.Conflict, "reporting.already-issued"), await Refused(province.Clerk, report, Head));
        await province.Change(HttpMethod.Post, report, "approval");
        Assert.Equal((HttpStatusCode.Conflict, "reporting.already-issued"), await Refused(province.Clerk, report, Head));
        await Correct(province, report);
        Assert.Equal((HttpStatusCode.NotFound, "reporting.not-sent"), await Refused(province.Clerk, report, Head));
        await province.Change(HttpMethod.Post, report, "submission");

        var second = await Issued(province, report, Head);

        Assert.Equal(
            ("02/BC-UBND", 2, 2),
            (Text(second, "number"), second.GetProperty("n").GetInt32(), second.GetProperty("edition").GetInt32())
        );
        Assert.Equal(first, await File(province.Clerk, report, 1, "pdf"));
        await Assert.ThrowsAsync<PostgresException>(() =>
            running.Reporting.Database.Execute("update issued_papers set number = 'x' where report_id = $1", report)
        );
    }

    [Fact]
    public async Task Numbers_have_neither_gaps_nor_repeats_however_many_issue_at_once()
    {
        await using var province = await Province.Founded(running);
        var reports = new List<Guid>();
        for (var year = 2020; year < 2026; year++)
            foreach (var regime in (string[])["STATE_ND09", "PARTY"])
                reports.Add(await Sent(province, province.Id, year, regime));
        var other = await Sent(province, province.Commune, 2024);

        // Each by three at once: one of them issues it.
        var answers = await Task.WhenAll(
            reports.SelectMany(report => Enumerable.Repeat(report, 3)).Select(report => Ask(province.Clerk, report, Head))
        );
        var numbers = new List<string?>();
        foreach (var answer in answers.Where(answer => answer.StatusCode is HttpStatusCode.Created))
            numbers.Add(Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "number"));

        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"{number:00}/BC-UBND"), numbers.Order());
        Assert.Equal(24, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
        Assert.Equal("01/BC-UBND", Text(await Issued(province, other, Head), "number"));
    }

    [Fact]
    public async Task A_party_body_numbers_by_type_within_the_term_and_who_has_no_symbol_issues_nothing()
    {
        await using var province = await Province.Founded(running);
        var board = await Unit(province, "MASS_MOBILIZATION_BOARD");
        var school = await Unit(province, "SCHOOL");

        Assert.Equal("01-BC/BTGDV", Text(await Issued(province, await Sent(province, board, 2024), Head), "number"));
        Assert.Equal(
            "2025-2030/BC",
            await running.Reporting.Database.Scalar<string>("select series from paper_numbers where unit_id = $1", board)
        );
        Assert.Equal(
            (HttpStatusCode.Conflict, "reporting.no-document-symbol"),
            await Refused(province.Clerk, await Sent(province, school, 2024), Head)
        );
    }

    [Fact]
    public async Task It_is_no_neighbours_and_what_is_half_told_is_refused()
    {
        await using var province = await Province.Founded(running);
        using var neighbour = province.ClientOf(province.OtherCommune);
        using var clerk = running.Reporting.As(province.Id, "reporting.read", "reporting.write");
        var report = await Sent(province, province.Commune, 2024);

        Assert.Equal(HttpStatusCode.NotFound, (await Ask(neighbour, report, Head)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(clerk, report, Head)).StatusCode);
        Assert.Equal(
            (HttpStatusCode.BadRequest, "reporting.signing-capacity-half-told"),
            await Refused(
                province.Clerk,
                report,
                new
                {
                    capacity = "KT",
                    signerPosition = "Phó Chủ tịch",
                    signerName = "A",
                }
            )
        );
        await Issued(province, report, Head);
        foreach (var path in (string[])["issues", "issues/1/document?format=pdf"])
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"api/v1/reports/{report}/{path}")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await province.Clerk.GetAsync($"api/v1/reports/{report}/issues/2/document?format=pdf")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await province.Clerk.GetAsync($"api/v1/reports/{report}/issues/1/document?format=odt")).StatusCode
        );
    }

    /// <summary>The event names the document and its hashes, not who signed.</summary>
    [Fact]
    public async Task Its_event_tells_the_number_and_nobodys_name()
    {
        await using var province = await Province.Founded(running);
        var report = await Sent(province, province.Id, 2024);
        var made = await Issued(province, report, Head);

        var told = await running.Reporting.Database.Scalar<string>(
            """
            select data::text from (select * from (select type, data, subject from chassis.journal) j union all select type, data, subject from chassis.outbox) told
            where subject = $1 and type = 'vn.danvan.reporting.report-issued.v1'
            """,
            $"report/{report}"
        );
        Assert.Contains("01/BC-UBND", told, StringComparison.Ordinal);
        Assert.Contains(Text(made, "pdfHash")!, told, StringComparison.Ordinal);
        Assert.DoesNotContain("Mẫu", told, StringComparison.Ordinal);
    }

    static async Task<Guid> Sent(Province province, Guid unit, int year, string regime = "STATE_ND09")
    {
        var report = await province.Open(unit, "YEAR", year, regime: regime);
        await province.Change(HttpMethod.Post, report, "submission");
        return report;
    }

    static async Task<JsonElement> Issued(Province province, Guid report, object body)
    {
        using var answer = await Ask(province.Clerk, report, body);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static async Task<(HttpStatusCode, string?)> Refused(HttpClient client, Guid report, object body)
    {
        using var answer = await Ask(client, report, body);
        return (answer.StatusCode, Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code"));
    }

    static async Task<HttpResponseMessage> Ask(HttpClient client, Guid report, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/issues")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        return await client.SendAsync(request);
    }

    static Task<byte[]> File(HttpClient client, Guid report, int issue, string format) =>
        client.GetByteArrayAsync($"api/v1/reports/{report}/issues/{issue}/document?format={format}");

    static Task<JsonElement> List(Province province, Guid report) =>
        province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/issues");

    static async Task<Guid> Unit(Province province, string kind)
    {
        var id = Guid.CreateVersion7();
        await province.Publisher.Send(Publisher.Unit(id, province.Id, kind));
        await Eventually.True(
            "the unit to be known",
            async () =>
                (
                    await province.Clerk.PostAsJsonAsync(
                        "api/v1/reports",
                        Province.Opening(id, "ADHOC", "AD_HOC", 2020, from: "2020-01-01", to: "2020-01-02")
                    )
                ).IsSuccessStatusCode
        );
        return id;
    }
}
