using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Duplicates are suggested with their reasons and without a name.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class DuplicateTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task The_same_person_and_a_similar_content_are_suggested_the_likeliest_first()
    {
        var id = await clerk.Received(Of("Trần Văn Đối Chiếu", "0912 000 111", "Cống thoát nước thôn Hạ bị lấp gây ngập nhà dân"));
        var both = await clerk.Received(Of("TRAN VAN DOI CHIEU", "+84912000111", "Cống thoát nước ở thôn Hạ bị lấp, gây ngập nhà dân"));
        var person = await clerk.Received(Of("Trần Văn Đối Chiếu", "0912000111", "Xin giấy xác nhận"));
        var content = await clerk.Received(Of("Lê Thị Khác", "0912000222", "Cống thoát nước thôn Hạ bị lấp gây ngập nhà dân"));
        var neither = await clerk.Received(Of("Lê Thị Khác", "0912000222", "Đèn đường hỏng"));

        var suggestions = (await clerk.Get($"{Book}/{id}/duplicates")).AsArray();

        var ids = suggestions.Select(s => s!.Text("petitionId")).ToList();
        Assert.Equal([both, person, content], ids);
        Assert.DoesNotContain(neither, ids);
        Assert.Equal(["PHONE ADDRESS CONTENT PLACE", "PHONE ADDRESS PLACE", "CONTENT PLACE"], suggestions.Select(Reasons));
        var scores = suggestions.Select(s => s!["score"]!.GetValue<double>()).ToList();
        Assert.True(scores[0] is > 0.9 and <= 1 && scores[1] is >= 0.6 and < 0.75 && scores[2] == 0.5, string.Join(' ', scores));
        Assert.DoesNotContain("Chiếu", suggestions.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Papers_of_the_same_case_and_parts_of_the_same_paper_are_none()
    {
        var id = await clerk.Received(Of("Phạm Thị Gộp", "0913000111", "Xả thải xuống mương nội đồng Gộp"));
        var merged = await clerk.Received(Of("Phạm Thị Gộp", "0913000111", "Xả thải xuống mương nội đồng Gộp"));
        Assert.Equal(merged, Assert.Single((await clerk.Get($"{Book}/{id}/duplicates")).AsArray())!.Text("petitionId"));
        await (await clerk.Post($"{Book}/{merged}/case", CaseTests.Joining(id))).Read();
        await (await clerk.Post($"{Book}/{id}/parts", CaseTests.Parts("Xả thải xuống mương nội đồng Gộp"))).Read();

        Assert.Empty((await clerk.Get($"{Book}/{id}/duplicates")).AsArray());
    }

    [Fact]
    public async Task Nobody_is_shown_the_papers_of_a_neighbour()
    {
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write");
        var theirs = Of("Vũ Văn Hàng Xóm", "0914000111", "Tranh chấp lối đi chung ngõ Xóm");
        theirs["unitId"] = PetitionsRunning.Neighbour;
        theirs.Remove("placeUnitId");
        await neighbour.Received(theirs);
        var id = await clerk.Received(Of("Vũ Văn Hàng Xóm", "0914000111", "Tranh chấp lối đi chung ngõ Xóm"));

        Assert.Empty((await clerk.Get($"{Book}/{id}/duplicates")).AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Book}/{id}/duplicates")).StatusCode);
    }

    [Fact]
    public async Task Whoever_only_reads_does_not_learn_which_papers_are_of_one_person()
    {
        var reader = running.Service.As(PetitionsRunning.Province, "petitions.read");

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync($"{Book}/{await clerk.Received()}/duplicates")).StatusCode);
    }

    static JsonObject Of(string name, string phone, string summary)
    {
        var paper = Paper("PHAN_ANH");
        (paper["summary"], paper["placeUnitId"]) = (summary, PetitionsRunning.Board);
        (paper["petitioner"]!["fullName"], paper["petitioner"]!["phone"]) = (name, phone);
        paper["petitioner"]!["address"] = "Thôn Hạ";
        return paper;
    }

    static string Reasons(JsonNode? suggestion) =>
        string.Join(' ', suggestion!["reasons"]!.AsArray().Select(reason => reason!.Text("code")));
}
