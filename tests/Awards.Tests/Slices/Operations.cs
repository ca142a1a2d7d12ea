using System.Text.Json.Nodes;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Every operation that changes something, with a body that is right in itself.</summary>
public sealed record Operation(HttpMethod Method, string Path, Func<JsonObject> Body, string? Of = null)
{
    static readonly Operation[] All =
    [
        new(HttpMethod.Post, "movements", () => Movement()),
        new(HttpMethod.Post, "movements/{id}/closing", () => new() { ["closedOn"] = "2022-12-31" }, "movements"),
        new(HttpMethod.Post, "movements/{id}/unit", ToBoard, "movements"),
        new(HttpMethod.Post, "models", () => Model()),
        new(HttpMethod.Post, "models/{id}/implementation", () => new() { ["takenUpOn"] = "2021-08-01" }, "models"),
        new(HttpMethod.Post, "models/{id}/effectiveness", () => new() { ["evaluatedOn"] = "2021-11-01" }, "models"),
        new(HttpMethod.Post, "models/{id}/recognition", () => new() { ["level"] = "PROVINCE", ["recognisedOn"] = "2021-12-01" }, "models"),
        new(
            HttpMethod.Post,
            "models/{id}/discontinuation",
            () => new() { ["reason"] = "MERGED", ["discontinuedOn"] = "2022-06-30" },
            "models"
        ),
        new(HttpMethod.Post, "models/{id}/unit", ToBoard, "models"),
        new(HttpMethod.Post, "decisions", () => Decision()),
        new(HttpMethod.Put, "decisions/{id}/reference", Reference, "decisions"),
        new(HttpMethod.Post, "decisions/{id}/recipients", () => Recipients(Recipient("Lê Văn B")), "decisions"),
        new(HttpMethod.Post, "decisions/{id}/revocation", Revocation, "decisions"),
    ];

    public static TheoryData<string> Names => [.. All.Select(operation => operation.Path)];

    public static TheoryData<string> Steps => [.. All.Where(operation => operation.Of is not null).Select(operation => operation.Path)];

    public static Operation At(string path) => All.Single(operation => operation.Path == path);

    /// <summary>The operation's address, on something that this client has just made.</summary>
    public async Task<string> Address(HttpClient client) =>
        Of is null ? Path : Path.Replace("{id}", (await client.Posted(Of, At(Of).Body())).Text("id"), StringComparison.Ordinal);
}
