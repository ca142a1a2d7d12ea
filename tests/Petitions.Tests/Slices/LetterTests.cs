using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Letters: numbers without gaps or repeats, and three forms of one letter.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed partial class LetterTests(PetitionsRunning running)
{
    const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Pdf = "application/pdf",
        Name = "Nguyễn Thị Thử";

    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient head = running.Head;

    public static JsonObject Letter(string form = "RECEIPT", string on = "2026-08-06", string? text = null)
    {
        var letter = new JsonObject
        {
            ["form"] = form,
            ["issuedOn"] = on,
            ["signerPosition"] = "Chủ tịch",
            ["signerName"] = "Trần Văn Mẫu",
        };
        if (text is not null)
            letter["text"] = text;
        return letter;
    }

    [Fact]
    public async Task An_accepted_complaint_gets_its_notice_and_the_same_one_whenever_it_is_read()
    {
        var path = $"{Book}/{await clerk.Accepted("KHIEU_NAI")}";

        var answer = await clerk.Post($"{path}/letters", Letter("KN.ACCEPTANCE", text: "Đề nghị cung cấp bản sao quyết định."));
        var letter = await answer.Read(HttpStatusCode.Created);

        Assert.Equal($"/{path}/letters/1", answer.Headers.Location!.OriginalString);
        Assert.Matches(@"^\d+/TB-UBND$", letter.Text("number"));
        Assert.Equal(
            ("Thông báo", "STATE", "Ủy ban nhân dân tỉnh A"),
            (letter.Text("type"), letter.Text("layout"), letter.Text("issuingBody"))
        );
        Assert.Contains(letter["paragraphs"]!.AsArray(), line => $"{line}".Contains("05/08/2026", StringComparison.Ordinal));
        Assert.Contains(letter["paragraphs"]!.AsArray(), line => $"{line}" == "Đề nghị cung cấp bản sao quyết định.");
        Assert.Equal(letter.ToJsonString(), (await clerk.Get($"{path}/letters/1")).ToJsonString());
        Assert.Equal(letter.Text("number"), (await clerk.Get($"{path}/letters")).AsArray().Single().Text("number"));
        var told = (await clerk.Get($"{path}/history")).AsArray()[^1]!;
        Assert.Equal("vn.danvan.petitions.letter-issued.v1", told.Text("type"));
        Assert.Equal(("KN.ACCEPTANCE", letter.Text("number")), (told["data"]!.Text("form"), told["data"]!.Text("number")));
        Assert.DoesNotContain(told["data"]!.AsObject(), member => $"{member.Value}".Contains("bản sao", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_comes_as_DOCX_and_PDF_by_Accept_under_a_name_that_tells_nothing()
    {
        var path = $"{Book}/{await clerk.Received()}/letters";
        var number = (await (await clerk.Post(path, Letter())).Read(HttpStatusCode.Created)).Text("number");

        var (docx, pdf) = (await Get($"{path}/1", Docx), await Get($"{path}/1", Pdf));

        Assert.Equal((Docx, Pdf), (docx.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentType!.MediaType));
        Assert.Equal("PK"u8.ToArray(), (await docx.Content.ReadAsByteArrayAsync())[..2]);
        Assert.Equal("%PDF"u8.ToArray(), (await pdf.Content.ReadAsByteArrayAsync())[..4]);
        Assert.Equal($"{number.Replace('/', '-')}.pdf", pdf.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("not-acceptable", await (await Get($"{path}/1", "text/html")).Refusal(HttpStatusCode.NotAcceptable));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{path}/2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync($"{path}/0")).StatusCode);
    }

    [Fact]
    public async Task Twenty_clerks_at_once_get_twenty_numbers_that_follow_one_another()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => clerk.Received()));
        var before = await Last();

        var letters = await Task.WhenAll(ids.Select(id => clerk.Post($"{Book}/{id}/letters", Letter())));

        var numbers = new List<int>();
        foreach (var letter in letters)
            numbers.Add(NumberOf((await letter.Read(HttpStatusCode.Created)).Text("number")));
        Assert.Equal(Enumerable.Range(before + 1, 20), numbers.Order());

        Task<int> Last() =>
            running.Service.Database.Scalar<int>(
                "select coalesce(max(last), 0) from letter_numbers where unit_id = $1 and series = '2026'",
                PetitionsRunning.Committee
            );
    }

    [Fact]
    public async Task A_letter_that_is_refused_or_lost_leaves_no_gap()
    {
        var id = await clerk.Received();
        var first = NumberOf(await Issued(id, Letter()));
        Assert.Equal("petitions.letter-in-wrong-state", await (await clerk.Post($"{Book}/{id}/letters", Letter("GUIDANCE"))).Refusal());

        // Of several at once on one petition some are too late: their numbers go to the next.
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => clerk.Post($"{Book}/{id}/letters", Letter())));
        var taken = answers.Count(answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));

        Assert.Equal(first + taken + 1, NumberOf(await Issued(id, Letter())));
        var lines = (await clerk.Get($"{Book}/{id}/letters")).AsArray();
        Assert.Equal(Enumerable.Range(1, taken + 2), lines.Select(line => line!["n"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_repetition_gets_the_same_letter_and_number()
    {
        var path = $"{Book}/{await clerk.Received()}/letters";
        var key = $"{Guid.CreateVersion7()}";

        var first = await (await clerk.Post(path, Letter(), key)).Read(HttpStatusCode.Created);
        var again = await (await clerk.Post(path, Letter(), key)).Read(HttpStatusCode.Created);

        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Single((await clerk.Get(path)).AsArray());
    }

    [Fact]
    public async Task Each_year_of_a_state_body_and_each_type_of_a_party_body_has_a_series_of_its_own()
    {
        var id = await clerk.Received(Paper("TO_CAO", PetitionsRunning.Board));
        var path = $"{Book}/{id}";
        await clerk.Take(path, "forwarding", Steps.Body("forwarding").With("toUnitId", $"{PetitionsRunning.Committee}"));

        var forwarding = await Issued(id, Letter("FORWARDING"));
        var notice = await Issued(id, Letter("FORWARDING.NOTICE"));
        var reminder = await Issued(id, Letter("REMINDER"));

        Assert.Matches(@"^\d+-PC/BTGDVTU$", forwarding);
        Assert.Matches(@"^\d+-TB/BTGDVTU$", notice);
        Assert.Matches(@"^\d+-CV/BTGDVTU$", reminder);
        Assert.Equal(
            3,
            await running.Service.Database.Scalar<long>("select count(*) from letter_numbers where unit_id = $1", PetitionsRunning.Board)
        );
    }

    [Theory]
    [InlineData("form", "HEN_GAP", "form", HttpStatusCode.BadRequest)]
    [InlineData("form", "TC.ACCEPTANCE", "form", HttpStatusCode.Conflict)]
    [InlineData("issuedOn", "2099-01-01", "issuedOn", HttpStatusCode.Conflict)]
    [InlineData("issuedOn", "2026-08-01", "issuedOn", HttpStatusCode.Conflict)]
    [InlineData("capacity", "KT", "onBehalfOf", HttpStatusCode.BadRequest)]
    [InlineData("onBehalfOf", "Chủ tịch", "onBehalfOf", HttpStatusCode.BadRequest)]
    [InlineData("capacity", "PP", "capacity", HttpStatusCode.BadRequest)]
    public async Task What_is_wrong_is_named(string member, string value, string field, HttpStatusCode status)
    {
        var path = $"{Book}/{await clerk.Received()}/letters";

        var problem = await (await clerk.Post(path, Letter().With(member, value))).Read(status);

        Assert.NotNull(problem["errors"]![field]);
        Assert.Empty((await clerk.Get(path)).AsArray());
    }

    [Fact]
    public async Task A_neighbour_sees_no_letter()
    {
        var path = $"{Book}/{await clerk.Received()}/letters";
        await (await clerk.Post(path, Letter())).Read(HttpStatusCode.Created);
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.decide", "petitions.identity");

        foreach (var read in new[] { path, $"{path}/1" })
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(read)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await neighbour.Post($"{path}/1/named-copies", NamedLetterTests.For("THONG_BAO"))).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post(path, Letter())).StatusCode);
    }

    async Task<string> Issued(string id, JsonObject letter) =>
        (await (await clerk.Post($"{Book}/{id}/letters", letter)).Read(HttpStatusCode.Created)).Text("number");

    Task<HttpResponseMessage> Get(string path, string accept) => clerk.Accepting(accept, HttpMethod.Get, path);

    static int NumberOf(string written) => int.Parse(Digits().Match(written).Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Digits();
}
