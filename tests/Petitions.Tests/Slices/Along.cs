using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Petitions with attachments that are forwarded from the board to the committee, or split.</summary>
sealed class Along(PetitionsRunning running)
{
    public HttpClient Board { get; } = Of(running, PetitionsRunning.Board);
    public HttpClient Committee { get; } = Of(running, PetitionsRunning.Committee);

    public static HttpClient Of(PetitionsRunning running, Guid unit) =>
        running.Service.As(unit, "petitions.read", "petitions.write", "petitions.decide", "petitions.identity");

    /// <summary>A petition that the board may forward, with a file.</summary>
    public async Task<string> WithAttachment(byte[] file, string kind = "KHIEU_NAI")
    {
        var path = $"{Book}/{await Board.Received(Paper(kind, PetitionsRunning.Board).With("channel", "NOP_TRUC_TIEP"))}";
        await Board.Attached(path, file);
        return path;
    }

    public Task<string> Forwarded(string path) => SentOn(path, Board, Committee, PetitionsRunning.Committee);

    public static async Task<string> SentOn(string path, HttpClient from, HttpClient to, Guid unit)
    {
        await Send(from, path, unit);
        return await Enter(to, path);
    }

    public static Task<JsonNode> Send(HttpClient from, string path, Guid unit) =>
        from.Take(
            path,
            "forwarding",
            new JsonObject
            {
                ["toUnitId"] = unit,
                ["forwardedOn"] = "2026-08-10",
                ["letterNumber"] = "12/CV",
            }
        );

    public static async Task<string> Enter(HttpClient to, string path)
    {
        var answer = await to.Post($"{path}/entry", new JsonObject { ["receivedOn"] = "2026-08-10" });
        return $"{Book}/{(await answer.Read(HttpStatusCode.Created)).Text("id")}";
    }

    public async Task<string[]> Split(string paper, params string[]?[] attachments)
    {
        var answer = await (await running.Clerk.Post($"{paper}/parts", Parts(attachments))).Read();
        return [.. answer["parts"]!.AsArray().Select(part => $"{Book}/{part.Text("id")}")];
    }

    /// <summary>A content for each, with the attachments that it names.</summary>
    public static JsonObject Parts(params string[]?[] attachments)
    {
        var body = CaseTests.Parts("Thu tiền đo đạc sai quy định");
        var content = body["parts"]![0]!.AsObject().With("kind", "KHIEU_NAI");
        body["parts"] = new JsonArray([
            .. attachments.Select(ids =>
            {
                var part = content.DeepClone();
                part["attachmentIds"] = ids is null ? null : new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
                return part;
            }),
        ]);
        return body;
    }

    public static Task<JsonNode> NotAccepted(HttpClient client, string path) =>
        client.Take(path, "non-acceptance", Steps.Body("non-acceptance").With("decidedOn", "2026-08-12"));

    public static Task<JsonNode> Erase(HttpClient client, string path) =>
        client.Take(path, "identity-erasure", Steps.Decided("2026-08-14"));
}
