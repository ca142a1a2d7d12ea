using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>Cells that a reviewer asks about.</summary>
public sealed class FlagSlices(ReportingRunning running)
{
    const string Comment = "Gấp ba kỳ trước; đề nghị rà soát.";
    const string Said = "Tăng do ba xã mới sáp nhập.";

    [Fact]
    public async Task A_flag_is_raised_answered_and_settled_and_holds_nothing_up()
    {
        await using var province = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        var report = await Sent(province);
        var flag = await Raised(province.Clerk, report);
        Assert.Equal(1, await OpenFlags());

        await province.Change(HttpMethod.Post, report, "approval");
        var answered = await Read(await Step(commune, report, flag, "answer", 1, new { answer = Said }));
        Assert.Equal(("ANSWERED", Said), (Text(answered, "state"), Text(answered, "answer")));
        Assert.Equal(1, await OpenFlags());
        Assert.Equal("reporting.flag-not-open", await Refused(commune, report, flag, "answer", new { answer = Said }));
        var settled = await Read(await Step(province.Clerk, report, flag, "resolution", 2));
        Assert.Equal("RESOLVED", Text(settled, "state"));
        Assert.Equal(0, await OpenFlags());
        Assert.Equal("reporting.flag-resolved", await Refused(province.Clerk, report, flag, "resolution"));
        Assert.Equal("reporting.flag-not-open", await Refused(commune, report, flag, "answer", new { answer = Said }));

        const string told = """
            select coalesce(string_agg(concat_ws(' ', split_part(type, '.', 4), data ->> 'cell', unit), ', ' order by version), '')
            from (select type, version, data, subject, unit from chassis.journal union all select type, version, data, subject, unit from chassis.outbox) told
            where subject = $1 and strpos(data::text, $2) = 0 and strpos(data::text, $3) = 0
            """;
        var unit = province.Commune;
        Assert.Equal(
            $"cell-flagged QC01 {unit}, cell-flag-answered QC01 {unit}, cell-flag-resolved QC01 {unit}",
            await running.Reporting.Database.Scalar<string>(told, $"cell-flag/{flag}", Comment, Said)
        );

        async Task<int> OpenFlags() =>
            (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}")).GetProperty("openFlags").GetInt32();
    }

    [Fact]
    public async Task Who_raised_it_or_stands_above_settles_it_and_nobody_below_does()
    {
        await using var province = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        var report = await Sent(province);
        var (above, own) = (await Raised(province.Clerk, report), await Raised(commune, report));

        Assert.Equal("reporting.flag-of-a-unit-above", await Refused(commune, report, above, "resolution"));
        await Read(await Step(province.Clerk, report, own, "resolution", 1));
    }

    [Fact]
    public async Task Flags_are_listed_by_subtree_form_report_and_state_and_not_to_neighbours()
    {
        await using var province = await Province.Founded(running);
        using var neighbour = province.ClientOf(province.OtherCommune);
        var report = await Sent(province);
        var flag = await Raised(province.Clerk, report);

        foreach (
            var question in (string[])
                ["", $"?unitId={province.Id}", $"?unitId={province.Commune}", "?form=DANVAN", $"?reportId={report}", "?state=OPEN"]
        )
            Assert.Equal([flag], await Listed(province.Clerk, question));
        foreach (
            var question in (string[])
                [$"?unitId={province.OtherCommune}", "?form=TTCP_TCD", $"?reportId={flag}", "?state=ANSWERED", "?state=RESOLVED"]
        )
            Assert.Empty(await Listed(province.Clerk, question));
        Assert.Empty(await Listed(neighbour, ""));
        Assert.Empty(await Listed(neighbour, $"?unitId={province.Id}"));

        Assert.Equal(HttpStatusCode.OK, (await province.Clerk.GetAsync($"api/v1/reports/{report}/flags/{flag}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"api/v1/reports/{report}/flags/{flag}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Raising(neighbour, report, "QC01")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Step(neighbour, report, flag, "answer", 1, new { answer = Said })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Step(neighbour, report, flag, "resolution", 1)).StatusCode);
        // Of another report, though both are the caller's.
        var other = await Sent(province, 2025);
        Assert.Equal(HttpStatusCode.NotFound, (await province.Clerk.GetAsync($"api/v1/reports/{other}/flags/{flag}")).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_about_a_flag_is_named_and_a_key_raises_one()
    {
        await using var province = await Province.Founded(running);
        var report = await Sent(province);
        Assert.Equal(HttpStatusCode.BadRequest, (await Raising(province.Clerk, report, "QC99")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Raising(province.Clerk, report, "QC01", comment: " ")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Raising(province.Clerk, report, "QC01", key: null)).StatusCode);
        using var writer = running.Reporting.As(province.Id, "reporting.read", "reporting.write");
        Assert.Equal(HttpStatusCode.Forbidden, (await Raising(writer, report, "QC01")).StatusCode);
        var key = $"{Guid.CreateVersion7()}";
        var flag = (await Read(await Raising(province.Clerk, report, "QC01", key: key))).GetProperty("id").GetGuid();
        Assert.Equal(flag, (await Read(await Raising(province.Clerk, report, "QC01", key: key))).GetProperty("id").GetGuid());

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Step(province.Clerk, report, flag, "resolution", null)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Step(province.Clerk, report, flag, "resolution", 2)).StatusCode);
        using var reader = running.Reporting.As(province.Id, "reporting.read", "reporting.approve");
        Assert.Equal(HttpStatusCode.Forbidden, (await Step(reader, report, flag, "answer", 1, new { answer = Said })).StatusCode);
    }

    static async Task<Guid> Sent(Province province, int year = 2024)
    {
        var report = await province.Open(province.Commune, "YEAR", year);
        await Corrections.Enter(province, report, 30);
        await province.Change(HttpMethod.Post, report, "submission");
        return report;
    }

    static async Task<Guid> Raised(HttpClient who, Guid report) =>
        (await Read(await Raising(who, report, "QC01"))).GetProperty("id").GetGuid();

    static Task<HttpResponseMessage> Raising(HttpClient who, Guid report, string cell, string comment = Comment) =>
        Raising(who, report, cell, $"{Guid.CreateVersion7()}", comment);

    static async Task<HttpResponseMessage> Raising(HttpClient who, Guid report, string cell, string? key, string comment = Comment)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/flags")
        {
            Content = JsonContent.Create(new { cell, comment }),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await who.SendAsync(request);
    }

    static async Task<HttpResponseMessage> Step(HttpClient who, Guid report, Guid flag, string what, int? version, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/flags/{flag}/{what}");
        if (version is not null)
            request.Headers.IfMatch.Add(new($"\"{version}\""));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await who.SendAsync(request);
    }

    static async Task<string?> Refused(HttpClient who, Guid report, Guid flag, string what, object? body = null)
    {
        using var read = await who.GetAsync($"api/v1/reports/{report}/flags/{flag}");
        using var answer = await Step(who, report, flag, what, (await Read(read)).GetProperty("version").GetInt32(), body);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code");
    }

    static async Task<IEnumerable<Guid>> Listed(HttpClient who, string question) =>
        (await who.GetFromJsonAsync<JsonElement>($"api/v1/reports/flags{question}"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(flag => flag.GetProperty("id").GetGuid());

    static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static string? Text(JsonElement of, string member) => of.GetProperty(member).GetString();
}
