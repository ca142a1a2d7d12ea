using System.CommandLine;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan keys</c>: the keys that access tokens are signed with; shows them, lets the next one take its turn, withdraws one after a leak.</summary>
static class Keys
{
    const string Address = "api/v1/directory/signing-keys";

    public static Command Verb()
    {
        var lead = new Option<int?>("--lead") { Description = "Minutes for which the new key is published before it signs" };
        var rotate = new Command("rotate", "Publish the next signing key; it begins to sign when everybody had time to read it") { lead };
        rotate.SetAction((call, ct) => Post(Address, new { leadMinutes = call.GetValue(lead) }, ct));

        var key = new Argument<string>("key") { Description = "The kid, as danvan keys shows it" };
        var reason = new Option<string>("--reason") { Description = "Why", Required = true };
        var withdraw = new Command("withdraw", "Withdraw a signing key that may be known to others, at once") { key, reason };
        withdraw.SetAction(
            (call, ct) =>
                Post($"{Address}/{Uri.EscapeDataString(call.GetValue(key)!)}/withdrawal", new { reason = call.GetValue(reason) }, ct)
        );

        var verb = new Command("keys", "The keys that access tokens are signed with") { rotate, withdraw };
        verb.SetAction((_, ct) => List(ct));
        return verb;
    }

    static async Task List(CancellationToken ct)
    {
        using var gateway = AccessTokens.Client(LocalPlatform.Here());
        foreach (var key in (await gateway.GetFromJsonAsync<JsonElement>(Address, ct)).EnumerateArray())
            Show(key);
    }

    static async Task Post(string address, object body, CancellationToken ct)
    {
        using var gateway = AccessTokens.Client(LocalPlatform.Here());
        gateway.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var answer = await gateway.PostAsJsonAsync(address, body, ct);
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        if (!answer.IsSuccessStatusCode)
            throw new Failure(
                $"The keys stay as they are: {(said.TryGetProperty("detail", out var detail) ? detail.GetString() : (int)answer.StatusCode)}",
                "See them with ./danvan keys."
            );
        Show(said);
    }

    static void Show(JsonElement key)
    {
        string Told(string member) =>
            key.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "–";
        Console.WriteLine(
            $"{Told("keyId"), -18} {Told("state"), -10} published {Told("published")}, signs {Told("signsFrom")} to {Told("signsUntil")}"
                + (Told("withdrawn") is "–" ? "" : $", withdrawn {Told("withdrawn")}: {Told("withdrawnReason")}")
        );
    }
}
