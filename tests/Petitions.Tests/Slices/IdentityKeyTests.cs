using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The keys of the vault: replaced, every identity stays readable; destroyed, none is.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class IdentityKeyTests(PetitionsRunning running)
{
    static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task An_identity_is_erased_once_nothing_is_open_and_the_petition_stays()
    {
        var id = await clerk.Received(Paper("TO_CAO"));
        var path = $"{Book}/{id}";
        Assert.Equal(
            "petitions.identity-needed",
            await (await clerk.Post($"{path}/identity-erasure", Steps.Decided("2026-08-06"))).Refusal()
        );
        await IdentityGrantTests.Granted(running.Head, path, "XAC_MINH");
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
    public async Task What_is_opened_again_after_an_erasure_goes_on_without_a_name()
    {
        var path = $"{Book}/{await clerk.Received()}";
        await (await clerk.Post($"{path}/non-acceptance", Steps.Body("non-acceptance"))).Read();
        await (await clerk.Post($"{path}/identity-erasure", Steps.Decided("2026-08-07"))).Read();
        await (await clerk.Post($"{path}/reopening", Steps.Reopening("MISTAKE"))).Read();
        var parts = CaseTests.Parts("Thu tiền đo đạc sai quy định");
        parts["splitOn"] = "2026-09-22";

        var part = (await (await clerk.Post($"{path}/parts", parts)).Read())["parts"]![0]!.Text("id");

        Assert.Equal(
            "petitions.no-identity",
            await (await clerk.Post($"{Book}/{part}/identity-readings", Steps.Body("identity-readings"))).Refusal(HttpStatusCode.NotFound)
        );
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
        await centre.Take($"{Book}/{id}", "signatories", SignatoryTests.Names("Trần Văn Một"));
        var question = new JsonObject { ["question"] = "Đề nghị bổ sung giấy chứng nhận." };
        await (await centre.Post($"{Book}/{id}/questions", question)).Read(HttpStatusCode.Created);
        Assert.Equal(3, await Wrapped());

        await service.Restart(
            new Dictionary<string, string>
            {
                ["Vault__Key"] = Key(2),
                ["Vault__OldKeys__0"] = Key(1),
                ["Vault__RewrapEvery"] = "00:00:00.2",
            }
        );
        await Eventually.True("all keys to be wrapped anew", async () => await Wrapped() == 0);

        await service.Restart(new Dictionary<string, string> { ["Vault__Key"] = Key(2) });
        var identity = await (await centre.Post($"{Book}/{id}/identity-readings", Steps.Body("identity-readings"))).Read();
        Assert.Equal("Nguyễn Thị Thử", identity.Text("fullName"));
        var signatories = await (await centre.Post($"{Book}/{id}/signatories/readings", Steps.Body("signatories/readings"))).Read();
        Assert.Equal("Trần Văn Một", signatories["items"]![0]!["person"].Text("fullName"));
        Assert.Contains(
            "bổ sung giấy chứng nhận",
            (await centre.Get($"{Book}/{id}/questions")).ToJsonString(Plain),
            StringComparison.Ordinal
        );

        // Those that the old key wraps still.
        Task<long> Wrapped() =>
            service.Database.Scalar<long>(
                """
                select count(*) from (
                    select key_id from sealed_identities union all select key_id from sealed_signatories union all select key_id from questions
                ) keys
                where key_id = left(encode(sha256(decode(repeat('01', 32), 'hex')), 'hex'), 16)
                """
            );
        static string Key(byte of) => Convert.ToBase64String(Enumerable.Repeat(of, 32).ToArray());
    }
}
