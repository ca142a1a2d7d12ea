using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The identity behind a denunciation opens by leave: two people, one purpose, some hours.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class IdentityGrantTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient head = running.Head;

    [Fact]
    public async Task A_denouncer_is_shown_only_by_leave_of_another_for_that_purpose()
    {
        var path = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        Task<HttpResponseMessage> Read(string purpose) => clerk.Post($"{path}/identity-readings", new JsonObject { ["purpose"] = purpose });

        Assert.Equal("petitions.identity-not-granted", await (await Read("XAC_MINH")).Refusal(HttpStatusCode.Forbidden));
        Assert.Equal("petitions.grant-to-oneself", await (await clerk.Post($"{path}/identity-grants", Leave("XAC_MINH"))).Refusal());
        var grant = await Granted(path, "XAC_MINH");
        Assert.Equal("petitions.identity-not-granted", await (await Read("LIEN_HE")).Refusal(HttpStatusCode.Forbidden));
        await (await Read("XAC_MINH")).Read();

        Assert.NotNull((await (await head.Post($"{path}/identity-grants/{grant}/revocation", new JsonObject())).Read())["revokedAt"]);
        Assert.Equal("petitions.identity-not-granted", await (await Read("XAC_MINH")).Refusal(HttpStatusCode.Forbidden));
        Assert.Single((await head.Get($"{path}/identity-grants")).AsArray());
        Assert.Equal(
            ["received", "identity-access-granted", "identity-read", "identity-access-revoked"],
            (await clerk.Get($"{path}/history"))
                .AsArray()
                .Select(step => step!.Text("type")[..^3].Replace("petition-", "")["vn.danvan.petitions.".Length..])
        );
    }

    [Fact]
    public async Task Leave_runs_out()
    {
        var path = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        var grant = await Granted(path, "XAC_MINH");
        await running.Service.Database.Execute($"update identity_grants set until = now() where id = '{grant}'");

        Assert.Equal(
            "petitions.identity-not-granted",
            await (await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"))).Refusal(HttpStatusCode.Forbidden)
        );
        var tooLong = await (await head.Post($"{path}/identity-grants", Leave("XAC_MINH", 73))).Read(HttpStatusCode.BadRequest);
        Assert.NotNull(tooLong["errors"]!["hours"]);
    }

    [Fact]
    public async Task Leave_for_a_reader_of_one_issuer_opens_nothing_to_a_namesake_of_another()
    {
        var path = $"{Book}/{await clerk.Received(Paper("TO_CAO"))}";
        var leave = Leave("XAC_MINH");
        leave["readerIssuer"] = "https://another.test";
        var granted = await (await head.Post($"{path}/identity-grants", leave)).Read(HttpStatusCode.Created);
        Assert.Equal(("test-client", "https://another.test"), (granted.Text("reader"), granted.Text("readerIssuer")));

        Assert.Equal(
            "petitions.identity-not-granted",
            await (await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"))).Refusal(HttpStatusCode.Forbidden)
        );
        await Granted(path, "XAC_MINH");
        await (await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"))).Read();
        Assert.Equal(
            ["https://another.test", "https://issuer.test"],
            (await head.Get($"{path}/identity-grants")).AsArray().Select(one => one.Text("readerIssuer"))
        );
    }

    Task<string> Granted(string path, string purpose) => Granted(head, path, purpose);

    internal static async Task<string> Granted(HttpClient head, string path, string purpose) =>
        (await (await head.Post($"{path}/identity-grants", Leave(purpose))).Read(HttpStatusCode.Created)).Text("id");

    static JsonObject Leave(string purpose, int hours = 24) =>
        new()
        {
            ["reader"] = "test-client",
            ["purpose"] = purpose,
            ["hours"] = hours,
        };
}
