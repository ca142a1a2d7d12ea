using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests.ReportRequests;

/// <summary>Units above ask units below for a report; it is known to those whom it concerns.</summary>
public sealed class RequestSlices(ReportingRunning running)
{
    [Fact]
    public async Task A_request_makes_a_period_of_its_own_once_for_a_key()
    {
        await using var province = await Province.Founded(running);
        var key = $"{Guid.CreateVersion7()}";
        using var first = await province.Clerk.Ask(Asking.Body(units: [province.Commune], locksAfterDays: 5), key);
        var made = await first.Content.ReadFromJsonAsync<JsonElement>();
        var again = await province.Clerk.Ask(Asking.Body(units: [province.Commune], locksAfterDays: 5), key).Taken();

        Assert.Equal((HttpStatusCode.Created, $"/api/v1/report-requests/{made.Id()}"), (first.StatusCode, $"{first.Headers.Location}"));
        Assert.Equal((made.Id(), made.Index()), (again.Id(), again.Index()));
        Assert.True(made.Index() >= 1000);
        var read = await province.Clerk.Read($"report-requests/{made.Id()}");
        var period = read.GetProperty("period");
        Assert.Equal(
            ("ADHOC", "AD_HOC", "2026", "2026-01-01", "2026-06-30"),
            (period.Text("regime"), period.Text("kind"), period.Text("year"), period.Text("from"), period.Text("to"))
        );
        Assert.Equal(
            ($"{province.Id}", "SUDDEN", Asking.Title, "Công văn số 15-CV/TU", "2099-07-10", "5", "1"),
            (
                read.Text("unitId"),
                read.Text("purpose"),
                read.Text("title"),
                read.Text("basis"),
                read.Text("sendBy"),
                read.Text("locksAfterDays"),
                read.Text("version")
            )
        );
        Assert.Equal(province.Commune, Assert.Single(read.GetProperty("units").EnumerateArray()).GetGuid());
    }

    [Fact]
    public async Task Asked_at_once_each_has_a_number_of_its_own_and_none_is_left_out()
    {
        await using var province = await Province.Founded(running);
        // A year of which no other test asks.
        var body = Asking.Body(from: "2033-01-01", to: "2033-06-30");
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => province.Clerk.Asked(body)));
        Assert.Equal(Enumerable.Range(1000, 8), asked.Select(one => one.Index()).Order());
    }

    [Fact]
    public async Task What_is_wrong_about_a_request_is_named_and_nothing_is_kept()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        foreach (
            var (body, refused) in new[]
            {
                (Asking.Body(neighbour.Id), "404 reporting.unknown-unit unitId"),
                (Asking.Body(Guid.CreateVersion7()), "404 reporting.unknown-unit unitId"),
                (Asking.Body(units: [province.Commune, neighbour.Commune]), "404 reporting.unknown-unit units[1]"),
                (Asking.Body(kinds: ["COMMUNE", "WARD"]), "400 reporting.request-makes-no-sense kinds[1]"),
                // It stands above whom it asks.
                (Asking.Body(kinds: ["PROVINCE"]), "400 reporting.request-makes-no-sense kinds[0]"),
                (Asking.Body(form: "NONE"), "400 reporting.form-not-for-period form"),
                (Asking.Body(to: "2025-12-31"), "400 reporting.no-such-period to"),
                (Asking.Body(from: "2020-01-01"), "400 reporting.no-such-period to"),
                (Asking.Body(from: "2101-01-01", to: "2101-02-01"), "400 reporting.request-makes-no-sense to"),
                (Asking.Body(sendBy: "2026-07-01"), "400 reporting.request-makes-no-sense sendBy"),
                (Asking.Body(from: "2099-01-01", to: "2099-08-01"), "400 reporting.request-makes-no-sense sendBy"),
                (Asking.Body(sendBy: "9999-12-31"), "400 reporting.request-makes-no-sense sendBy"),
                (Asking.Body(title: "Theo văn bản Tối mật"), "400 reporting.secrecy-marked title"),
            }
        )
            Assert.Equal(refused, await province.Clerk.Ask(body).Refused());
        foreach (
            var (body, field) in new[]
            {
                (Asking.Body(title: " "), "title"),
                (Asking.Body(purpose: "OTHER"), "purpose"),
                (Asking.Body(kinds: []), "kinds"),
                (Asking.Body(locksAfterDays: -1), "locksAfterDays"),
            }
        )
            Assert.EndsWith($" {field}", await province.Clerk.Ask(body).Refused(), StringComparison.Ordinal);
        using var writer = running.Reporting.As(province.Id, "reporting.read", "reporting.write");
        Assert.Equal(HttpStatusCode.Forbidden, await writer.Ask(Asking.Body()).Status());
        using var withoutKey = await province.Clerk.PostAsJsonAsync("api/v1/report-requests", Asking.Body());
        Assert.Equal(HttpStatusCode.BadRequest, withoutKey.StatusCode);

        Assert.Empty(await Listed(province.Clerk));
    }

    [Fact]
    public async Task It_is_known_to_who_asks_and_to_whom_it_asks_and_to_nobody_else()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        var request = await province.Clerk.Asked(Asking.Body(units: [province.Commune]));
        using var asked = province.ClientOf(province.Commune);
        using var other = province.ClientOf(province.OtherCommune);
        using var centre = running.Reporting.As(DanVan.Directory.Client.RootUnit.Id, "reporting.read");

        foreach (var knows in new[] { province.Clerk, asked, centre })
        {
            Assert.Contains(request.Id(), (await Listed(knows)).Select(one => one.Id()));
            Assert.Equal(request.Id(), (await knows.Read($"report-requests/{request.Id()}")).Id());
            Assert.Equal(
                HttpStatusCode.OK,
                await knows.GetAsync($"api/v1/figures?{request.Question()}&unitId={province.Commune}").Status()
            );
        }
        foreach (var stranger in new[] { other, neighbour.Clerk })
        {
            Assert.Empty(await Listed(stranger));
            Assert.Equal(HttpStatusCode.NotFound, await stranger.GetAsync($"api/v1/report-requests/{request.Id()}").Status());
            Assert.Equal(HttpStatusCode.NotFound, await stranger.Withdraw(request.Id()).Status());
            foreach (var question in new[] { "figures", "figures/TCD01", "duties/completeness", "duties/completeness.svg" })
                Assert.Equal(
                    "400 reporting.no-such-period period.index",
                    await stranger.GetAsync($"api/v1/{question}?{request.Question()}").Refused()
                );
        }
        Assert.Equal("400 reporting.no-such-period period.index", await neighbour.Clerk.Open(request, neighbour.Commune).Refused());
        Assert.Equal("403 reporting.not-asked-by-unit", await asked.Withdraw(request.Id()).Refused());
    }

    [Fact]
    public async Task Requests_are_listed_newest_first_and_by_what_they_are()
    {
        await using var province = await Province.Founded(running);
        var first = await province.Clerk.Asked(Asking.Body(purpose: "THEMATIC", sendBy: "2098-01-01"));
        var second = await province.Clerk.Asked(Asking.Body(form: "DANVAN", from: "2027-01-01", to: "2027-06-30"));
        await province.Clerk.Withdraw(first.Id()).Taken();

        var page = await province.Clerk.Read("report-requests?limit=1");
        var next = await province.Clerk.Read($"report-requests?limit=1&after={page.Text("next")}");
        Assert.Equal(
            (second.Id(), first.Id()),
            (Assert.Single(page.GetProperty("items").EnumerateArray()).Id(), Assert.Single(next.GetProperty("items").EnumerateArray()).Id())
        );
        foreach (var of in new[] { "purpose=THEMATIC", "form=TTCP_TCD", "year=2026", "withdrawn=true" })
            Assert.Equal(first.Id(), Assert.Single(await Listed(province.Clerk, $"?{of}")).Id());
        foreach (var of in new[] { "purpose=SUDDEN", "form=DANVAN", "year=2027", "withdrawn=false", "sendFrom=2098-01-02" })
            Assert.Equal(second.Id(), Assert.Single(await Listed(province.Clerk, $"?{of}")).Id());
        Assert.Empty(await Listed(province.Clerk, $"?unitId={province.Commune}"));
        Assert.Equal(2, (await Listed(province.Clerk, $"?unitId={province.Id}")).Count);
    }

    [Fact]
    public async Task A_request_is_withdrawn_once_under_its_version_and_its_events_hold_no_texts()
    {
        await using var province = await Province.Founded(running);
        var request = await province.Clerk.Asked(Asking.Body(units: [province.Commune]));
        var id = request.Id();
        Assert.Equal(HttpStatusCode.PreconditionRequired, await province.Clerk.Withdraw(id, version: null).Status());
        Assert.Equal(HttpStatusCode.PreconditionFailed, await province.Clerk.Withdraw(id, version: 2).Status());
        Assert.Equal("400 reporting.identifies-somebody reason", await province.Clerk.Withdraw(id, reason: "Gọi số 0912345678").Refused());
        var withdrawn = await province.Clerk.Withdraw(id).Taken();
        Assert.Equal(("2", "Đã có số liệu."), (withdrawn.Text("version"), withdrawn.Text("withdrawalReason")));
        Assert.Equal("409 reporting.request-withdrawn", await province.Clerk.Withdraw(id, version: 2).Refused());

        const string told = """
            select string_agg(concat_ws(' ', split_part(type, '.', 4), data ->> 'purpose', data ->> 'periodIndex', data ->> 'sendBy', unit), ', ' order by version)
            from (select type, version, data, subject, unit from chassis.journal union all select type, version, data, subject, unit from chassis.outbox) told
            where subject = $1 and strpos(data::text, $2) = 0 and strpos(data::text, $3) = 0
            """;
        var what = $"SUDDEN {request.Index()} 2099-07-10 {province.Id}";
        Assert.Equal(
            $"report-requested {what}, report-request-withdrawn {what}",
            await running.Reporting.Database.Scalar<string>(told, $"report-request/{id}", Asking.Title, "Đã có số liệu.")
        );
    }

    static async Task<List<JsonElement>> Listed(HttpClient client, string question = "?limit=1000") =>
        [.. (await client.Read($"report-requests{question}")).GetProperty("items").EnumerateArray()];
}
