using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Letters: numbers without gaps or repeats, three forms of one letter, and the petitioner's name only by leave.</summary>
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
            Encoding.ASCII.GetString(await (await Named(path, Pdf)).Content.ReadAsByteArrayAsync()),
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
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{path}/1/named-copies", For("THONG_BAO"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post(path, Letter())).StatusCode);
    }

    async Task<string> Issued(string id, JsonObject letter) =>
        (await (await clerk.Post($"{Book}/{id}/letters", letter)).Read(HttpStatusCode.Created)).Text("number");

    Task<HttpResponseMessage> Get(string path, string accept) => Send(HttpMethod.Get, path, accept, null);

    Task<HttpResponseMessage> Named(string path, string accept) =>
        Send(HttpMethod.Post, $"{path}/letters/1/named-copies", accept, For("THONG_BAO"));

    async Task<HttpResponseMessage> Send(HttpMethod method, string path, string accept, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await clerk.SendAsync(request);
    }

    static string Said(JsonNode letter) => string.Join('\n', letter["addressees"]!.AsArray().Concat(letter["paragraphs"]!.AsArray()));

    static JsonObject For(string purpose) => new() { ["purpose"] = purpose };

    static int NumberOf(string written) => int.Parse(Digits().Match(written).Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Digits();
}

static class Changed
{
    public static JsonObject With(this JsonObject body, string member, string value)
    {
        body[member] = value;
        return body;
    }
}
