using System.Net;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Reporting.Tests.QuickReports;

/// <summary>What nobody acknowledges in time goes up, level by level, each told once, on a service that looks often.</summary>
public sealed class EscalationSlices : IAsyncLifetime
{
    static readonly Dictionary<string, string> often = new() { ["QuickReports__LookEvery"] = "00:00:00.2" };

    readonly ReportingRunning running = new();

    public ValueTask InitializeAsync() => running.InitializeAsync();

    public ValueTask DisposeAsync() => running.DisposeAsync();

    [Fact]
    public async Task It_goes_up_two_levels_with_two_instances_and_a_kill_between_and_is_told_once_for_each()
    {
        await using var province = await Province.Founded(running);
        var hamlet = Guid.CreateVersion7();
        await province.Publisher.Send(Publisher.Unit(hamlet, province.Commune, "COMMUNE"));
        using var sender = province.ClientOf(hamlet);
        using var commune = province.ClientOf(province.Commune);
        using var centre = province.ClientOf(RootUnit.Id);
        var report = await Eventually.Found(
            "the hamlet to be known",
            async () => await Quick.Sent(sender, Quick.Report(hamlet, urgency: "FLASH"))
        );
        var seen = await Quick.Sent(sender, Quick.Report(hamlet));
        await commune.Change(HttpMethod.Post, seen, "acknowledgement").Taken();
        var waiting = await Quick.Sent(sender, Quick.Report(hamlet));
        Assert.Equal("OK NotFound NotFound", await WhoSees(report));

        await using (await running.Reporting.Replica(often))
        {
            await running.Reporting.Restart(often);
            await TimePasses(report);
            await Eventually.True("the province to have it", async () => await WhoSees(report) == "OK OK NotFound");
        }
        await running.Reporting.Kill();
        await TimePasses(report);
        await running.Reporting.Restart(often);
        await Eventually.True("the centre to have it", async () => await WhoSees(report) == "OK OK OK");

        // There is nobody above the centre, and what was acknowledged or still has time has gone nowhere.
        await TimePasses(report);
        await Eventually.True(
            "the job to have come to the top",
            async () => await running.Reporting.Database.Scalar<long>("select count(*) from quick_reports where escalates") == 1
        );
        Assert.Equal("quick-report-sent, quick-report-escalated, quick-report-escalated", await running.Reporting.Told(report));
        Assert.Equal("OK NotFound NotFound", await WhoSees(seen));
        Assert.Equal("OK NotFound NotFound", await WhoSees(waiting));
        Assert.Equal(
            [$"{province.Commune}", $"{province.Id}", $"{RootUnit.Id}"],
            (await centre.Read(report)).GetProperty("recipients").EnumerateArray().Select(one => one.Text("unitId"))
        );
        Assert.Equal(
            $"{province.Commune} {province.Id} FLASH HOT_SPOT, {province.Id} {RootUnit.Id} FLASH HOT_SPOT",
            await running.Reporting.Database.Scalar<string>(
                """
                select string_agg(concat_ws(' ', data ->> 'fromUnitId', data ->> 'toUnitId', data ->> 'urgency', data ->> 'field'), ', ' order by version)
                from (select type, version, data, subject from chassis.journal union all select type, version, data, subject from chassis.outbox) told
                where type like '%.quick-report-escalated.v1'
                """
            )
        );
        Assert.Equal("1", (await province.Clerk.Read("quick-reports/counts?urgency=FLASH"))[0].Text("escalated"));
        // Whoever it has come to acknowledges it.
        await centre.Change(HttpMethod.Post, report, "acknowledgement").Taken();
        Assert.Equal($"{RootUnit.Id}", (await sender.Read(report)).Text("acknowledgedByUnitId"));

        async Task<string> WhoSees(string one) =>
            string.Join(
                ' ',
                await Task.WhenAll(
                    new[] { commune, province.Clerk, centre }.Select(async client =>
                        $"{(await client.GetAsync($"api/v1/{one}")).StatusCode}"
                    )
                )
            );
    }

    /// <summary>The time by which it was to be acknowledged is over.</summary>
    async Task TimePasses(string report) =>
        await running.Reporting.Database.Execute(
            "update quick_reports set acknowledge_by = now() - interval '1 second' where id = split_part($1, '/', 2)::uuid",
            report
        );
}
