using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>Visits (lượt tiếp công dân) of units of a province in a quarter.</summary>
sealed class Visits(Province province)
{
    public const string Quarter = "form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&year=2026&index=1";

    public async Task<Guid> Send(Guid unit, int? visits, params (string Code, string State)[] others)
    {
        var report = await province.Open(unit, "QUARTER", 2026, 1, "TTCP_06_2025", "TTCP_TCD");
        await Enter(report, visits, others);
        await province.Change(HttpMethod.Post, report, "submission");
        return report;
    }

    public Task<JsonElement> Enter(Guid report, int? visits, params (string Code, string State)[] others) =>
        province.Change(
            HttpMethod.Put,
            report,
            "cells",
            new
            {
                cells = (object[])
                    [
                        .. visits is { } number
                            ?
                            [
                                new
                                {
                                    code = "TCD01",
                                    state = "REPORTED",
                                    number,
                                },
                            ]
                            : Array.Empty<object>(),
                        .. others.Select(other => new { code = other.Code, state = other.State }),
                    ],
            }
        );

    public Task Become(decimal number, string basis) => Becomes(province.Clerk, $"TCD01?{Quarter}&basis={basis}", number);

    /// <summary>Until every report sent so far counts: not all of them move the number.</summary>
    public Task AllCount(string basis) =>
        Eventually.True(
            "all reports to count",
            async () =>
                (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures?{Quarter}&basis={basis}"))
                    .GetProperty("pending")
                    .GetInt32() == 0
        );

    public async Task<decimal> Of(Guid unit, string basis) =>
        NumberOf(
            (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures/TCD01?{Quarter}&unitId={unit}&basis={basis}")).GetProperty(
                "figure"
            )
        );

    public static (int, int, int) CoverageOf(JsonElement answer)
    {
        var coverage = answer.GetProperty("coverage");
        return (
            coverage.GetProperty("expected").GetInt32(),
            coverage.GetProperty("counted").GetInt32(),
            coverage.GetProperty("missing").GetInt32()
        );
    }

    public static decimal NumberOf(JsonElement figure) => figure.GetProperty("value").GetProperty("number").GetDecimal();

    public static Task Becomes(HttpClient client, string figure, decimal number) =>
        Eventually.True(
            $"{figure} to be {number}",
            async () =>
                (await client.GetFromJsonAsync<JsonElement>($"api/v1/figures/{figure}")).GetProperty("figure").GetProperty("value")
                    is var value
                && value.TryGetProperty("number", out var is_)
                && is_.GetDecimal() == number
        );
}
