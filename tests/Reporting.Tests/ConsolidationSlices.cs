using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DanVan.Support;
using static DanVan.Reporting.Tests.Visits;

namespace DanVan.Reporting.Tests;

/// <summary>What a unit makes of its figures at a time is frozen.</summary>
public sealed class ConsolidationSlices(ReportingRunning running)
{
    /// <summary>Domain, edge case 27.</summary>
    [Fact]
    public async Task A_report_approved_later_makes_the_consolidation_stale_and_changes_nothing_of_it()
    {
        await using var province = await Province.Founded(running);
        var visits = new Visits(province);
        await province.Change(HttpMethod.Post, await visits.Send(province.Commune, 5), "approval");
        var first = await Consolidate(province, HttpStatusCode.Created);
        var id = first.GetProperty("id").GetGuid();
        var bytes = await province.Clerk.GetByteArrayAsync($"api/v1/consolidations/{id}/document");
        Assert.Equal(first.GetProperty("contentHash").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.False((await Read()).GetProperty("stale").GetBoolean());

        await province.Change(HttpMethod.Post, await visits.Send(province.OtherCommune, 7), "approval");
        var stale = await Read();
        Assert.Equal(
            [("*", 1m, 2m), ("TCD01", 5m, 12m)],
            stale
                .GetProperty("changes")
                .EnumerateArray()
                .Where(change => change.GetProperty("code").GetString() is "*" or "TCD01")
                .Select(change => (change.GetProperty("code").GetString()!, NumberIn(change, "frozen"), NumberIn(change, "now")))
        );
        Assert.Equal(bytes, await province.Clerk.GetByteArrayAsync($"api/v1/consolidations/{id}/document"));
        Assert.Equal(
            new HashSet<Guid> { province.Id, province.OtherCommune },
            stale.GetProperty("document").GetProperty("missing").EnumerateArray().Select(one => one.GetGuid()).ToHashSet()
        );

        Assert.Equal("reason", await FaultOf(await Sent(province, null)));
        var second = await Consolidate(province, HttpStatusCode.Created, "Xã gửi muộn.");
        Assert.Equal(2, second.GetProperty("edition").GetInt32());
        Assert.Equal(
            2,
            (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/consolidations?unitId={province.Id}"))
                .GetProperty("items")
                .GetArrayLength()
        );
        await using var neighbour = await Province.Founded(running);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Clerk.GetAsync($"api/v1/consolidations/{id}")).StatusCode);

        Task<JsonElement> Read() => province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/consolidations/{id}");
        static decimal NumberIn(JsonElement change, string side) => change.GetProperty(side).GetProperty("number").GetDecimal();
    }

    static async Task<JsonElement> Consolidate(Province province, HttpStatusCode expected, string? reason = null)
    {
        using var answer = await Sent(province, reason);
        Assert.True(answer.StatusCode == expected, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static async Task<HttpResponseMessage> Sent(Province province, string? reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/consolidations")
        {
            Content = JsonContent.Create(
                new
                {
                    form = "TTCP_TCD",
                    unitId = province.Id,
                    period = new
                    {
                        regime = "TTCP_06_2025",
                        kind = "QUARTER",
                        year = 2026,
                        index = 1,
                    },
                    reason,
                }
            ),
        };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        return await province.Clerk.SendAsync(request);
    }

    static async Task<string?> FaultOf(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return problem.GetProperty("errors").EnumerateObject().Single().Name;
        }
    }
}
