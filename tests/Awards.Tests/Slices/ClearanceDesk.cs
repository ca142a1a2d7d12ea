using System.Text.Json.Nodes;
using DanVan.Petitions.Contracts.V1;
using DanVan.Support;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Who asks for clearance, and what petitions answer: that is played here.</summary>
sealed class ClearanceDesk(AwardsRunning running)
{
    public HttpClient Secretary { get; } = running.Service.As(AwardsRunning.Province, "awards.clearance");

    public async Task<JsonNode> Asked(JsonObject candidate) =>
        Assert.Single((await (await Secretary.Post("clearances", Question(candidate))).Read()).AsArray())!;

    public async Task Answered(JsonNode asked, string answer, int version = 1)
    {
        await running.Service.Broker.PublishRestricted(Answer(asked, answer, version));
        await Eventually.True(
            $"the answer {answer}",
            async () => (await Secretary.Get($"clearances/{asked.Text("id")}")).Text("state") == answer
        );
    }

    public static TestEvent Answer(JsonNode asked, string answer, int version) =>
        TestEvents.Of($"clearance/{asked.Text("id")}", new ClearanceAnswered(Guid.Parse(asked.Text("id")), answer), version: version);

    public static JsonObject Question(JsonObject candidate) =>
        new()
        {
            ["proposerUnitId"] = AwardsRunning.Board,
            ["purpose"] = "DECISION",
            ["candidates"] = new JsonArray(candidate),
        };

    public static JsonObject Of(Guid person) => new() { ["personId"] = person };

    public static JsonObject OfUnit(Guid unit) => new() { ["unitId"] = unit };

    /// <summary>A decision under the rule of today.</summary>
    public static JsonObject Today()
    {
        var decision = Decision();
        decision["presentedOn"] = null;
        decision["decidedOn"] = $"{TimeProvider.System.GetUtcNow().AddDays(-1):yyyy-MM-dd}";
        return decision;
    }

    public static JsonObject Individual(Guid person)
    {
        var recipient = Recipient($"Người {person}");
        recipient["personId"] = person;
        return recipient;
    }

    public async Task<Guid> Person()
    {
        var id = Guid.CreateVersion7();
        await running.Service.Database.Scalar<long>(
            "select directory.record_people($1::jsonb)",
            new JsonArray(
                new JsonObject
                {
                    ["id"] = id,
                    ["version"] = 1,
                    ["unitId"] = AwardsRunning.Commune,
                }
            ).ToJsonString()
        );
        return id;
    }
}
