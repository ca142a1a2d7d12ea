using DanVan.Awards.Contracts.V1;
using DanVan.Conferences.Contracts.V1;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>Events become facts once, however often and in whatever order they come.</summary>
public sealed class FactsSlices(ReportingRunning running)
{
    [Fact]
    public async Task An_event_sent_twenty_times_is_one_fact()
    {
        await using var province = await Province.Founded(running);
        var sent = Province.Received(province.Commune, new(2024, 2, 1));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Once(sent)));
        await province.Publisher.Send(Province.Received(province.Commune, new(2024, 2, 2)));

        await province.HasFacts(2);
        await Eventually.True("all copies to be taken", async () => await running.Platform.Broker.Messages("reporting.facts") == 0);
        Assert.Equal(2, await province.Facts());
        Assert.True(await running.Platform.Broker.Messages("reporting.facts.dead") is 0);

        async Task Once(Publisher.Sent copy)
        {
            await using var own = new Publisher(running.Platform.Broker);
            await own.Send(copy);
        }
    }

    [Fact]
    public async Task A_thousand_events_arrive_whole_and_the_watermark_is_the_highest_number()
    {
        await using var province = await Province.Founded(running);
        var sent = Enumerable
            .Range(0, 1000)
            .Select(i => Province.Received(province.Commune, new DateOnly(2023, 1, 1).AddDays(i % 300)))
            .ToList();

        await province.Publisher.Send(sent.AsEnumerable().Reverse());

        await province.HasFacts(1000);
        Assert.True(
            await running.Reporting.Database.Scalar<bool>(
                "select sequence >= (select max(sequence) from facts where source = '/danvan/petitions') from watermarks where source = '/danvan/petitions'"
            )
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_decision_put_on_another_day_counts_there_in_whatever_order_it_was_told(bool correctionFirst)
    {
        await using var province = await Province.Founded(running);
        var decision = Guid.CreateVersion7();
        var issued = Province.Issued(province.Id, decision, new(2024, 12, 10), collectives: 5, individuals: 10);
        var dated = Publisher.Of(
            province.Id,
            $"award-decision/{decision}",
            new AwardDecisionReferenceStated(decision, "12/QĐ", new DateOnly(2024, 5, 2), new DateOnly(2024, 5, 2), province.Id),
            version: 2
        );

        await province.Publisher.Send(correctionFirst ? [dated, issued] : [issued, dated]);
        await province.HasFacts(2);

        var (first, second) = (
            await province.Open(province.Id, "HALF_YEAR", 2024, 1),
            await province.Open(province.Id, "HALF_YEAR", 2024, 2)
        );
        Assert.Equal((5, 10), (await Number(first, "KT02"), await Number(first, "KT03")));
        Assert.Equal((0, 0), (await Number(second, "KT02"), await Number(second, "KT01")));

        async Task<int> Number(Guid report, string code) =>
            (await province.Cell(report, code)).GetProperty("value").GetProperty("number").GetInt32();
    }

    [Fact]
    public async Task Recipients_that_nobody_counted_are_unspecified_and_not_zero()
    {
        await using var province = await Province.Founded(running);
        await province.Publisher.Send(
            Province.Issued(province.Id, Guid.CreateVersion7(), new(2024, 3, 1), collectives: 3, individuals: null)
        );
        await province.HasFacts(1);

        var report = await province.Open(province.Id, "YEAR", 2024);

        Assert.Equal(3, (await province.Cell(report, "KT02")).GetProperty("value").GetProperty("number").GetInt32());
        Assert.Equal("UNSPECIFIED", (await province.Cell(report, "KT03")).GetProperty("value").GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_commune_that_ended_inside_the_period_counts_where_it_stood()
    {
        await using var province = await Province.Founded(running, otherCommuneEndsOn: new(2025, 7, 1));
        await province.Publisher.Send(
            Province.Received(province.OtherCommune, new(2025, 6, 20)),
            Province.Received(province.Commune, new(2025, 8, 1))
        );
        await province.HasFacts(2);

        var whole = await province.Open(province.Id, "HALF_YEAR", 2025, 2);
        var part = await province.Open(province.OtherCommune, "HALF_YEAR", 2025, 2);

        Assert.Equal(2, (await province.Cell(whole, "DT01")).GetProperty("value").GetProperty("number").GetInt32());
        Assert.Equal(1, (await province.Cell(part, "DT01")).GetProperty("value").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task A_conference_of_which_only_the_month_is_known_counts_where_the_whole_month_lies()
    {
        await using var province = await Province.Founded(running);
        await province.Publisher.Send(
            Province.Held(province.Id, new(2024, 5, 1), "MONTH"),
            Province.Held(province.Id, new(2024, 6, 1), "MONTH")
        );
        await province.HasFacts(2);

        var half = await province.Cell(await province.Open(province.Id, "HALF_YEAR", 2024, 1), "HN01");
        var year = await province.Cell(await province.Open(province.Id, "YEAR", 2024), "HN01");

        // June lies in both halves, so the first can only say that there may be one more.
        Assert.Equal((1, 1), (half.GetProperty("value").GetProperty("number").GetInt32(), half.GetProperty("uncertain").GetInt32()));
        Assert.Equal((2, 0), (year.GetProperty("value").GetProperty("number").GetInt32(), year.GetProperty("uncertain").GetInt32()));
    }

    [Fact]
    public async Task Tasks_and_models_are_counted_each_once_however_often_they_are_spoken_of()
    {
        await using var province = await Province.Founded(running);
        var (conference, task, model) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var day = new DateOnly(2024, 3, 1);
        await province.Publisher.Send(
            Publisher.Of(
                province.Commune,
                $"task/{task}",
                new TaskAssigned(task, conference, 1, province.Id, province.Commune, null, day, day.AddDays(30), null, false)
            ),
            Publisher.Of(
                province.Commune,
                $"task/{task}",
                new TaskDone(task, conference, province.Commune, day.AddDays(9), day.AddDays(12), true),
                2
            ),
            Publisher.Of(
                province.Id,
                $"model/{model}",
                new ModelRegistered(model, province.Id, "MODEL", "ECONOMY", null, null, day, "REGISTERED")
            ),
            Publisher.Of(
                province.Id,
                $"model/{model}",
                new ModelRecognised(model, province.Id, "MODEL", "ECONOMY", "GRASSROOTS", day.AddDays(40)),
                2
            ),
            Publisher.Of(
                province.Id,
                $"model/{model}",
                new ModelRecognised(model, province.Id, "MODEL", "ECONOMY", "PROVINCE", day.AddDays(80)),
                3
            )
        );
        await province.HasFacts(5);

        var report = await province.Open(province.Id, "YEAR", 2024);

        foreach (var code in new[] { "HN02", "HN03", "HN04", "HN05", "DVK01", "DVK04" })
            Assert.Equal((code, 1), (code, (await province.Cell(report, code)).GetProperty("value").GetProperty("number").GetInt32()));
        Assert.Equal(2, (await province.Lineage(report, "DVK04")).Count);
    }
}
