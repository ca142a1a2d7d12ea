using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>Many reports approved at once.</summary>
public sealed class BulkApprovalSlices(LevelsRunning levels)
{
    readonly ReportingRunning running = levels.Running;

    [Fact]
    public async Task Each_is_approved_or_told_why_not()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        using var ladder = new Ladder(province);
        using var others = new Ladder(neighbour);
        var (level, last, early, changed, elsewhere) = (
            await ladder.Sent(),
            await ladder.Sent("HALF_YEAR"),
            await ladder.Sent(unit: province.OtherCommune),
            await ladder.Sent("HALF_YEAR", province.OtherCommune),
            await others.Sent()
        );
        await ladder.Approve(ladder.Commune, level);
        await ladder.Approve(ladder.Commune, last);

        var answer = await Read(
            await Send(
                ladder.Clerk,
                Body((level, await ladder.VersionOf(level)), (last, await ladder.VersionOf(last)), (early, 2), (changed, 1), (elsewhere, 2))
            )
        );

        Assert.Equal(2, answer.GetProperty("approved").GetInt32());
        Assert.Equal(
            [
                (level, "LEVEL_APPROVED", null),
                (last, "APPROVED", null),
                (early, "REFUSED", "reporting.other-level-approves"),
                (changed, "VERSION_CHANGED", null),
                (elsewhere, "NOT_FOUND", null),
            ],
            answer
                .GetProperty("results")
                .EnumerateArray()
                .Select(one => (one.GetProperty("id").GetGuid(), Ladder.Text(one, "outcome"), Ladder.Text(one, "code")))
        );
        Assert.Equal(("SUBMITTED", "CENTRAL", "COMMUNE PROVINCE"), Ladder.Standing(await Ladder.Read(ladder.Clerk, level)));
        Assert.Equal("APPROVED", Ladder.Text(await Ladder.Read(ladder.Clerk, last), "state"));
        Assert.Equal(2, await others.VersionOf(elsewhere));
    }

    [Fact]
    public async Task The_same_key_approves_once_and_a_report_named_twice_is_approved_once()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var (report, key) = (await ladder.Sent(), $"{Guid.CreateVersion7()}");

        var first = await Read(await Send(ladder.Commune, Body((report, 2), (report, 2)), key));
        var again = await Read(await Send(ladder.Commune, Body((report, 2), (report, 2)), key));

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(
            ["LEVEL_APPROVED", "VERSION_CHANGED"],
            first.GetProperty("results").EnumerateArray().Select(one => Ladder.Text(one, "outcome"))
        );
        Assert.Single(await ladder.History(report));
    }

    [Fact]
    public async Task Of_several_lists_at_once_in_whatever_order_each_report_is_approved_by_one()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var reports = new List<(Guid, int)>();
        foreach (var unit in (Guid[])[province.Commune, province.OtherCommune, await province.FurtherCommune()])
        {
            using var own = province.ClientOf(unit);
            var report = await ladder.Sent("HALF_YEAR", unit);
            await ladder.Approve(own, report);
            reports.Add((report, await ladder.VersionOf(report)));
        }

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async i => await Read(await Send(ladder.Clerk, Body([.. i % 2 == 0 ? reports : Enumerable.Reverse(reports)]))))
        );

        Assert.Equal(3, answers.Sum(answer => answer.GetProperty("approved").GetInt32()));
        foreach (var (report, _) in reports)
            Assert.Equal(("APPROVED", null, "COMMUNE PROVINCE"), Ladder.Standing(await Ladder.Read(ladder.Clerk, report)));
    }

    [Fact]
    public async Task What_is_wrong_about_the_list_is_named()
    {
        var province = await running.Shared();
        Assert.Equal("400 reports", await Wrong([]));
        Assert.Equal("400 reports", await Wrong([.. Enumerable.Repeat((province.Id, 1), 201)]));
        Assert.Equal("400 reports[0].version", await Wrong([(province.Id, 0)]));
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(province.Clerk, Body((province.Id, 1)), key: null)).StatusCode);
        using var writer = running.Reporting.As(province.Id, "reporting.read", "reporting.write");
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(writer, Body((province.Id, 1)))).StatusCode);

        async Task<string> Wrong((Guid, int)[] reports)
        {
            using var answer = await Send(province.Clerk, Body(reports));
            var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
            return $"{(int)answer.StatusCode} {string.Join(' ', errors.EnumerateObject().Select(error => error.Name))}";
        }
    }

    static object Body(params (Guid Id, int Version)[] reports) =>
        new { reports = reports.Select(report => new { id = report.Id, version = report.Version }) };

    static Task<HttpResponseMessage> Send(HttpClient client, object body) => Send(client, body, $"{Guid.CreateVersion7()}");

    static async Task<HttpResponseMessage> Send(HttpClient client, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/reports/approvals") { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
