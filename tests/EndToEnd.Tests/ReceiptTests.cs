using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests;

/// <summary>A petitioner without an account or token, through the gateway.</summary>
[Collection(WholePlatform.Shared)]
public sealed class ReceiptTests(WholePlatform platform)
{
    const string Status = "api/v1/receipts/status";

    [Fact]
    public async Task The_receipt_that_an_intake_hands_out_opens_the_petition_for_whoever_holds_it()
    {
        await platform.ReceivePetition();
        using var received = await platform.Post("api/v1/petitions", platform.Petition("KHIEU_NAI"));
        var petition = (await received.Content.ReadFromJsonAsync<JsonNode>())!;
        var receipt = petition["receipt"]!.AsObject();

        using var answer = await platform.Platform.Gateway.Http.PostAsJsonAsync(Status, receipt);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var status = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((string?)petition["deadline"]!["due"], (string?)status["next"]!["by"]);
        Assert.True(answer.Headers.CacheControl!.NoStore);

        receipt["pin"] = (string?)receipt["pin"] == "000000" ? "000001" : "000000";
        using var wrong = await platform.Platform.Gateway.Http.PostAsJsonAsync(Status, receipt);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }
}
