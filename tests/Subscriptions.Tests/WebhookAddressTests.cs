using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Subscriptions.Tests;

public sealed class WebhookAddressTests(RunningSubscriptions running)
{
    [Theory]
    [InlineData("http://example.org/hook")]
    [InlineData("https://example.org:8443/hook")]
    [InlineData("https://user:secret@example.org/hook")]
    [InlineData("https://10.1.2.3/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::ffff:127.0.0.1]/hook")]
    [InlineData("https://167838211/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("ftp://example.org/hook")]
    [InlineData("hook")]
    public async Task An_address_inside_or_not_https_is_refused(string url)
    {
        using var answer = await running.Root.PostAsJsonAsync("api/v1/subscriptions", new { url });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("subscriptions.url-refused", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_never_connected_to()
    {
        // The name is public by its looks; what it resolves to here is not.
        await using var service = await ServiceProcess.Start(
            "subscriptions",
            new Dictionary<string, string> { ["Webhooks__AllowedHosts"] = "" }
        );
        var host = Dns.GetHostName();
        Assert.SkipUnless(
            Dns.GetHostAddresses(host).Any(x => !Webhooks.PublicAddress.Is(x)),
            "This machine's own name is a public address."
        );
        var unit = Guid.CreateVersion7();
        var manager = service.As(unit, "events.read", "subscriptions.manage");
        using var answer = await manager.PostAsJsonAsync("api/v1/subscriptions", new { url = $"https://{host}/hook" });
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("subscription").GetProperty("id").GetGuid();
        await using var writer = await EventWriter.Open(service.Broker);
        await writer.Write(unit);
        await Eventually.True(
            "the refusal in the log",
            async () =>
                (await manager.GetFromJsonAsync<JsonElement>($"api/v1/subscriptions/{id}/deliveries"))
                    .GetProperty("items")
                    .EnumerateArray()
                    .Any(x => x.GetProperty("error").GetString() == "REFUSED_ADDRESS")
        );
    }
}
