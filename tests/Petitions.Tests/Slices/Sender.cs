using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>An application that sends feedback by Open311 to a commune of its own, from addresses that nobody else calls from.</summary>
sealed record Sender(HttpClient Http, Guid Unit, string Jurisdiction, string Client, string Key)
{
    public const string Api = "open311/v2";
    static int codes;

    public string From { get; init; } = Citizen.NewAddress();

    public static async Task<Sender> With(PetitionsRunning running, ServiceProcess? service = null)
    {
        var (http, unit) = ((service ?? running.Service).Http, Guid.CreateVersion7());
        var code = $"9{Interlocked.Increment(ref codes):d4}";
        await running.Record(Commune(unit, code));
        await Eventually.True(
            "the commune to be known",
            async () => (await http.GetAsync($"{Api}/services.json?jurisdiction_id={code}")).IsSuccessStatusCode
        );
        var client = $"client-{Guid.CreateVersion7():n}";
        return new(http, unit, code, client, await Issue(service ?? running.Service, unit, client));
    }

    public static async Task<string> Issue(ServiceProcess service, Guid unit, string client)
    {
        using var asking = service.WithToken(TestTokens.Create(unit, ["petitions.write"], new() { Subject = client }));
        var issued = await asking.Post($"{Book}/intake-keys", new JsonObject { ["name"] = "Ứng dụng", ["unitId"] = null });
        return (await issued.Read(HttpStatusCode.Created)).Text("apiKey");
    }

    public Dictionary<string, string> Form(string description = "Đường liên xã có hố sâu") =>
        new()
        {
            ["api_key"] = Key,
            ["jurisdiction_id"] = Jurisdiction,
            ["service_code"] = "HANH_CHINH",
            ["lat"] = "10.4938",
            ["long"] = "105.6882",
            ["description"] = $"{description} {Guid.CreateVersion7()}",
        };

    public async Task<HttpResponseMessage> Post(Dictionary<string, string> form, string format = "json", string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/requests.{format}")
        {
            Content = new FormUrlEncodedContent(form),
        };
        request.Headers.Add("X-Forwarded-For", From);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Http.SendAsync(request);
    }

    /// <summary>What was sent is entered; its id and notice.</summary>
    public async Task<(string Id, string Notice)> Sent(Dictionary<string, string>? form = null)
    {
        var entered = (await (await Post(form ?? Form())).Read(HttpStatusCode.Created))[0]!;
        return (entered.Text("service_request_id"), entered.Text("service_notice"));
    }

    public Task<HttpResponseMessage> Ask(string path, string query = "") =>
        Http.GetAsync($"{Api}/{path}?jurisdiction_id={Jurisdiction}{query}");

    public async Task<JsonArray> Requests(string query = "") => (await (await Ask("requests.json", query)).Read()).AsArray();

    static JsonObject Commune(Guid id, string code)
    {
        var unit = ReplicaUnits.Commune(id, PetitionsRunning.Province, 1);
        var version = unit["versions"]![0]!;
        (version["codeScheme"], version["code"], version["fullName"]) = ("ADMINISTRATIVE", code, $"Xã Thử {code}");
        return unit;
    }
}
