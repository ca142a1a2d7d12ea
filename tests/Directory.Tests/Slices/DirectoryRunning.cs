using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Directory.Tests.Slices;

/// <summary>The directory as a running process, and short ways to ask it.</summary>
public sealed class DirectoryRunning() : PlatformFixture("directory")
{
    static readonly string[] everything =
    [
        "directory.read",
        "directory.write",
        "directory.admin",
        "people.read",
        "people.write",
        "petitions.read",
    ];

    public ServiceProcess Service => Platform["directory"];

    /// <summary>A client of the root unit that may do everything here.</summary>
    public HttpClient Root => As(RootUnit.Id);

    public HttpClient As(Guid unit, params string[] scopes) => Service.As(unit, scopes.Length > 0 ? scopes : everything);

    /// <summary>A province with a code of its own, since 2004.</summary>
    public Task<JsonElement> Province(string code, string name = "Thử", string? to = null) =>
        Create("PROVINCE", RootUnit.Id, name, code, to: to);

    public async Task<JsonElement> Create(
        string kind,
        Guid parent,
        string name,
        string? code = null,
        string from = "2004-01-01",
        string? to = null
    )
    {
        using var answer = await Root.PostAsJsonAsync("/api/v1/units", Unit(kind, parent, name, code, from, to));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public static object Unit(string kind, Guid parent, string name, string? code = null, string from = "2004-01-01", string? to = null) =>
        new
        {
            name,
            fullName = $"Đơn vị {name}",
            kind,
            parentId = parent,
            code,
            from,
            to,
            legalBasis = "NQ 1/TEST",
        };
}

/// <summary>Each collection has a directory of its own, so that the codes of their provinces do not meet.</summary>
[CollectionDefinition("directory")]
public class DirectoryCollection : ICollectionFixture<DirectoryRunning>;

[CollectionDefinition("directory of staff")]
public class DirectoryOfStaff : ICollectionFixture<DirectoryRunning>;

[CollectionDefinition("directory of clients")]
public class DirectoryOfClients : ICollectionFixture<DirectoryRunning>;

static class Answers
{
    public static Guid Id(this JsonElement unit) => unit.GetProperty("id").GetGuid();

    public static string? Text(this JsonElement unit, string member) =>
        unit.TryGetProperty(member, out var value) ? value.GetString() : null;

    public static int Number(this JsonElement of, string member) => of.TryGetProperty(member, out var value) ? value.GetInt32() : 0;

    /// <summary>Posts and answers the status with the body.</summary>
    public static async Task<(int Status, JsonElement Body)> Ask(
        this HttpClient client,
        HttpMethod method,
        string address,
        object? body = null
    )
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    public static Task<(int Status, JsonElement Body)> Get(this HttpClient client, string address) => client.Ask(HttpMethod.Get, address);

    public static Task<(int Status, JsonElement Body)> Post(this HttpClient client, string address, object body) =>
        client.Ask(HttpMethod.Post, address, body);
}
