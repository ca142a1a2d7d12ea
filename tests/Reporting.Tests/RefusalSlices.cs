using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>What is refused, and how it is told.</summary>
public sealed class RefusalSlices(ReportingRunning running)
{
    [Theory]
    [InlineData("""{"form":"NONE","unitId":"UNIT","period":{"regime":"STATE_ND09","kind":"YEAR","year":2024}}""", "form")]
    [InlineData("""{"form":"DANVAN","unitId":"UNIT","period":{"regime":"NONE","kind":"YEAR","year":2024}}""", "period.regime")]
    [InlineData("""{"form":"DANVAN","unitId":"UNIT","period":{"regime":"TTCP_06_2025","kind":"YEAR","year":2026}}""", "period.regime")]
    [InlineData(
        """{"form":"DANVAN","unitId":"UNIT","period":{"regime":"STATE_ND09","kind":"MONTH","year":2024,"index":1}}""",
        "period.kind"
    )]
    [InlineData(
        """{"form":"DANVAN","unitId":"UNIT","period":{"regime":"STATE_ND09","kind":"HALF_YEAR","year":2024,"index":3}}""",
        "period.index"
    )]
    [InlineData("""{"form":"DANVAN","unitId":"UNIT","period":{"regime":"STATE_ND09","kind":"YEAR","year":1024}}""", "period.year")]
    [InlineData("""{"form":"DANVAN","unitId":"UNIT","period":{"regime":"STATE_ND09","kind":"DECADE","year":2024}}""", "period.kind")]
    [InlineData(
        """{"form":"DANVAN","unitId":"UNIT","period":{"regime":"STATE_ND09","kind":"YEAR","year":2024,"from":"2024-13-01"}}""",
        "period.from"
    )]
    [InlineData("""{"form":"DANVAN","unitId":"UNIT","period":{"regime":"STATE_ND09","kind":"YEAR","year":2024,"more":1}}""", "period.more")]
    [InlineData("""{"form":"DANVAN","unitId":7,"period":{"regime":"STATE_ND09","kind":"YEAR","year":2024}}""", "unitId")]
    [InlineData("""{"form":"DANVAN","unitId":"UNIT"}""", "period")]
    public async Task A_report_that_cannot_be_opened_is_refused_by_its_field(string body, string field)
    {
        var province = await running.Shared();
        using var content = new StringContent(
            body.Replace("UNIT", province.Id.ToString(), StringComparison.Ordinal),
            Encoding.UTF8,
            "application/json"
        );

        using var answer = await province.Clerk.PostAsync("api/v1/reports", content);

        await Refused(answer, HttpStatusCode.BadRequest, field);
    }

    [Theory]
    [InlineData("""{"cells":[{"code":"QC01","state":"REPORTED","number":1.5}]}""", "cells[0].number")]
    [InlineData("""{"cells":[{"code":"QC01","state":"REPORTED","number":"1"}]}""", "cells[0].number")]
    [InlineData("""{"cells":[{"code":"QC01","state":"PERHAPS"}]}""", "cells[0].state")]
    [InlineData("""{"cells":[{"code":"DT01","state":"REPORTED","number":1}]}""", "cells[0].reason")]
    [InlineData("""{"cells":[{"code":"QC01","state":"NOT_REPORTED"},{"code":"XX","state":"NOT_REPORTED"}]}""", "cells[1].code")]
    [InlineData("""{"cells":[]}""", "cells")]
    public async Task Cells_that_do_not_fit_are_refused_by_their_field_and_nothing_is_kept(string body, string field)
    {
        var province = await running.Shared();
        var report = await province.Open(province.Id, "YEAR", 2024);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/cells")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.IfMatch.ParseAdd("\"1\"");

        using var answer = await province.Clerk.SendAsync(request);

        await Refused(answer, HttpStatusCode.BadRequest, field);
        Assert.Equal(0, await running.Reporting.Database.Scalar<long>("select count(*) from cell_entries where report_id = $1", report));
    }

    [Fact]
    public async Task A_neighbour_finds_nothing_whatever_it_asks_for()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        using var neighbour = province.ClientOf(province.OtherCommune);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await neighbour.PostAsJsonAsync("api/v1/reports", Province.Opening(province.Commune, "STATE_ND09", "YEAR", 2024))).StatusCode
        );
        Assert.Empty((await neighbour.GetFromJsonAsync<JsonElement>("api/v1/reports")).GetProperty("items").EnumerateArray());
        foreach (var (method, path) in Operations)
        {
            using var request = new HttpRequestMessage(method, $"api/v1/reports/{report}{path}");
            request.Headers.IfMatch.ParseAdd("\"1\"");
            if (path is "/cells" && method == HttpMethod.Put)
                request.Content = JsonContent.Create(new { cells = new[] { new { code = "QC01", state = "UNSPECIFIED" } } });
            if (path is "/return" or "/correction" or "/approval-withdrawal")
                request.Content = JsonContent.Create(new { reason = "vì sao" });
            if (path is "/unit")
                request.Content = JsonContent.Create(new { toUnitId = province.OtherCommune });
            using var answer = await neighbour.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {path}: {answer.StatusCode}");
        }
    }

    static readonly (HttpMethod, string)[] Operations =
    [
        (HttpMethod.Get, ""),
        (HttpMethod.Get, "/content"),
        (HttpMethod.Get, "/cells"),
        (HttpMethod.Put, "/cells"),
        (HttpMethod.Delete, "/cells/DT01/override"),
        (HttpMethod.Get, "/cells/DT01/lineage"),
        (HttpMethod.Get, "/cells/DT01/entries"),
        (HttpMethod.Post, "/submission"),
        (HttpMethod.Post, "/return"),
        (HttpMethod.Post, "/approval"),
        (HttpMethod.Post, "/approval-withdrawal"),
        (HttpMethod.Get, "/approvals"),
        (HttpMethod.Post, "/correction"),
        (HttpMethod.Get, "/editions"),
        (HttpMethod.Get, "/editions/1/content"),
        (HttpMethod.Get, "/changes?from=1"),
        (HttpMethod.Post, "/unit"),
    ];

    [Fact]
    public async Task An_edit_names_the_version_it_was_made_on()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);

        Assert.Equal((HttpStatusCode)428, (await province.Clerk.PostAsync($"api/v1/reports/{report}/submission", null)).StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/submission");
        request.Headers.IfMatch.ParseAdd("\"7\"");
        using var answer = await province.Clerk.SendAsync(request);
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
    }

    [Fact]
    public async Task Who_may_only_read_neither_writes_nor_approves()
    {
        await using var province = await Province.Founded(running);
        using var reader = running.Reporting.As(province.Id, "reporting.read");

        using var answer = await reader.PostAsJsonAsync("api/v1/reports", Province.Opening(province.Id, "STATE_ND09", "YEAR", 2024));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string field)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == status, text);
        Assert.Contains(field, JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }
}
