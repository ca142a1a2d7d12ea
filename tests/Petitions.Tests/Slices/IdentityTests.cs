using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What tells who petitions is in the vault, as ciphertext, and nowhere else.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class IdentityTests(PetitionsRunning running)
{
    static readonly Dictionary<string, string> Canaries = new()
    {
        ["fullName"] = "Zùng Thị Chim Hoàng Yến",
        ["address"] = "Ngõ Hoàng Yến 77, thôn Chim Sẻ",
        ["phone"] = "0987 600 321",
        ["identityNumber"] = "079900123789",
    };

    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task The_identity_is_in_no_table_but_the_vault_and_in_no_log()
    {
        var path = $"{Book}/{await clerk.Received(Paper(Canaries))}";
        await clerk.Post(Book, With(Paper(Canaries), "phone", $"{Canaries["phone"]} {Canaries["fullName"]}"));
        await clerk.Post(Book, With(Paper(Canaries), Canaries["fullName"], Canaries["address"]));
        await IdentityGrantTests.Granted(running.Head, path, "XAC_MINH");
        await (await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"))).Read();
        await (await clerk.Post($"{path}/acceptance", ChainTests.Acceptance())).Read();
        await Eventually.True("the journal to hold all events", async () => await running.Count("chassis.outbox") == 0);

        var tables = await running.Tables();
        Assert.Contains("public.sealed_identities", tables);
        Assert.Contains("chassis.journal", tables);
        Assert.True(await running.Count("public.petitions", "THU HỒI ĐẤT") > 0, "The search finds what is there.");
        foreach (var table in tables)
        foreach (var canary in Canaries.Values)
            Assert.True(await running.Count(table, canary) == 0, $"{table} holds a canary.");
        var log = await File.ReadAllTextAsync(running.Service.LogFile);
        Assert.DoesNotContain(Canaries.Values, canary => log.Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_reading_shows_the_identity_and_the_journal_keeps_who_and_what_for()
    {
        var path = $"{Book}/{await clerk.Received(Paper(Canaries))}";

        await IdentityGrantTests.Granted(running.Head, path, "BAO_VE");

        var answer = await clerk.Post($"{path}/identity-readings", new JsonObject { ["purpose"] = "BAO_VE" });
        var identity = await answer.Read();

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.All(Canaries, canary => Assert.Equal(canary.Value, identity.Text(canary.Key)));
        var read = (await clerk.Get($"{path}/history")).AsArray()[2]!;
        Assert.Equal("vn.danvan.petitions.identity-read.v1", read.Text("type"));
        Assert.Equal(("test-client", "BAO_VE"), (read["data"]!.Text("readBy"), read["data"]!.Text("purpose")));
    }

    [Fact]
    public async Task A_repeated_reading_is_a_reading_of_its_own()
    {
        var path = $"{Book}/{await clerk.Received(Calls.Paper())}";
        await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"), "same-key");
        await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"), "same-key");

        Assert.Equal(3, (await clerk.Get($"{path}/history")).AsArray().Count);
    }

    [Fact]
    public async Task Reading_takes_a_scope_of_its_own()
    {
        var decider = running.Service.As(PetitionsRunning.Province, "petitions.read", "petitions.write", "petitions.decide");
        var id = await clerk.Received(Paper(Canaries));

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await decider.Post($"{Book}/{id}/identity-readings", Steps.Body("identity-readings"))).StatusCode
        );
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("forwardedBy")]
    [InlineData("forwardingLetter")]
    public async Task A_text_that_names_the_petitioner_is_refused_without_repeating_it(string member)
    {
        var paper = Paper(Canaries);
        paper[member] = $"Bà {Canaries["fullName"]} phản ánh về đường liên xã";

        var problem = await (await clerk.Post(Book, paper)).Read(HttpStatusCode.BadRequest);

        Assert.Equal("petitions.identity-in-text", problem.Text("code"));
        Assert.DoesNotContain("Yến", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sealed_for_a_petition_without_a_name()
    {
        var paper = Calls.Paper("TO_CAO");
        paper.Remove("petitioner");
        var path = $"{Book}/{await clerk.Received(paper)}";

        Assert.Equal(
            "petitions.no-identity",
            await (await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"))).Refusal(HttpStatusCode.NotFound)
        );
        Assert.Equal("petitions.anonymous-denunciation", await (await clerk.Post($"{path}/acceptance", ChainTests.Acceptance())).Refusal());
    }

    static JsonObject Paper(Dictionary<string, string> identity)
    {
        var paper = Calls.Paper("TO_CAO");
        foreach (var (member, value) in identity)
            paper["petitioner"]![member] = value;
        return paper;
    }

    static JsonObject With(JsonObject paper, string member, string value)
    {
        paper["petitioner"]![member] = value;
        return paper;
    }
}
