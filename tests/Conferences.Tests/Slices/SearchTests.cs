using System.Text.Json.Nodes;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>Case, tones, both placements of a tone and đ do not matter, abbreviations are written out, and what is stored keeps its spelling.</summary>
[Collection(nameof(Slices))]
public sealed class SearchTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Theory]
    [InlineData("Thành uỷ Hòa Bình", "thành ủy hoà bình")]
    [InlineData("Quy chế dân chủ ở cơ sở", "QCDC")]
    [InlineData("Công tác DV của Đảng", "cong tac dan van cua dang")]
    [InlineData("điểm cầu Đồng Tháp", "DONG THAP")]
    [InlineData("điểm cầu Đồng Tháp", "\"đồng tháp\"")]
    public async Task A_conference_is_found_however_it_is_written(string written, string searched)
    {
        var conference = Planned();
        conference["title"] = written;
        var id = (await clerk.Enter(conference)).Text("id");

        var found = await Found(searched);

        Assert.Contains(found, line => line.Text("id") == id && line.Text("title") == written);
    }

    [Theory]
    [InlineData("\"tháp đồng\"")]
    [InlineData("đồng -tháp")]
    public async Task Phrases_keep_their_order_and_a_minus_excludes(string searched)
    {
        var conference = Planned();
        conference["title"] = "Hội nghị tại Đồng Tháp";
        var id = (await clerk.Enter(conference)).Text("id");

        Assert.DoesNotContain(await Found(searched), line => line.Text("id") == id);
    }

    [Fact]
    public async Task People_conclusions_and_results_are_words_of_the_conference()
    {
        var name = "Lò Thị Thử Nghiệm";
        var person = await running.Person(ConferencesRunning.Neighbour, name);
        var conference = Held();
        conference["participants"] = new JsonArray(new JsonObject { ["personId"] = person, ["roles"] = new JsonArray("CHAIR") });
        conference["results"] = new JsonArray(new JsonObject { ["text"] = "Lực lượng vũ trang bám địa bàn" });
        var id = (await clerk.Enter(conference)).Text("id");

        foreach (var words in new[] { "lo thi thu nghiem", "luc luong vu trang", "nam tinh hinh nhan dan" })
            Assert.Contains(await Found(words), line => line.Text("id") == id);
        Assert.Contains((await clerk.Get($"{PersonBook}?q=thu nghiem"))["items"]!.AsArray(), line => line.Text("name") == name);
    }

    [Theory]
    [InlineData("' or 1=1 --")]
    [InlineData("& | ! ( ) : *")]
    [InlineData("\"")]
    public async Task Whatever_is_searched_is_only_words(string searched) => Assert.NotNull(await Found(searched));

    async Task<JsonArray> Found(string words) =>
        (await clerk.Get($"{Book}?limit=1000&q={Uri.EscapeDataString(words)}"))["items"]!.AsArray();
}
