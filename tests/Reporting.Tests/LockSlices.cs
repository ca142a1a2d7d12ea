using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>A period locks some days after its report was to be sent, for all but those who have leave.</summary>
public sealed class LockSlices(LockingRunning locking) : IClassFixture<LockingRunning>
{
    const string Reason = "Địa bàn bị bão lũ chia cắt.";
    readonly ReportingRunning running = locking.Running;

    [Fact]
    public async Task After_its_last_day_no_report_of_the_period_is_opened_and_the_refusal_names_the_day()
    {
        await using var province = await Province.Founded(running);

        using var locked = await Opening(province, province.Commune, 2026, 1);
        var problem = await locked.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((HttpStatusCode.Conflict, "reporting.period-locked"), (locked.StatusCode, Text(problem, "code")));
        Assert.Contains("27/03/2026", Text(problem, "detail"), StringComparison.Ordinal);
        foreach (var (year, kind) in new[] { (2099, "QUARTER"), (2026, "HALF_YEAR") })
            Assert.Equal(HttpStatusCode.Created, (await Opening(province, province.Commune, year, 1, kind)).StatusCode);
        var own = (await Completeness(province, 2026)).GetProperty("own");
        Assert.Equal(("2026-03-20", "2026-03-30"), (Text(own, "dueOn"), Text(own, "openUntil")));
    }

    [Fact]
    public async Task Whoever_has_leave_opens_edits_and_sends_and_nobody_else_does()
    {
        await using var province = await Province.Founded(running);
        await Grant(province, province.Commune);

        Assert.Equal(HttpStatusCode.Conflict, (await Opening(province, province.OtherCommune, 2026, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Opening(province, province.Commune, 2026, 2)).StatusCode);
        var report = await Open(province);
        await Enter(province, report);
        Assert.Equal("SUBMITTED", Text(await province.Change(HttpMethod.Post, report, "submission"), "state"));
    }

    [Fact]
    public async Task Once_it_is_revoked_the_report_is_found_and_changed_no_more()
    {
        await using var province = await Province.Founded(running);
        var exception = await Grant(province, province.Commune);
        var report = await Open(province);
        await Enter(province, report);
        await Revoke(province.Clerk, exception, 1);

        Assert.Equal(HttpStatusCode.OK, (await Opening(province, province.Commune, 2026, 1)).StatusCode);
        foreach (var (method, what, body) in Edits)
            Assert.Equal("reporting.period-locked", await Refused(province, method, report, what, body));
    }

    [Fact]
    public async Task On_the_day_after_its_last_an_exception_holds_no_more()
    {
        await using var province = await Province.Founded(running);
        var exception = await Grant(province, province.Commune);
        var report = await Open(province);
        await running.Reporting.Database.Execute(
            "update lock_exceptions set until = (now() at time zone 'Asia/Ho_Chi_Minh')::date - 1 where id = $1",
            exception
        );

        Assert.Equal("reporting.period-locked", await Refused(province, HttpMethod.Post, report, "submission"));
    }

    /// <summary>It goes to an edition of its own, never silently into the closed one.</summary>
    [Fact]
    public async Task An_approved_report_is_corrected_after_the_lock_and_a_first_edition_that_was_returned_is_not()
    {
        await using var province = await Province.Founded(running);
        var exception = await Grant(province, province.Commune);
        var report = await Open(province);
        await province.Change(HttpMethod.Post, report, "submission");
        await Revoke(province.Clerk, exception, 1);
        await province.Change(HttpMethod.Post, report, "return", new { reason = "thiếu" });
        Assert.Equal("reporting.period-locked", await Refused(province, HttpMethod.Post, report, "submission"));
        await Grant(province, province.Commune);
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "approval");
        foreach (var each in await Exceptions(province.Clerk))
            if (!each.TryGetProperty("revokedAt", out _))
                await Revoke(province.Clerk, each.GetProperty("id").GetGuid(), 1);

        await province.Change(HttpMethod.Post, report, "correction", new { reason = "sai" });
        await Enter(province, report);
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "return", new { reason = "vẫn sai" });
        await Enter(province, report);
        await province.Change(HttpMethod.Post, report, "submission");

        Assert.Equal("APPROVED", Text(await province.Change(HttpMethod.Post, report, "approval"), "state"));
    }

    [Fact]
    public async Task What_is_wrong_about_an_exception_is_named_and_nothing_is_kept()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        Assert.Equal("400 until", await Wrong(Body(province.Commune, until: "2026-03-01")));
        Assert.Equal("404 unitId", await Wrong(Body(neighbour.Commune)));
        Assert.Equal("404 unitId", await Wrong(Body(Guid.CreateVersion7())));
        Assert.Equal("400 form", await Wrong(Body(province.Commune, form: "NONE")));
        Assert.Equal("400 period.index", await Wrong(Body(province.Commune, index: 5)));
        Assert.Equal("400 reason", await Wrong(Body(province.Commune, reason: " ")));
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(province.Clerk, Body(province.Commune), key: null)).StatusCode);
        using var writer = running.Reporting.As(province.Id, "reporting.read", "reporting.write");
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(writer, Body(province.Commune))).StatusCode);
        Assert.Empty(await Exceptions(province.Clerk));

        async Task<string> Wrong(object body)
        {
            using var answer = await Send(province.Clerk, body);
            var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
            return $"{(int)answer.StatusCode} {string.Join(' ', errors.EnumerateObject().Select(error => error.Name))}";
        }
    }

    [Fact]
    public async Task An_exception_is_granted_once_for_a_key_listed_to_its_own_and_revoked_once()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        var key = $"{Guid.CreateVersion7()}";
        var first = await Read(await Send(province.Clerk, Body(province.Commune), key));
        var again = await Read(await Send(province.Clerk, Body(province.Commune), key));
        var id = first.GetProperty("id").GetGuid();
        Assert.Equal(id, again.GetProperty("id").GetGuid());

        const string quarter = "?form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&year=2026&index=1";
        Assert.Equal(id, Assert.Single(await Exceptions(province.Clerk, quarter)).GetProperty("id").GetGuid());
        foreach (var other in new[] { "form=DANVAN", "regime=PARTY", "kind=YEAR", "year=2025", "index=2" })
            Assert.Empty(await Exceptions(province.Clerk, $"?{other}"));
        Assert.Empty(await Exceptions(neighbour.Clerk));
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Clerk.GetAsync($"api/v1/duties/exceptions/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Revocation(neighbour.Clerk, id, 1)).StatusCode);

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Revocation(province.Clerk, id, null)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Revocation(province.Clerk, id, 2)).StatusCode);
        Assert.True((await Revoke(province.Clerk, id, 1)).TryGetProperty("revokedBy", out _));
        Assert.Equal(HttpStatusCode.Conflict, (await Revocation(province.Clerk, id, 2)).StatusCode);
        Assert.Equal(
            2,
            (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/duties/exceptions/{id}")).GetProperty("version").GetInt32()
        );

        const string told = """
            select coalesce(string_agg(concat_ws(' ', split_part(type, '.', 4), data ->> 'unitId', data ->> 'until', unit), ', ' order by version), '')
            from (select type, version, data, subject, unit from chassis.journal union all select type, version, data, subject, unit from chassis.outbox) told
            where subject = $1 and strpos(data::text, $2) = 0
            """;
        var (unit, until) = (province.Commune, "2099-12-31");
        Assert.Equal(
            $"lock-exception-granted {unit} {until} {unit}, lock-exception-revoked {unit} {until} {unit}",
            await running.Reporting.Database.Scalar<string>(told, $"lock-exception/{id}", Reason)
        );
    }

    static readonly (HttpMethod Method, string What, object? Body)[] Edits =
    [
        (HttpMethod.Put, "cells", Cells),
        (HttpMethod.Delete, "cells/TCD01/override", null),
        (HttpMethod.Put, "checks/TCD-K1/explanation", new { explanation = "vì sao" }),
        (HttpMethod.Post, "submission", null),
    ];

    static object Cells =>
        new
        {
            cells = new[]
            {
                new
                {
                    code = "TCD01",
                    state = "REPORTED",
                    number = 1,
                },
            },
        };

    static object Body(Guid unit, string form = "TTCP_TCD", int index = 1, string until = "2099-12-31", string reason = Reason) =>
        new
        {
            form,
            unitId = unit,
            until,
            reason,
            period = new
            {
                regime = "TTCP_06_2025",
                kind = "QUARTER",
                year = 2026,
                index,
            },
        };

    static Task<HttpResponseMessage> Opening(Province province, Guid unit, int year, int index, string kind = "QUARTER") =>
        province.Clerk.PostAsJsonAsync("api/v1/reports", Province.Opening(unit, "TTCP_06_2025", kind, year, index, form: "TTCP_TCD"));

    static Task<Guid> Open(Province province) => province.Open(province.Commune, "QUARTER", 2026, 1, "TTCP_06_2025", "TTCP_TCD");

    static Task<JsonElement> Enter(Province province, Guid report) => province.Change(HttpMethod.Put, report, "cells", Cells);

    static async Task<Guid> Grant(Province province, Guid unit) =>
        (await Read(await Send(province.Clerk, Body(unit)))).GetProperty("id").GetGuid();

    static Task<HttpResponseMessage> Send(HttpClient client, object body) => Send(client, body, $"{Guid.CreateVersion7()}");

    static async Task<HttpResponseMessage> Send(HttpClient client, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/duties/exceptions") { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    static async Task<JsonElement> Revoke(HttpClient client, Guid exception, int version) =>
        await Read(await Revocation(client, exception, version));

    static async Task<HttpResponseMessage> Revocation(HttpClient client, Guid exception, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/duties/exceptions/{exception}/revocation");
        if (version is not null)
            request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await client.SendAsync(request);
    }

    static async Task<List<JsonElement>> Exceptions(HttpClient client, string question = "") =>
        [.. (await client.GetFromJsonAsync<JsonElement>($"api/v1/duties/exceptions{question}")).GetProperty("items").EnumerateArray()];

    static Task<JsonElement> Completeness(Province province, int year) =>
        province.Clerk.GetFromJsonAsync<JsonElement>(
            $"api/v1/duties/completeness?form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&index=1&year={year}"
        );

    static async Task<string?> Refused(Province province, HttpMethod method, Guid report, string what, object? body = null)
    {
        using var read = await province.Clerk.GetAsync($"api/v1/reports/{report}");
        using var request = new HttpRequestMessage(method, $"api/v1/reports/{report}/{what}");
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await province.Clerk.SendAsync(request);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code");
    }

    static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    static string? Text(JsonElement of, string member) => of.GetProperty(member).GetString();
}
