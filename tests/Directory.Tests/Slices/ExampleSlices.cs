using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What the OpenAPI document shows of people, positions, roles and accounts can be sent as it stands, in the order in which the work goes.</summary>
public class ExampleSlices
{
    [Fact]
    public async Task What_the_documentation_shows_can_be_sent()
    {
        await using var platform = await TestPlatform.Start("directory");
        var service = platform["directory"];
        var paths = (await service.Http.GetFromJsonAsync<JsonElement>("openapi.json")).GetProperty("paths");
        using var root = service.As(
            RootUnit.Id,
            "directory.read",
            "directory.admin",
            "people.read",
            "people.write",
            "petitions.read",
            "petitions.write"
        );

        var person = (await Send("post", "/api/v1/people")).Id();
        await Send("put", "/api/v1/people/{id}", person);
        var position = (await Send("post", "/api/v1/people/{id}/positions", person)).Id();
        await Send("put", "/api/v1/positions/{id}", position);
        await Send("post", "/api/v1/positions/{id}/ending", position);
        await Send("post", "/api/v1/positions/{id}/annulment", position);

        var role = (await Send("post", "/api/v1/roles")).Id();
        await Send("put", "/api/v1/roles/{id}", role);
        var account = (await Send("post", "/api/v1/accounts")).GetProperty("account").Id();
        var grant = (await Send("post", "/api/v1/accounts/{id}/roles", account)).GetProperty("roles")[0].Id();
        await Send("post", "/api/v1/accounts/{id}/roles/{grantId}/ending", account, grant);
        await Send("post", "/api/v1/accounts/{id}/password-reset", account);
        await Send("post", "/api/v1/accounts/{id}/disabling", account);

        async Task<JsonElement> Send(string method, string path, Guid? id = null, Guid? second = null)
        {
            var example = paths.GetProperty(path).GetProperty(method).GetProperty("requestBody").GetProperty("content");
            var body = example.GetProperty("application/json").GetProperty("example");
            var address = path.Replace("{id}", id.ToString(), StringComparison.Ordinal)
                .Replace("{grantId}", second.ToString(), StringComparison.Ordinal);
            var (status, answer) = await root.Ask(new(method.ToUpperInvariant()), address, body);
            Assert.True(status is 200 or 201, $"{method} {path}: {status} {answer}");
            return answer;
        }
    }

    [Fact]
    public async Task Every_operation_of_people_and_accounts_says_what_it_is_for_and_shows_what_it_takes()
    {
        await using var platform = await TestPlatform.Start("directory");
        var document = await platform["directory"].Http.GetFromJsonAsync<JsonElement>("openapi.json");
        string[] areas = ["/api/v1/people", "/api/v1/positions", "/api/v1/accounts", "/api/v1/roles"];
        var operations = (
            from path in document.GetProperty("paths").EnumerateObject()
            where areas.Any(area => path.Name.StartsWith(area, StringComparison.Ordinal))
            from operation in path.Value.EnumerateObject()
            select (Name: $"{operation.Name} {path.Name}", operation.Value)
        ).ToList();
        Assert.Equal(30, operations.Count);
        foreach (var (name, operation) in operations)
        {
            Assert.True(operation.Text("summary")?.Contains(" / ", StringComparison.Ordinal), name);
            if (operation.TryGetProperty("requestBody", out var body))
                Assert.True(body.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _), name);
        }
    }
}
