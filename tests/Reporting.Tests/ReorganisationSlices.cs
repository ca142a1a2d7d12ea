using System.Net;
using System.Text.Json;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>Open reports of units that end.</summary>
public sealed class ReorganisationSlices(ReportingRunning running)
{
    static readonly DateOnly TheDay = new(2026, 9, 1);

    [Fact]
    public async Task A_successor_answers_for_the_open_reports_of_a_unit_that_ended_and_they_stay_that_units_own()
    {
        await using var province = await Province.Founded(running);
        var (draft, approved) = (
            await province.Open(province.Commune, "YEAR", 2025),
            await province.Open(province.Commune, "HALF_YEAR", 2025, 1)
        );
        await province.Change(HttpMethod.Post, approved, "submission");
        await province.Change(HttpMethod.Post, approved, "approval");
        var successor = province.OtherCommune;
        using var its = province.ClientOf(successor);
        Assert.Equal(HttpStatusCode.NotFound, (await its.GetAsync($"api/v1/reports/{draft}")).StatusCode);

        var id = Guid.CreateVersion7();
        var carriedOut = TestEvents.Of(
            $"reorganisation-plan/{id}",
            new ReorganisationCarriedOut(id, TheDay, "NQ 7/TEST", [new(province.Commune, [successor])]),
            province.Id
        );
        await running.Platform.Broker.Publish(carriedOut, carriedOut);
        await Eventually.True(
            "the report to be seen by who answers for it",
            async () => (await its.GetAsync($"api/v1/reports/{draft}")).IsSuccessStatusCode
        );

        var report = JsonSerializer.Deserialize<JsonElement>(await its.GetStringAsync($"api/v1/reports/{draft}"));
        Assert.Equal(
            (province.Commune, successor),
            (report.GetProperty("unitId").GetGuid(), report.GetProperty("handledByUnitId").GetGuid())
        );
        Assert.Equal(2, report.GetProperty("version").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await its.GetAsync($"api/v1/reports/{approved}")).StatusCode);
        Assert.Equal("SUBMITTED", (await Submitted(its, draft)).GetProperty("state").GetString());
        await using var neighbour = await Province.Founded(running);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Clerk.GetAsync($"api/v1/reports/{draft}")).StatusCode);
    }

    [Fact]
    public async Task Open_reports_of_a_unit_without_a_successor_are_listed_until_a_person_decides()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: TheDay);
        var (ended, going) = (
            await province.Open(province.OtherCommune, "YEAR", 2025),
            await province.Open(province.Commune, "YEAR", 2025)
        );

        using var answer = await province.Clerk.GetAsync("api/v1/reports?ofEndedUnits=true&limit=1000");
        var listed = JsonSerializer
            .Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync())
            .GetProperty("items")
            .EnumerateArray();

        Assert.Contains(ended, listed.Select(report => report.GetProperty("id").GetGuid()));
        Assert.DoesNotContain(going, listed.Select(report => report.GetProperty("id").GetGuid()));
    }

    static async Task<JsonElement> Submitted(HttpClient client, Guid report)
    {
        using var read = await client.GetAsync($"api/v1/reports/{report}");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/submission");
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
    }
}
