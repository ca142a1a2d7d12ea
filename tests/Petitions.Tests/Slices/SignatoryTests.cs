using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Those who sign together are named in the vault and nowhere else, and told apart by their ids.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class SignatoryTests(PetitionsRunning running)
{
    static readonly string[] Canaries = ["Zùng Thị Kí Tên Chung", "Xóm Kí Tên 55, thôn Chim Ri"];

    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Names_of_signatories_are_in_no_table_but_the_vault_and_in_no_log()
    {
        var path = await Of(6, "TO_CAO");
        var names = Names(Canaries[0], "Trần Văn Hai");
        names["signatories"]![0]!["address"] = Canaries[1];
        var key = $"{Guid.CreateVersion7()}";
        await (await clerk.Post($"{path}/signatories", names, key)).Read();
        await (await clerk.Post($"{path}/signatories", names.DeepClone(), key)).Read();
        Assert.Equal(2, (await clerk.Get($"{path}/signatories")).AsArray().Count);
        await clerk.Post($"{path}/signatories", With(names, "phone", Canaries[0]));
        await clerk.Post($"{path}/signatories", With(names, Canaries[0], Canaries[1]));
        await IdentityGrantTests.Granted(running.Head, path, "XAC_MINH");
        await Read(path);
        await Eventually.True("the journal to hold all events", async () => await running.Count("chassis.outbox") == 0);

        var tables = await running.Tables();
        Assert.Contains("public.sealed_signatories", tables);
        foreach (var table in tables)
        foreach (var canary in Canaries)
            Assert.True(await running.Count(table, canary) == 0, $"{table} holds a canary.");
        var log = await File.ReadAllTextAsync(running.Service.LogFile);
        Assert.DoesNotContain(Canaries, canary => log.Contains(canary, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task They_are_read_as_the_petitioner_is_by_leave_and_every_look_is_in_the_journal()
    {
        var path = await Of(6, "TO_CAO");
        var named = await clerk.Take(path, "signatories", Names("Trần Văn Một", "Trần Văn Hai"));
        Assert.DoesNotContain("Trần", System.Text.RegularExpressions.Regex.Unescape(named.ToJsonString()), StringComparison.Ordinal);

        Assert.Equal(
            "petitions.identity-not-granted",
            await (await clerk.Post($"{path}/signatories/readings", Steps.Body("signatories/readings"))).Refusal(HttpStatusCode.Forbidden)
        );
        await IdentityGrantTests.Granted(running.Head, path, "XAC_MINH");
        var answer = await clerk.Post($"{path}/signatories/readings", Steps.Body("signatories/readings"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var read = await answer.Read();

        var people = read["items"]!.AsArray().ToDictionary(one => one.Text("id"), one => one!["person"].Text("fullName"));
        Assert.Equal(["Trần Văn Một", "Trần Văn Hai"], Ids(named).Select(id => people[id]));
        Assert.Null(read["next"]);
        Assert.Equal("identity-read", (await clerk.Get($"{path}/history")).AsArray()[^1].Text("type").Split('.')[3]);
    }

    [Fact]
    public async Task No_more_are_named_than_signed()
    {
        var path = await Of(2);
        Assert.Equal(
            "petitions.more-named-than-signed",
            await (await clerk.Post($"{path}/signatories", Names("A B", "C D", "E F"))).Refusal()
        );
        await clerk.Take(path, "signatories", Names("A B", "C D"));
        Assert.Equal("petitions.more-named-than-signed", await (await clerk.Post($"{path}/signatories", Names("E F"))).Refusal());
        var told = (await clerk.Get($"{path}/history")).AsArray()[^1]!["data"]!;
        Assert.Equal((2, 2, 2), (Number(told, "count"), Number(told, "recorded"), Number(told, "signatories")));
    }

    [Fact]
    public async Task Representatives_are_among_those_who_are_named_TCD_Đ29()
    {
        var path = await Of(6);
        var ids = Ids(await clerk.Take(path, "signatories", Names("A B", "C D", "E F")));

        Assert.Equal("petitions.representatives-not-named", await (await clerk.Post($"{path}/representatives", Appointing(2))).Refusal());
        Assert.Equal(
            "petitions.representatives-not-named",
            await (await clerk.Post($"{path}/representatives", Appointing(2, ids[0]))).Refusal()
        );
        Assert.Equal(
            "petitions.unknown-signatory",
            await (await clerk.Post($"{path}/representatives", Appointing(2, ids[0], $"{Guid.CreateVersion7()}"))).Refusal(
                HttpStatusCode.BadRequest
            )
        );
        await clerk.Take(path, "representatives", Appointing(2, ids[0], ids[2]));

        var listed = (await clerk.Get($"{path}/signatories")).AsArray();
        Assert.Equal(
            [ids[0], ids[2]],
            listed
                .Where(one => one!["representative"]!.GetValue<bool>())
                .Select(one => one.Text("id"))
                .OrderBy(id => Array.IndexOf(ids, id))
        );
    }

    [Fact]
    public async Task Who_withdraws_is_named_and_the_others_go_on_155_2026_7a()
    {
        var path = await Of(3);
        var ids = Ids(await clerk.Take(path, "signatories", Names("A B", "C D", "E F")));

        Assert.Equal("petitions.withdrawn-not-named", await (await clerk.Post($"{path}/signatories/withdrawals", Leaving(1))).Refusal());
        Assert.Equal(
            "petitions.withdrawn-not-named",
            await (await clerk.Post($"{path}/signatories/withdrawals", Leaving(1, ids[0], ids[1]))).Refusal()
        );
        var left = await clerk.Take(path, "signatories/withdrawals", Leaving(1, ids[1]));

        Assert.Equal(("RECEIVED", 2), (left.Text("state"), Number(left["intake"]!, "signatories")));
        var gone = Assert.Single((await clerk.Get($"{path}/signatories")).AsArray(), one => one!["withdrawnOn"] is not null);
        Assert.Equal((ids[1], "2026-08-06"), (gone.Text("id"), gone.Text("withdrawnOn")));
        Assert.Equal(
            "petitions.unknown-signatory",
            await (await clerk.Post($"{path}/signatories/withdrawals", Leaving(1, ids[1]))).Refusal(HttpStatusCode.BadRequest)
        );
    }

    [Fact]
    public async Task A_duplicate_is_found_by_any_of_those_who_signed()
    {
        var (first, name) = (await Of(6), $"Lò Thị Trùng {Guid.CreateVersion7():n}");
        await clerk.Take(first, "signatories", Names("A B", name));
        var paper = Paper();
        (paper["petitioner"]!["fullName"], paper["summary"]) = (name, "Nước sinh hoạt nhiễm bẩn");

        var found = (await clerk.Get($"{Book}/{await clerk.Received(paper)}/duplicates")).AsArray();

        Assert.Contains(found, one => one.Text("petitionId") == first.Split('/')[^1]);
    }

    [Fact]
    public async Task An_erasure_takes_them_along_and_what_is_sent_on_or_split_keeps_them()
    {
        var path = await Of(6);
        await clerk.Take(path, "signatories", Names("A B", "C D"));
        var parts = await clerk.Take(path, "parts", CaseTests.Parts("Thu tiền sai quy định"));
        var part = $"{Book}/{parts["parts"]![0].Text("id")}";
        Assert.Equal(2, (await clerk.Get($"{part}/signatories")).AsArray().Count);

        await clerk.Take(path, "guidance", Steps.Body("guidance"));
        await clerk.Take(path, "identity-erasure", Steps.Decided("2026-08-07"));

        Assert.All((await clerk.Get($"{path}/signatories")).AsArray(), one => Assert.Equal("2026-08-07", one.Text("erasedOn")));
        Assert.Empty((await Read(path))["items"]!.AsArray());
        Assert.Equal(
            0L,
            await running.Service.Database.Scalar<long>(
                $"select (select count(*) from sealed_signatories where petition_id = '{path.Split('/')[^1]}' and octet_length(wrapped_key || full_name || address) > 0) + (select count(*) from petitioner_keys where petition_id = '{path.Split('/')[^1]}')"
            )
        );
        await IdentityGrantTests.Granted(running.Head, part, "XAC_MINH");
        Assert.Equal(2, (await Read(part))["items"]!.AsArray().Count);
    }

    public static JsonObject Names(params string[] names) =>
        new()
        {
            ["signatories"] = new JsonArray([
                .. names.Select(name => new JsonObject
                {
                    ["type"] = "INDIVIDUAL",
                    ["fullName"] = name,
                    ["address"] = "Số 1 ngõ 2, phường Ba Đình",
                }),
            ]),
        };

    async Task<string> Of(int signatories, string kind = "KHIEU_NAI")
    {
        var paper = Paper(kind);
        paper["signatories"] = signatories;
        return $"{Book}/{await clerk.Received(paper)}";
    }

    async Task<JsonNode> Read(string path) =>
        await (await clerk.Post($"{path}/signatories/readings", Steps.Body("signatories/readings"))).Read();

    static JsonNode With(JsonObject names, string member, string value)
    {
        var changed = names.DeepClone();
        changed["signatories"]![0]![member] = value;
        return changed;
    }

    static string[] Ids(JsonNode named) => [.. named["signatoryIds"]!.AsArray().Select(id => id!.GetValue<string>())];

    static int Number(JsonNode node, string member) => node[member]!.GetValue<int>();

    static JsonObject Appointing(int representatives, params string[] ids)
    {
        var appointment = GroupTests.Appointment(representatives, 6);
        if (ids.Length > 0)
            appointment["representativeIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
        return appointment;
    }

    static JsonObject Leaving(int count, params string[] ids)
    {
        var withdrawal = GroupTests.Withdrawal(count);
        if (ids.Length > 0)
            withdrawal["signatoryIds"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
        return withdrawal;
    }
}
