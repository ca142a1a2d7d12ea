using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Awards.Contracts.V1;
using DanVan.Chassis.Messaging;
using DanVan.Support;
using RabbitMQ.Client;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>What the awards service tells of its decisions ends on the ceremony list of the conference, once, whatever the order.</summary>
[Collection(nameof(Slices))]
public sealed class CeremonyTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_decision_stands_on_the_list_with_the_numbers_it_declares()
    {
        var conference = (await clerk.Enter(Held())).Text("id");

        await Tell((Issued(Guid.CreateVersion7(), Guid.Parse(conference)), 1));

        var decision = await Decision(conference, _ => true);
        Assert.Equal((5, 10, 0), Counts(decision));
        Assert.Null(decision["number"]);
    }

    [Fact]
    public async Task Names_that_become_known_before_the_decision_does_are_counted_once()
    {
        var conference = (await clerk.Enter(Held())).Text("id");
        var decision = Guid.CreateVersion7();
        var names = new AwardRecipientsEntered(decision, ConferencesRunning.Board, 5, 9, 0, "INCOMPLETE_LIST");
        var issued = Issued(decision, Guid.Parse(conference));

        await Tell((names, 2), (issued, 1), (names, 2), (issued, 1));

        Assert.Equal((5, 10, 14), Counts(await Decision(conference, line => line["enteredRecipients"]!.GetValue<int>() == 14)));
        await Read("ceremonies", "ceremony-recipients");
        Assert.Equal((5, 10, 14), Counts(await Decision(conference, _ => true)));
    }

    [Fact]
    public async Task A_decision_of_a_conference_that_is_entered_later_is_not_lost()
    {
        var conference = Held();
        var id = Guid.CreateVersion7();
        conference["id"] = id;
        await Tell((Issued(Guid.CreateVersion7(), id), 1));

        await clerk.Enter(conference);

        Assert.Equal((5, 10, 0), Counts(await Decision(id.ToString(), _ => true)));
    }

    [Fact]
    public async Task Number_and_date_stated_later_stand_on_the_list_whatever_comes_first()
    {
        var conference = (await clerk.Enter(Held())).Text("id");
        var decision = Guid.CreateVersion7();
        var issued = Issued(decision, Guid.Parse(conference));

        await Tell((Stated(decision, "123/QĐ-UBND"), 3), (issued, 1), (Stated(decision, "12/QĐ"), 2), (issued, 1));

        await Decision(conference, line => (string?)line["number"] == "123/QĐ-UBND" && line["form"] is not null);
        await Read("ceremonies", "ceremony-references");
        var line = await Decision(conference, _ => true);
        Assert.Equal(("123/QĐ-UBND", "2022-12-20"), (line.Text("number"), line.Text("decidedOn")));
    }

    [Fact]
    public async Task An_award_that_was_revoked_stays_on_the_list_and_says_so()
    {
        var conference = (await clerk.Enter(Held())).Text("id");
        var decision = Guid.CreateVersion7();
        var some = new AwardRevoked(decision, ConferencesRunning.Board, Whole: false, new(2023, 5, 4), "FALSE_DECLARATION", 0, 1, null);
        var whole = new AwardRevoked(decision, ConferencesRunning.Board, Whole: true, new(2023, 6, 1), "STANDARD_NOT_MET", 5, 10, null);

        await Tell((Issued(decision, Guid.Parse(conference)), 1));
        Assert.Null((await Decision(conference, _ => true))["revocation"]);

        await Tell((some, 2));
        var part = (await Decision(conference, line => line["revocation"] is not null))["revocation"]!;
        Assert.Equal(("FALSE_DECLARATION", "2023-05-04"), (part.Text("ground"), part.Text("revokedOn")));
        Assert.False(part["whole"]!.GetValue<bool>());
        Assert.Equal((0, 1), (part["collectives"]!.GetValue<int>(), part["individuals"]!.GetValue<int>()));
        Assert.Null(part["households"]);

        await Tell((whole, 4), (some, 2));
        await Decision(conference, line => line["revocation"]!["whole"]!.GetValue<bool>());
        await Read("ceremony-revocations");
        var line = await Decision(conference, _ => true);
        Assert.Equal("2023-06-01", line["revocation"].Text("revokedOn"));
        Assert.Equal((5, 10, 0), Counts(line));
    }

    [Fact]
    public async Task A_revocation_that_comes_before_its_decision_is_not_lost()
    {
        var conference = (await clerk.Enter(Held())).Text("id");
        var decision = Guid.CreateVersion7();
        await Tell((new AwardRevoked(decision, ConferencesRunning.Board, true, new(2023, 6, 1), "FALSE_DOCUMENTS", null, null, null), 2));
        await Read("ceremony-revocations");

        await Tell((Issued(decision, Guid.Parse(conference)), 1));

        Assert.Equal("FALSE_DOCUMENTS", (await Decision(conference, _ => true))["revocation"].Text("ground"));
    }

    static AwardDecisionReferenceStated Stated(Guid decision, string number) =>
        new(decision, number, DecidedOn: new(2022, 12, 20), CountsOn: new(2022, 12, 20), ConferencesRunning.Board);

    /// <summary>Waits until these reactions have nothing more to take.</summary>
    Task Read(params string[] queues) =>
        Eventually.True(
            $"{string.Join(" and ", queues)} read to the end",
            async () =>
            {
                foreach (var queue in queues)
                    if (await running.Service.Broker.Messages($"conferences.{queue}") != 0)
                        return false;
                return true;
            }
        );

    static AwardDecisionIssued Issued(Guid decision, Guid conference) =>
        new(
            decision,
            Number: null,
            DecidedOn: null,
            CountsOn: new(2022, 12, 29),
            Form: "BANG_KHEN_TINH",
            Level: "PROVINCE",
            IssuerUnitId: null,
            ProposerUnitId: ConferencesRunning.Board,
            MovementId: null,
            ConferenceId: conference,
            PresentedOn: new(2022, 12, 29),
            DeclaredCollectives: 5,
            DeclaredIndividuals: 10,
            DeclaredHouseholds: null,
            EnteredRecipients: 0
        );

    static (int?, int?, int) Counts(JsonNode decision) =>
        (
            decision["declaredCollectives"]?.GetValue<int>(),
            decision["declaredIndividuals"]?.GetValue<int>(),
            decision["enteredRecipients"]!.GetValue<int>()
        );

    Task<JsonNode> Decision(string conference, Predicate<JsonNode> like) =>
        Eventually.Found<JsonNode>(
            "the decision on the ceremony list",
            async () => (await clerk.Get($"{Book}/{conference}/ceremony"))["items"]!.AsArray().SingleOrDefault(line => like(line!))
        );

    /// <summary>Plays the awards service: events of one decision with their versions, as they stand on the wire.</summary>
    async Task Tell(params (object Event, int Version)[] events)
    {
        await using var connection = await new ConnectionFactory { Uri = new(running.Service.Broker.Uri()) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(
            new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)
        );
        foreach (var (data, version) in events)
        {
            var type = EventType.Of(data.GetType());
            var id = Guid.CreateVersion7();
            var body = new Dictionary<string, object>
            {
                ["specversion"] = "1.0",
                ["id"] = id,
                ["source"] = $"/danvan/{type.Service}",
                ["type"] = type.Name,
                ["subject"] = $"award-decision/{id}",
                ["time"] = TimeProvider.System.GetUtcNow(),
                ["sequence"] = "1",
                ["subjectversion"] = version,
                ["data"] = data,
            };
            var properties = new BasicProperties
            {
                ContentType = "application/cloudevents+json",
                MessageId = id.ToString(),
                Persistent = true,
            };
            await channel.BasicPublishAsync(
                "danvan.events",
                type.Key,
                mandatory: true,
                properties,
                JsonSerializer.SerializeToUtf8Bytes(body, EventJson.Options)
            );
        }
    }
}
