using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Somebody at home with a receipt and no account, calling from an address of their own.</summary>
sealed record Citizen(HttpClient Http, string Petition, string Code, string Pin)
{
    const string Desk = "api/v1/receipts";
    static int addresses;

    public string From { get; init; } = NewAddress();

    /// <summary>Nobody else has called from there.</summary>
    public static string NewAddress() => $"198.18.{Interlocked.Increment(ref addresses) / 250}.{addresses % 250}";

    public static async Task<Citizen> With(PetitionsRunning running, JsonObject? paper = null)
    {
        using var clerk = running.Clerk;
        var received = await (await clerk.Post(Book, paper ?? Paper())).Read(HttpStatusCode.Created);
        return new(running.Service.Http, received.Text("id"), received["receipt"]!.Text("code"), received["receipt"]!.Text("pin"));
    }

    public Task<HttpResponseMessage> Ask(string language = "vi") => Send("status", [], language);

    public Task<HttpResponseMessage> Answer(string question, string answer) =>
        Send("answers", new() { ["questionId"] = question, ["answer"] = answer });

    public Task<HttpResponseMessage> Rate(int rating) => Send("satisfaction", new() { ["rating"] = rating });

    public async Task<JsonNode> Status(string language = "vi") => await (await Ask(language)).Read();

    public async Task<HttpResponseMessage> Send(string path, JsonObject more, string language = "vi")
    {
        (more["code"], more["pin"]) = (Code, Pin);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Desk}/{path}") { Content = JsonContent.Create(more) };
        request.Headers.Add("X-Forwarded-For", From);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await Http.SendAsync(request);
    }
}
