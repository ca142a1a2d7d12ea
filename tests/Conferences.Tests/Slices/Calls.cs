using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DanVan.Conferences.Tests.Slices;

static class Calls
{
    public const string Book = "api/v1/conferences";
    public const string TaskBook = "api/v1/tasks";
    public const string PlanBook = "api/v1/oversight-plans";
    public const string PersonBook = "api/v1/participants";
    public const string ThemeBook = "api/v1/themes";
    public const string DocumentBook = "api/v1/documents";

    /// <summary>The least that makes a conference.</summary>
    public static JsonObject Planned(Guid? organiser = null) =>
        new()
        {
            ["organiserUnitId"] = organiser ?? ConferencesRunning.Board,
            ["level"] = "PROVINCE",
            ["scope"] = "TINH",
            ["kind"] = "GIAO_BAN",
            ["purposes"] = new JsonArray("GIAO_BAN", "TRIEN_KHAI"),
            ["mode"] = "HYBRID",
            ["title"] = "Hội nghị giao ban công tác dân vận quý I",
            ["date"] = new JsonObject { ["on"] = "2026-03-26", ["precision"] = "DAY" },
        };

    /// <summary>A conference that was held, with one task for the commune and one for a class of units.</summary>
    public static JsonObject Held()
    {
        var conference = Planned();
        conference["state"] = "CLOSED";
        conference["declaredKeyTasks"] = 3;
        conference["conclusions"] = new JsonArray(
            Item(
                "KEY_TASK",
                "Thực hiện Quy chế dân chủ ở cơ sở",
                Task("Lập kế hoạch thực hiện QCDC", ConferencesRunning.Commune, "2026-06-30")
            ),
            Item(
                "INSTRUCTION",
                "Nắm tình hình Nhân dân",
                new JsonObject
                {
                    ["content"] = "Nắm tình hình",
                    ["addresseeClass"] = "Ban Dân vận các cấp",
                    ["continuous"] = true,
                }
            )
        );
        return conference;
    }

    public static JsonObject Item(string kind, string text, params JsonNode[] tasks) =>
        new()
        {
            ["kind"] = kind,
            ["text"] = text,
            ["tasks"] = new JsonArray(tasks),
        };

    public static JsonObject Task(string content, Guid lead, string due) =>
        new()
        {
            ["content"] = content,
            ["leadUnitId"] = lead,
            ["dueOn"] = due,
        };

    public static async Task<HttpResponseMessage> Post(
        this HttpClient client,
        string path,
        JsonNode body,
        string? key = null,
        int? onVersion = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? $"{Guid.CreateVersion7()}");
        if (onVersion is { } version)
            request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await client.SendAsync(request);
    }

    public static async Task<JsonNode> Read(this HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode} instead of {(int)expected}: {text}");
        return JsonNode.Parse(text)!;
    }

    public static async Task<JsonNode> Get(this HttpClient client, string path) => await (await client.GetAsync(path)).Read();

    /// <summary>Enters something and reads it as it was made.</summary>
    public static async Task<JsonNode> Enter(this HttpClient client, JsonObject body, string path = Book) =>
        await (await client.Post(path, body)).Read(HttpStatusCode.Created);

    /// <summary>Takes a step that is expected to succeed.</summary>
    public static async Task<JsonNode> Step(this HttpClient client, string path, JsonObject body) =>
        await (await client.Post(path, body)).Read();

    public static string Text(this JsonNode? node, string member) => node![member]!.GetValue<string>();

    /// <summary>The problem's code, for a refusal with that status.</summary>
    public static async Task<string> Refusal(this HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.Conflict) =>
        (await answer.Read(status)).Text("code");
}
