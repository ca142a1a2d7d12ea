using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Reporting.Tests.Democracy;

/// <summary>Reports on democracy at the grassroots, as they are sent and added up.</summary>
static class Democracies
{
    public const string Year = "form=DANVAN_QCDC&regime=STATE_ND09&kind=YEAR&year=2026";

    public static Task<Guid> Open(Province province, Guid unit, int year = 2026) => province.Open(unit, "YEAR", year, form: "DANVAN_QCDC");

    public static async Task<Guid> Sent(Province province, Guid unit, object cells, int year = 2026)
    {
        var report = await Open(province, unit, year);
        await Enter(province, report, cells);
        await province.Change(HttpMethod.Post, report, "submission");
        return report;
    }

    public static Task<JsonElement> Enter(Province province, Guid report, object cells) =>
        province.Change(HttpMethod.Put, report, "cells", cells);

    public static object Chosen(string code) =>
        new
        {
            cells = new[]
            {
                new
                {
                    code = "QD01",
                    state = "REPORTED",
                    text = code,
                },
            },
        };

    public static object People(int number) =>
        new
        {
            cells = new object[]
            {
                new
                {
                    code = "QD12",
                    state = "REPORTED",
                    number,
                },
                new
                {
                    code = "QD02",
                    state = "REPORTED",
                    number = number / 10,
                },
            },
        };

    /// <summary>The figures of the province once all that was sent counts.</summary>
    public static async Task<Dictionary<string, JsonElement>> Figures(Province province, string question = Year, string more = "")
    {
        JsonElement answer = default;
        await Eventually.True(
            "all reports to count",
            async () =>
            {
                answer = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures?{question}&basis=SENT{more}");
                return answer.GetProperty("pending").GetInt32() == 0;
            }
        );
        return answer.GetProperty("cells").EnumerateArray().ToDictionary(cell => cell.GetProperty("code").GetString()!);
    }

    public static int Number(Dictionary<string, JsonElement> cells, string code) => Number(cells[code]);

    public static int Number(JsonElement figure) => Corrections.Number(figure.GetProperty("value"));

    public static string? StateOf(JsonElement cell) => cell.GetProperty("value").GetProperty("state").GetString();

    public static int Count(JsonElement figure, string member) => figure.GetProperty(member).GetInt32();

    public static async Task<int> Value(Province province, Guid report, string code) => Number(await province.Cell(report, code));

    public static async Task<string?> State(Province province, Guid report, string code) => StateOf(await province.Cell(report, code));
}
