using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

[Collection(PetitionsRunning.Shared)]
public sealed class DescriptionTests(PetitionsRunning running)
{
    [Fact]
    public async Task Every_operation_has_a_summary_and_every_body_an_example()
    {
        foreach (var (name, operation) in await Operations())
        {
            Assert.False(string.IsNullOrEmpty(operation["summary"]?.GetValue<string>()), $"{name} has no summary.");
            Assert.True(operation["requestBody"] is null || Example(operation) is not null, $"{name} has no example.");
        }
    }

    [Fact]
    public async Task The_example_of_a_petition_works_when_sent()
    {
        var example = Example((await Operations())["post /api/v1/petitions"])!;

        var received = await (await running.Clerk.Post(Book, example.DeepClone())).Read(HttpStatusCode.Created);

        Assert.Equal($"{PetitionsRunning.Province}", received.Text("unitId"));
    }

    static JsonNode? Example(JsonNode operation) =>
        operation["requestBody"]
            ?["content"]?.AsObject()
            .Select(type => type.Value!["example"])
            .FirstOrDefault(example => example is not null);

    async Task<Dictionary<string, JsonNode>> Operations()
    {
        var document = await running.Service.Http.Get("openapi.json");
        return document["paths"]!
            .AsObject()
            .Where(path =>
                path.Key.StartsWith($"/{Book}", StringComparison.Ordinal) && !path.Key.Contains("/operations", StringComparison.Ordinal)
            )
            .SelectMany(
                path => path.Value!.AsObject(),
                (path, operation) => (Name: $"{operation.Key} {path.Key.TrimEnd('/')}", operation.Value)
            )
            .ToDictionary(operation => operation.Name, operation => operation.Value!);
    }
}
