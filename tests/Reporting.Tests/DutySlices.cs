using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>Who has sent what was owed.</summary>
public sealed class DutySlices(ReportingRunning running)
{
    const string LastYear = "form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&year=2026&index=1";
    const string Future = "form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&year=2099&index=1";

    [Fact]
    public async Task A_report_is_owed_by_every_unit_of_its_kinds_and_missing_after_its_day()
    {
        await using var province = await Province.Founded(running);
        var answer = await Read(province.Clerk, LastYear);
        Assert.Equal((3, 0, 3, 0), Counts(answer.GetProperty("whole")));
        Assert.Equal(("MISSING", "2026-03-20"), Own(answer));
        Assert.All(
            answer.GetProperty("below").EnumerateArray(),
            child => Assert.Equal((("MISSING", "2026-03-17"), (1, 0, 1, 0)), (Own(child), Counts(child.GetProperty("whole"))))
        );
        Assert.Equal(2, answer.GetProperty("below").GetArrayLength());
        Assert.Equal((3, 0, 0, 3), Counts((await Read(province.Clerk, Future)).GetProperty("whole")));
    }

    [Fact]
    public async Task What_was_sent_after_its_day_is_late_and_no_longer_missing()
    {
        await using var province = await Province.Founded(running);
        await Send(province, await province.Open(province.Commune, "QUARTER", 2026, 1, "TTCP_06_2025", "TTCP_TCD"));
        await Send(province, await province.Open(province.OtherCommune, "QUARTER", 2099, 1, "TTCP_06_2025", "TTCP_TCD"));

        var whole = (await Read(province.Clerk, LastYear)).GetProperty("whole");
        Assert.Equal((3, 1, 2, 0), Counts(whole));
        Assert.Equal((0, 1), (whole.GetProperty("onTime").GetInt32(), whole.GetProperty("late").GetInt32()));
        Assert.Equal(1, (await Read(province.Clerk, Future)).GetProperty("whole").GetProperty("onTime").GetInt32());
    }

    /// <summary>The tree is that of the last day of the period.</summary>
    [Fact]
    public async Task A_unit_that_had_ended_owes_nothing()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: new(2026, 3, 1));
        Assert.Equal((2, 0, 2, 0), Counts((await Read(province.Clerk, LastYear)).GetProperty("whole")));
    }

    [Fact]
    public async Task Who_asks_sees_its_own_subtree_only()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        using var commune = province.ClientOf(province.Commune);
        Assert.Equal((1, 0, 1, 0), Counts((await Read(commune, LastYear)).GetProperty("whole")));
        foreach (var unit in (Guid[])[neighbour.Id, Guid.CreateVersion7()])
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await province.Clerk.GetAsync($"api/v1/duties/completeness?{LastYear}&unitId={unit}")).StatusCode
            );
    }

    [Fact]
    public async Task A_form_that_nobody_owes_has_nothing_expected()
    {
        await using var province = await Province.Founded(running);
        var answer = await Read(province.Clerk, "form=DANVAN&regime=PARTY&kind=YEAR&year=2026");
        Assert.Equal((0, 0, 0, 0), Counts(answer.GetProperty("whole")));
    }

    static Task<JsonElement> Read(HttpClient client, string question) =>
        client.GetFromJsonAsync<JsonElement>($"api/v1/duties/completeness?{question}");

    static (int Expected, int Received, int Missing, int NotYetDue) Counts(JsonElement whole) =>
        (
            whole.GetProperty("expected").GetInt32(),
            whole.GetProperty("received").GetInt32(),
            whole.GetProperty("missing").GetInt32(),
            whole.GetProperty("notYetDue").GetInt32()
        );

    static (string, string) Own(JsonElement one) =>
        (one.GetProperty("own").GetProperty("status").GetString()!, one.GetProperty("own").GetProperty("dueOn").GetString()!);

    static async Task Send(Province province, Guid report)
    {
        await province.Change(
            HttpMethod.Put,
            report,
            "cells",
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
            }
        );
        await province.Change(HttpMethod.Post, report, "submission");
    }
}
