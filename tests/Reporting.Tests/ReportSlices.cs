using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DanVan.Petitions.Contracts.V1;

namespace DanVan.Reporting.Tests;

/// <summary>A report over HTTP, fed by events.</summary>
public sealed class ReportSlices(ReportingRunning running)
{
    [Fact]
    public async Task The_half_year_and_the_year_count_what_was_sent_and_name_the_events()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        var inFirst = new[]
        {
            Province.Received(province.Commune, new(2023, 12, 15)),
            Province.Received(province.Commune, new(2024, 3, 31), "TO_CAO"),
            Province.Received(province.Id, new(2024, 6, 14)),
        };
        var inSecond = new[]
        {
            Province.Received(province.OtherCommune, new(2024, 6, 15)),
            Province.Received(province.Commune, new(2024, 12, 14)),
        };
        var outside = new[]
        {
            Province.Received(province.Commune, new(2023, 12, 14)),
            Province.Received(province.Commune, new(2024, 12, 15)),
        };
        await province.Publisher.Send([.. inFirst, .. inSecond, .. outside, Province.Received(neighbour.Commune, new(2024, 3, 1))]);
        await province.Publisher.Send(
            Resolved(province.Commune, new(2024, 4, 1), true),
            Resolved(province.Commune, new(2024, 4, 2), false)
        );
        await province.HasFacts(9);

        var half = await province.Open(province.Id, "HALF_YEAR", 2024, 1);
        var year = await province.Open(province.Id, "YEAR", 2024);
        var commune = await province.Open(province.Commune, "HALF_YEAR", 2024, 1);

        Assert.Equal(
            (3, 2, 1),
            (await Number(province, half, "DT01"), await Number(province, half, "DT01.KN"), await Number(province, half, "DT01.TC"))
        );
        Assert.Equal((5, 2), (await Number(province, year, "DT01"), await Number(province, commune, "DT01")));
        Assert.Equal((2, 1), (await Number(province, half, "DT06"), await Number(province, half, "DT07")));
        Assert.Equal(0.5m, (await province.Cell(half, "DT08")).GetProperty("value").GetProperty("number").GetDecimal());
        Assert.Equal(inFirst.Select(sent => sent.Id).Order(), Ids(await province.Lineage(half, "DT01", limit: 2)).Order());
        Assert.Equal(inFirst.Concat(inSecond).Select(sent => sent.Id).Order(), Ids(await province.Lineage(year, "DT01")).Order());
        Assert.Empty(await province.Lineage(half, "QC01"));
    }

    [Fact]
    public async Task Opening_twice_gives_the_same_report()
    {
        await using var province = await Province.Founded(running);

        Assert.Equal(await province.Open(province.Id, "YEAR", 2024), await province.Open(province.Id, "YEAR", 2024));
    }

    [Fact]
    public async Task An_override_is_reported_with_its_reason_and_the_derived_value_kept_beside_it()
    {
        await using var province = await Province.Founded(running);
        await province.Publisher.Send(Province.Received(province.Commune, new(2024, 2, 1)));
        await province.HasFacts(1);
        var report = await province.Open(province.Commune, "YEAR", 2024);

        await province.Change(
            HttpMethod.Put,
            report,
            "cells",
            Cells(
                new
                {
                    code = "DT01",
                    state = "REPORTED",
                    number = 2,
                    reason = "một đơn chưa vào sổ",
                }
            )
        );
        var overridden = await province.Cell(report, "DT01");
        await province.Change(HttpMethod.Delete, report, "cells/DT01/override");
        var withdrawn = await province.Cell(report, "DT01");
        var history = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/cells/DT01/entries");

        Assert.Equal(
            (2, 1),
            (
                overridden.GetProperty("value").GetProperty("number").GetInt32(),
                overridden.GetProperty("derived").GetProperty("number").GetInt32()
            )
        );
        Assert.Equal("một đơn chưa vào sổ", overridden.GetProperty("override").GetProperty("reason").GetString());
        Assert.Equal(1, withdrawn.GetProperty("value").GetProperty("number").GetInt32());
        Assert.Equal(
            ["OVERRIDE", "WITHDRAWAL"],
            history.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("kind").GetString())
        );
    }

    [Fact]
    public async Task The_four_ways_of_a_number_are_told_apart()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);

        await province.Change(
            HttpMethod.Put,
            report,
            "cells",
            Cells(
                new
                {
                    code = "QC01",
                    state = "REPORTED",
                    number = 0,
                },
                new { code = "QC04", state = "NOT_APPLICABLE" },
                new { code = "QC07", state = "UNSPECIFIED" }
            )
        );

        Assert.Equal("REPORTED", await State("QC01"));
        Assert.Equal("NOT_APPLICABLE", await State("QC04"));
        Assert.Equal("UNSPECIFIED", await State("QC07"));
        Assert.Equal("NOT_REPORTED", await State("QC10"));

        async Task<string?> State(string code) => (await province.Cell(report, code)).GetProperty("value").GetProperty("state").GetString();
    }

    [Fact]
    public async Task A_late_event_makes_an_approved_report_stale_and_changes_nothing_in_it()
    {
        await using var province = await Province.Founded(running);
        await province.Publisher.Send(Province.Received(province.Commune, new(2024, 2, 1)));
        await province.HasFacts(1);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await province.Change(HttpMethod.Post, report, "submission");
        var approved = await province.Change(HttpMethod.Post, report, "approval");
        Assert.False((await province.Cells(report)).GetProperty("stale").GetBoolean());

        var late = Province.Received(province.Commune, new(2024, 2, 2));
        await province.Publisher.Send(late);
        await province.HasFacts(2);

        var cells = await province.Cells(report);
        var change = cells.GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("code").GetString() == "DT01");
        Assert.True(cells.GetProperty("stale").GetBoolean());
        Assert.Equal(
            (1, 2),
            (change.GetProperty("frozen").GetProperty("number").GetInt32(), change.GetProperty("now").GetProperty("number").GetInt32())
        );
        Assert.Equal(1, await Number(province, report, "DT01"));
        Assert.Equal(
            [late.Id],
            (await province.Lineage(report, "DT01"))
                .Where(e => e.GetProperty("late").GetBoolean())
                .Select(e => e.GetProperty("eventId").GetGuid())
        );
        Assert.Equal(
            approved.GetProperty("contentHash").GetString(),
            Convert.ToHexStringLower(SHA256.HashData(await province.Clerk.GetByteArrayAsync($"api/v1/reports/{report}/content")))
        );
    }

    [Fact]
    public async Task Of_two_approvers_at_once_one_approves()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        var submitted = await province.Change(HttpMethod.Post, report, "submission");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Approve()));

        Assert.Single(answers, HttpStatusCode.OK);
        Assert.All(answers, status => Assert.Contains(status, new[] { HttpStatusCode.OK, HttpStatusCode.PreconditionFailed }));

        async Task<HttpStatusCode> Approve()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/{report}/approval");
            request.Headers.IfMatch.Add(new($"\"{submitted.GetProperty("version").GetInt32()}\""));
            using var answer = await province.Clerk.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Every_step_is_an_event_of_the_report_in_its_order()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await province.Change(
            HttpMethod.Put,
            report,
            "cells",
            Cells(
                new
                {
                    code = "QC01",
                    state = "REPORTED",
                    number = 4,
                }
            )
        );
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "return", new { reason = "thiếu QC04" });
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Change(HttpMethod.Post, report, "approval");

        await Support.Eventually.True(
            "six events in the journal",
            async () =>
                await running.Reporting.Database.Scalar<string>(
                    "select coalesce(string_agg(split_part(type, '.', 4), ' ' order by version), '') from chassis.journal where subject = $1",
                    $"report/{report}"
                ) == "report-opened report-edited report-submitted report-returned report-submitted report-approved"
        );
    }

    [Fact]
    public async Task A_list_is_filtered_and_paged()
    {
        await using var province = await Province.Founded(running);
        var reports = new[] { await province.Open(province.Commune, "YEAR", 2023), await province.Open(province.Commune, "YEAR", 2024) };
        await province.Open(province.OtherCommune, "YEAR", 2024);

        var filter = $"api/v1/reports?unitId={province.Commune}&periodKind=YEAR&state=DRAFT&limit=1";
        var first = await province.Clerk.GetFromJsonAsync<JsonElement>(filter);
        var second = await province.Clerk.GetFromJsonAsync<JsonElement>($"{filter}&after={first.GetProperty("next").GetString()}");

        Assert.Equal(
            reports,
            first
                .GetProperty("items")
                .EnumerateArray()
                .Concat(second.GetProperty("items").EnumerateArray())
                .Select(r => r.GetProperty("id").GetGuid())
        );
    }

    static Publisher.Sent Resolved(Guid unit, DateOnly on, bool inTime)
    {
        var id = Guid.CreateVersion7();
        return Publisher.Of(
            unit,
            $"petition/{id}",
            new PetitionResolved(id, "KHIEU_NAI", "HANH_CHINH", "DUNG", on.AddDays(-20), on, on.AddDays(10), inTime)
        );
    }

    static object Cells(params object[] cells) => new { cells };

    static async Task<int> Number(Province province, Guid report, string code) =>
        (await province.Cell(report, code)).GetProperty("value").GetProperty("number").GetInt32();

    static IEnumerable<Guid> Ids(IEnumerable<JsonElement> lineage) => lineage.Select(entry => entry.GetProperty("eventId").GetGuid());
}
