using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Awards.Contracts.V1;
using DanVan.Conferences.Contracts.V1;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>A province of its own with two communes, so that tests do not see each other's events; and a client for its people.</summary>
sealed class Province : IAsyncDisposable
{
    readonly ReportingRunning running;

    Province(ReportingRunning running)
    {
        this.running = running;
        Publisher = new(running.Platform.Broker);
        Clerk = ClientOf(Id);
    }

    public Guid Id { get; } = Guid.CreateVersion7();
    public Guid Commune { get; } = Guid.CreateVersion7();
    public Guid OtherCommune { get; } = Guid.CreateVersion7();
    public Publisher Publisher { get; }
    public HttpClient Clerk { get; }

    /// <summary>Published and known to the service.</summary>
    public static async Task<Province> Founded(ReportingRunning running, DateOnly? otherCommuneEndsOn = null)
    {
        var province = new Province(running);
        await province.Publisher.Send(
            Publisher.Unit(province.Id, RootUnit.Id, "PROVINCE"),
            Publisher.Unit(province.Commune, province.Id, "COMMUNE"),
            Publisher.Unit(province.OtherCommune, province.Id, "COMMUNE", otherCommuneEndsOn)
        );
        await Eventually.True(
            "the units to be known",
            async () =>
                await running.Reporting.Database.Scalar<long>(
                    "select count(*) from directory.unit_ancestors where ancestor_id = $1",
                    province.Id
                ) == 3
                && (
                    await province.Clerk.PostAsJsonAsync(
                        "api/v1/reports",
                        Opening(province.Commune, "ADHOC", "AD_HOC", 2020, from: "2020-01-01", to: "2020-01-02")
                    )
                ).IsSuccessStatusCode
        );
        return province;
    }

    /// <summary>A further commune of the province, known to the service.</summary>
    public async Task<Guid> FurtherCommune(Guid? cameOutOf = null)
    {
        var id = Guid.CreateVersion7();
        await Publisher.Send(Publisher.Unit(id, Id, "COMMUNE", cameOutOf: cameOutOf));
        await Eventually.True(
            "the commune to be known",
            async () =>
                (
                    await Clerk.PostAsJsonAsync(
                        "api/v1/reports",
                        Opening(id, "ADHOC", "AD_HOC", 2020, from: "2020-01-01", to: "2020-01-02")
                    )
                ).IsSuccessStatusCode
        );
        return id;
    }

    public HttpClient ClientOf(Guid unit) => running.Reporting.As(unit, "reporting.read", "reporting.write", "reporting.approve");

    /// <summary>The body that opens a report.</summary>
    public static object Opening(
        Guid unit,
        string regime,
        string kind,
        int year,
        int? index = null,
        string? from = null,
        string? to = null,
        string form = "DANVAN"
    ) =>
        new
        {
            form,
            unitId = unit,
            period = new
            {
                regime,
                kind,
                year,
                index,
                from,
                to,
            },
        };

    /// <summary>A petition received by a unit on that day.</summary>
    public static Publisher.Sent Received(Guid unit, DateOnly on, string kind = "KHIEU_NAI")
    {
        var id = Guid.CreateVersion7();
        return Publisher.Of(
            unit,
            $"petition/{id}",
            new PetitionReceived(id, kind, "BUU_CHINH", "HANH_CHINH", null, on, "KN.ACC", on.AddDays(10))
        );
    }

    /// <summary>A conference of the unit held on that day.</summary>
    public static Publisher.Sent Held(Guid unit, DateOnly on, string precision = "DAY", string kind = "GIAO_BAN")
    {
        var id = Guid.CreateVersion7();
        return Publisher.Of(
            unit,
            $"conference/{id}",
            new ConferenceHeld(id, unit, kind, "IN_PERSON", "PROVINCE", "TINH", on, precision, null, null, 0, null, 0)
        );
    }

    /// <summary>A decision on awards issued by the unit on that day.</summary>
    public static Publisher.Sent Issued(Guid unit, Guid decision, DateOnly on, int? collectives, int? individuals) =>
        Publisher.Of(
            unit,
            $"award-decision/{decision}",
            new AwardDecisionIssued(
                decision,
                null,
                null,
                on,
                "BANG_KHEN_TINH",
                "PROVINCE",
                null,
                unit,
                null,
                null,
                on,
                collectives,
                individuals,
                null,
                0
            )
        );

    /// <summary>Opens the report of a unit; its id.</summary>
    public async Task<Guid> Open(Guid unit, string kind, int year, int? index = null, string regime = "STATE_ND09", string form = "DANVAN")
    {
        using var answer = await Clerk.PostAsJsonAsync("api/v1/reports", Opening(unit, regime, kind, year, index, form: form));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Sends a change under the report's present version; the report after it.</summary>
    public async Task<JsonElement> Change(HttpMethod method, Guid report, string what, object? body = null)
    {
        using var read = await Clerk.GetAsync($"api/v1/reports/{report}");
        using var request = new HttpRequestMessage(method, $"api/v1/reports/{report}/{what}");
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await Clerk.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<JsonElement> Cells(Guid report) => Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/cells");

    public async Task<JsonElement> Cell(Guid report, string code) =>
        (await Cells(report)).GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("code").GetString() == code);

    public async Task<List<JsonElement>> Lineage(Guid report, string code, int limit = 1000)
    {
        var entries = new List<JsonElement>();
        for (string? next = ""; next is not null; )
        {
            var page = await Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/cells/{code}/lineage?limit={limit}{next}");
            entries.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.TryGetProperty("next", out var cursor) && cursor.GetString() is { } after ? $"&after={after}" : null;
        }
        return entries;
    }

    /// <summary>Waits until as many facts of the province have been recorded as told.</summary>
    public Task HasFacts(int count) => Eventually.True($"{count} facts", async () => await Facts() == count);

    public Task<long> Facts() =>
        running.Reporting.Database.Scalar<long>(
            "select count(*) from facts join directory.unit_ancestors a on a.unit_id = facts.unit_id where a.ancestor_id = $1",
            Id
        );

    public async ValueTask DisposeAsync()
    {
        Clerk.Dispose();
        await Publisher.DisposeAsync();
    }
}
