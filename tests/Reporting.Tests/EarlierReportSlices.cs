using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;
using static DanVan.Reporting.Tests.Visits;

namespace DanVan.Reporting.Tests;

/// <summary>An installation whose reports were sent before figures were added up.</summary>
public sealed class EarlierReportSlices(ReportingRunning running) : IClassFixture<ReportingRunning>
{
    const string HalfYear = "form=DANVAN&regime=STATE_ND09&kind=HALF_YEAR&year=2026&index=1";

    [Fact]
    public async Task What_they_froze_is_added_after_the_start_and_once()
    {
        await using var province = await Province.Founded(running);
        var visits = new Visits(province);
        var day = new DateOnly(2026, 3, 2);
        await province.Publisher.Send([
            Province.Received(province.Id, day),
            .. Enumerable.Range(0, 2).Select(_ => Province.Received(province.Commune, day)),
        ]);
        await province.HasFacts(3);
        await province.Change(HttpMethod.Post, await province.Open(province.Commune, "HALF_YEAR", 2026, 1), "submission");
        await province.Change(HttpMethod.Post, await province.Open(province.Id, "HALF_YEAR", 2026, 1), "submission");
        var approved = await visits.Send(province.Commune, 5);
        await province.Change(HttpMethod.Post, approved, "approval");
        await province.Change(HttpMethod.Post, approved, "correction", new { reason = "Sai." });
        await visits.Enter(approved, 50);
        await visits.Send(province.OtherCommune, 7);
        var returned = await visits.Send(province.Id, 100);
        await province.Change(HttpMethod.Post, returned, "return", new { reason = "Sai." });
        await visits.Become(12, "SENT");
        await visits.Become(5, "APPROVED");
        await Becomes(province.Clerk, $"DT01?{HalfYear}&basis=SENT", 3);
        // What came after they were sent is in none of them.
        await province.Publisher.Send(Province.Received(province.Id, day), Province.Received(province.Commune, day));
        await province.HasFacts(5);
        var before = await Contributed(province);

        await running.Reporting.Database.Execute(
            "delete from figure_deltas; delete from figures; delete from figure_paths; delete from contributions"
        );
        await using var started = await running.Reporting.Replica();

        await Becomes(province.Clerk, $"DT01?{HalfYear}&basis=SENT", 3);
        await visits.Become(12, "SENT");
        await visits.Become(5, "APPROVED");
        Assert.Equal(before, await Contributed(province));
        await using var again = await running.Reporting.Replica();
        await Eventually.True(
            "nothing to be on its way",
            async () => await running.Reporting.Database.Scalar<long>("select count(*) from figure_deltas") == 0
        );
        Assert.Equal(before, await Contributed(province));
        Assert.Equal(12, await visits.Of(province.Id, "SENT"));
    }

    Task<string> Contributed(Province province) =>
        running.Reporting.Database.Scalar<string>(
            """
            select coalesce(string_agg(concat_ws(' ', k.form, k.period_kind, c.basis, c.unit_id, c.cell, c.state, c.number, c.at_least, c.text), E'\n'
                order by k.form, k.period_kind, c.basis, c.unit_id, c.cell), '')
            from contributions c join collections k on k.id = c.collection_id
            where c.unit_id = $1 or c.unit_id in (select unit_id from directory.unit_ancestors where ancestor_id = $1)
            """,
            province.Id
        );
}
