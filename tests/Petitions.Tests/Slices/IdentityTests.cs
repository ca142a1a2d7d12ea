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

    static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient head = running.Head;

    [Fact]
    public async Task The_identity_is_in_no_table_but_the_vault_and_in_no_log()
    {
        var path = $"{Book}/{await clerk.Received(Paper(Canaries))}";
        await clerk.Post(Book, With(Paper(Canaries), "phone", $"{Canaries["phone"]} {Canaries["fullName"]}"));
        await clerk.Post(Book, With(Paper(Canaries), Canaries["fullName"], Canaries["address"]));
        await Granted(path, "XAC_MINH");
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

        await Granted(path, "BAO_VE");

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

    [Fact]
    public async Task A_denouncer_is_shown_only_by_leave_of_another_for_that_purpose()
    {
        var path = $"{Book}/{await clerk.Received(Paper(Canaries))}";
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
        var path = $"{Book}/{await clerk.Received(Paper(Canaries))}";
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
    public async Task An_identity_is_erased_once_nothing_is_open_and_the_petition_stays()
    {
        var id = await clerk.Received(Paper(Canaries));
        var path = $"{Book}/{id}";
        Assert.Equal(
            "petitions.identity-needed",
            await (await clerk.Post($"{path}/identity-erasure", Steps.Decided("2026-08-06"))).Refusal()
        );
        await Granted(path, "XAC_MINH");
        await (await clerk.Post($"{path}/guidance", Steps.Body("guidance"))).Read();

        await (await clerk.Post($"{path}/identity-erasure", Steps.Decided("2026-08-07"))).Read();

        Assert.Equal(
            "petitions.identity-erased",
            await (await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"))).Refusal(HttpStatusCode.Gone)
        );
        Assert.Equal(
            "petitions.identity-erased",
            await (await clerk.Post($"{path}/identity-erasure", Steps.Decided("2026-08-07"))).Refusal(HttpStatusCode.Gone)
        );
        Assert.Equal(
            1,
            await running.Service.Database.Scalar<long>(
                $"select count(*) from sealed_identities where petition_id = '{id}' and octet_length(wrapped_key || full_name || address) = 0 and phone is null and identity_number is null"
            )
        );
        Assert.Equal("GUIDED", (await clerk.Get(path)).Text("state"));
    }

    [Fact]
    public async Task After_the_vaults_key_was_replaced_every_identity_is_wrapped_by_the_new_one()
    {
        await using var service = await ServiceProcess.Start("petitions", new Dictionary<string, string> { ["Vault__Key"] = Key(1) });
        await service.Database.Record(ReplicaUnits.Unit(PetitionsRunning.Country, null, "CENTRAL", "CENTRAL", "Trung ương"));
        var centre = service.As(PetitionsRunning.Country, "petitions.read", "petitions.write", "petitions.decide", "petitions.identity");
        var paper = Calls.Paper("KHIEU_NAI", PetitionsRunning.Country);
        HttpResponseMessage? received = null;
        await Eventually.True(
            "the unit to be known",
            async () => (received = await centre.Post(Book, paper.DeepClone())).StatusCode == HttpStatusCode.Created
        );
        var id = (await received!.Read(HttpStatusCode.Created)).Text("id");
        var question = new JsonObject { ["question"] = "Đề nghị bổ sung giấy chứng nhận." };
        await (await centre.Post($"{Book}/{id}/questions", question)).Read(HttpStatusCode.Created);
        Assert.Equal(2, await Wrapped());

        await service.Restart(
            new Dictionary<string, string>
            {
                ["Vault__Key"] = Key(2),
                ["Vault__OldKeys__0"] = Key(1),
                ["Vault__RewrapEvery"] = "00:00:00.2",
            }
        );
        await Eventually.True("both keys to be wrapped anew", async () => await Wrapped() == 0);

        await service.Restart(new Dictionary<string, string> { ["Vault__Key"] = Key(2) });
        var identity = await (await centre.Post($"{Book}/{id}/identity-readings", Steps.Body("identity-readings"))).Read();
        Assert.Equal("Nguyễn Thị Thử", identity.Text("fullName"));
        Assert.Contains(
            "bổ sung giấy chứng nhận",
            (await centre.Get($"{Book}/{id}/questions")).ToJsonString(Plain),
            StringComparison.Ordinal
        );

        // Those that the old key wraps still.
        Task<long> Wrapped() =>
            service.Database.Scalar<long>(
                """
                select count(*) from (select key_id from sealed_identities union all select key_id from questions) keys
                where key_id = left(encode(sha256(decode(repeat('01', 32), 'hex')), 'hex'), 16)
                """
            );
        static string Key(byte of) => Convert.ToBase64String(Enumerable.Repeat(of, 32).ToArray());
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
