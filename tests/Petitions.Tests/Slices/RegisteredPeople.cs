using System.Text.Json.Nodes;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>People in the replica of the directory.</summary>
static class RegisteredPeople
{
    public static async Task<Guid> Person(this PetitionsRunning running, Guid? unit = null)
    {
        var id = Guid.CreateVersion7();
        await running.Service.Database.Scalar<long>(
            "select directory.record_people($1::jsonb)",
            new JsonArray(
                new JsonObject
                {
                    ["id"] = id,
                    ["version"] = 1,
                    ["unitId"] = unit ?? PetitionsRunning.Committee,
                }
            ).ToJsonString()
        );
        return id;
    }

    /// <summary>Positions in the committee. The service has them in memory within two seconds.</summary>
    public static Task<long> Hold(this PetitionsRunning running, params (Guid Person, string Title)[] positions) =>
        running.Service.Database.Scalar<long>(
            "select directory.record_positions($1::jsonb)",
            new JsonArray([
                .. positions.Select(position => new JsonObject
                {
                    ["id"] = Guid.CreateVersion7(),
                    ["version"] = 1,
                    ["personId"] = position.Person,
                    ["unitId"] = PetitionsRunning.Committee,
                    ["title"] = position.Title,
                    ["from"] = "2024-01-01",
                    ["annulled"] = false,
                }),
            ]).ToJsonString()
        );
}
