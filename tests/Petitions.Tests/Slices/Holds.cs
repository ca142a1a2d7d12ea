using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What holds an award back, as it is sent.</summary>
static class Holds
{
    public static async Task<JsonNode> Placed(this HttpClient inspector, Guid person, string ground = "INSPECTION", string number = "1") =>
        await (await inspector.Post($"{Book}/holds", Hold(person, ground: ground, number: number))).Read(HttpStatusCode.Created);

    public static JsonObject Hold(Guid? person, Guid? unit = null, string ground = "INSPECTION", string number = "1") =>
        new()
        {
            ["responsibleUnitId"] = PetitionsRunning.Province,
            ["personId"] = person,
            ["unitId"] = unit,
            ["ground"] = ground,
            ["from"] = "2026-08-03",
            ["documentNumber"] = number,
        };

    public static JsonObject Release() => new() { ["releasedOn"] = "2026-09-14", ["violationFound"] = false };
}
