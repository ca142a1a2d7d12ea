using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Petitions.Tests.Slices.LetterTests;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>A letter names the petitioner in a copy only, by leave, and nowhere else.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class NamedLetterTests(PetitionsRunning running)
{
    const string Name = "Nguyễn Thị Thử";

    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient head = running.Head;

    public static JsonObject For(string purpose) => new() { ["purpose"] = purpose };

    [Fact]
    public async Task The_named_copy_is_a_reading_of_the_identity_and_the_letter_itself_never_names()
    {
        var path = $"{Book}/{await clerk.Accepted("KHIEU_NAI")}";
        await (await clerk.Post($"{path}/letters", Letter("KN.ACCEPTANCE"))).Read(HttpStatusCode.Created);
        var decider = running.Service.As(PetitionsRunning.Province, "petitions.read", "petitions.write", "petitions.decide");

        Assert.DoesNotContain(Name, Said(await clerk.Get($"{path}/letters/1")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await decider.Post($"{path}/letters/1/named-copies", For("THONG_BAO"))).StatusCode);
        var answer = await clerk.Post($"{path}/letters/1/named-copies", For("THONG_BAO"));
        var named = await answer.Read();

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal($"Ông/Bà {Name}", $"{named["addressees"]![0]}");
        Assert.Contains("Số 1 ngõ 2, phường Ba Đình", $"{named["paragraphs"]![0]}", StringComparison.Ordinal);
        var read = (await clerk.Get($"{path}/history")).AsArray()[^1]!;
        Assert.Equal("vn.danvan.petitions.identity-read.v1", read.Text("type"));
        Assert.Equal("THONG_BAO", read["data"]!.Text("purpose"));
        Assert.Equal(0, await running.Count("letters", Name));
        Assert.Equal("not-acceptable", await (await Named(path, "text/html")).Refusal(HttpStatusCode.NotAcceptable));
        Assert.StartsWith(
            "%PDF",
            Encoding.ASCII.GetString(await (await Named(path, "application/pdf")).Content.ReadAsByteArrayAsync()),
            StringComparison.Ordinal
        );
        // Nothing came of what was not acceptable.
        Assert.Equal(
            2,
            (await clerk.Get($"{path}/history"))
                .AsArray()
                .Count(step => step!.Text("type").Contains("identity-read", StringComparison.Ordinal))
        );
    }

    /// <summary>Luật TC Đ29.3, Đ56.</summary>
    [Fact]
    public async Task A_denouncer_is_named_by_leave_only_and_never_to_the_denounced()
    {
        var path = $"{Book}/{await clerk.Accepted("TO_CAO")}";
        await (await clerk.Post($"{path}/letters", Letter("TC.ACCEPTANCE"))).Read(HttpStatusCode.Created);
        await (await clerk.Post($"{path}/letters", Letter("TC.ACCEPTANCE.DENOUNCED", text: "{petitioner} {address}"))).Read(
            HttpStatusCode.Created
        );
        Task<HttpResponseMessage> Named(int n) => clerk.Post($"{path}/letters/{n}/named-copies", For("THONG_BAO"));

        Assert.Equal("petitions.identity-not-granted", await (await Named(1)).Refusal(HttpStatusCode.Forbidden));
        await IdentityGrantTests.Granted(head, path, "THONG_BAO");
        Assert.Contains(Name, Said(await (await Named(1)).Read()), StringComparison.Ordinal);
        Assert.Equal("petitions.letter-names-nobody", await (await Named(2)).Refusal());
        Assert.Contains((await clerk.Get($"{path}/letters/2"))["paragraphs"]!.AsArray(), line => $"{line}" == "{petitioner} {address}");
    }

    [Fact]
    public async Task A_text_that_names_the_petitioner_is_refused_without_repeating_it()
    {
        var path = $"{Book}/{await clerk.Received()}/letters";

        var problem = await (await clerk.Post(path, Letter(text: $"Gửi bà {Name}."))).Read(HttpStatusCode.BadRequest);

        Assert.Equal("petitions.identity-in-text", problem.Text("code"));
        Assert.NotNull(problem["errors"]!["text"]);
        Assert.DoesNotContain(Name, $"{problem["detail"]}", StringComparison.Ordinal);
        Assert.Empty((await clerk.Get(path)).AsArray());
    }

    Task<HttpResponseMessage> Named(string path, string accept) =>
        clerk.Accepting(accept, HttpMethod.Post, $"{path}/letters/1/named-copies", For("THONG_BAO"));

    static string Said(JsonNode letter) => string.Join('\n', letter["addressees"]!.AsArray().Concat(letter["paragraphs"]!.AsArray()));
}
