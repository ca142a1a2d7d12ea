using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Support;
using RabbitMQ.Client;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

/// <summary>The conference that hands the awards over tells of itself by its event.</summary>
[Collection<Slice>]
public sealed class HandingOverTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_decision_shows_when_it_was_handed_over_entered_before_the_conference_or_after(bool before)
    {
        var conference = Guid.CreateVersion7();
        var id = before ? await Dated(conference) : "";
        await Held(conference, version: 1, "2022-12-29");
        await Known(conference, "2022-12-29");
        if (!before)
            id = await Dated(conference);

        var handedOver = (await clerk.Get($"decisions/{id}"))["handedOver"]!;

        Assert.Equal(("2022-12-29", "CONFERENCE"), (handedOver.Text("on"), handedOver.Text("from")));
    }

    [Fact]
    public async Task Whatever_order_and_however_often_the_events_arrive_the_latest_version_stays()
    {
        var conference = Guid.CreateVersion7();
        await Held(conference, version: 2, "2022-12-30");
        await Known(conference, "2022-12-30");
        foreach (var _ in Enumerable.Range(0, 20))
            await Held(conference, version: 1, "2022-12-29");
        var marker = Guid.CreateVersion7();
        await Held(marker, version: 1, "2022-12-31");
        await Known(marker, "2022-12-31");

        await Known(conference, "2022-12-30");
    }

    [Fact]
    public async Task A_day_of_which_only_the_month_is_known_is_no_day()
    {
        var conference = Guid.CreateVersion7();
        await Held(conference, version: 1, "2022-12-01", precision: "MONTH");
        await Known(conference, day: null);

        var handedOver = (await clerk.Get($"decisions/{await Dated(conference)}"))["handedOver"]!;

        Assert.Equal((null, null), (handedOver["on"], handedOver["from"]));
    }

    async Task<string> Dated(Guid conference)
    {
        var body = Decision();
        body.Remove("presentedOn");
        (body["decidedOn"], body["conferenceId"]) = ("2022-12-20", conference);
        return (await clerk.Posted("decisions", body)).Text("id");
    }

    Task Known(Guid conference, string? day) =>
        Eventually.True(
            $"the conference held on {day}",
            async () =>
                await running.Service.Database.Scalar<long>(
                    "select count(*) from held_conferences where id = $1 and held_on is not distinct from $2::date",
                    conference,
                    day ?? (object)DBNull.Value
                ) == 1
        );

    async Task Held(Guid conference, int version, string day, string precision = "DAY")
    {
        var envelope = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = Guid.CreateVersion7(),
            ["source"] = "/danvan/conferences",
            ["type"] = "vn.danvan.conferences.conference-held.v1",
            ["subject"] = $"conference/{conference}",
            ["time"] = "2022-12-30T00:00:00Z",
            ["sequence"] = "0000000000000000001",
            ["subjectversion"] = version,
            ["data"] = JsonSerializer.SerializeToNode(
                new Conferences.Contracts.V1.ConferenceHeld(
                    conference,
                    AwardsRunning.Board,
                    "TONG_KET",
                    "IN_PERSON",
                    "PROVINCE",
                    "TINH",
                    DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                    precision,
                    "2022",
                    "2023",
                    0,
                    null,
                    0
                ),
                JsonSerializerOptions.Web
            ),
        };
        var factory = new ConnectionFactory { Uri = new(running.Service.Broker.Uri()), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.BasicPublishAsync(
            "danvan.events",
            "conferences.conference-held.v1",
            mandatory: true,
            new BasicProperties { ContentType = "application/cloudevents+json", MessageId = envelope["id"]!.ToString() },
            JsonSerializer.SerializeToUtf8Bytes(envelope)
        );
    }
}
