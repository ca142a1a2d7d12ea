using System.Text;
using System.Text.Json.Nodes;
using DanVan.Petitions.Searching;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Petitions are found by their words, however these are typed; what is spelled as asked comes first.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class SearchTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    /// <summary>A word that no other test writes: searches of one test find what is its own.</summary>
    readonly string own = $"zq{Guid.CreateVersion7():N}"
        .Replace('0', 'o')
        .Aggregate("", (word, c) => word + (char.IsAsciiDigit(c) ? (char)('g' + c - '0') : c));

    [Theory]
    [InlineData("Trụ sở ở phường Hoà Bình", "hòa bình")]
    [InlineData("Trụ sở ở phường Hòa Bình", "HOÀ BÌNH")]
    [InlineData("Quyết định của Uỷ ban", "ủy ban")]
    [InlineData("Quyết định của Ủy ban", "uỷ ban")]
    [InlineData("Làm đường liên xã", "duong lien xa")]
    [InlineData("Thu hồi ĐẤT", "dat thu")]
    [InlineData("Thu hồi đất", "\"thu hoi\"")]
    [InlineData("Thực hiện quy chế dân chủ ở xã", "QCDC")]
    [InlineData("Thực hiện QCDC ở xã", "quy chế dân chủ")]
    [InlineData("Thực hiện QCDC ở xã", "\"thực hiện quy chế dân chủ\"")]
    [InlineData("Cán bộ Mặt trận Tổ quốc", "cán bộ mttq")]
    [InlineData("Khối DV xã", "dân vận")]
    [InlineData("Theo Kết luận số 12/KL-HĐND", "12/KL-HDND")]
    [InlineData("Theo Kết luận số 12/KL-HĐND", "hội đồng nhân dân")]
    public async Task Words_are_found_however_they_are_typed(string summary, string asked)
    {
        var id = await Received(summary);

        Assert.Equal([id], await Found(asked));
        Assert.Equal([id], await Found(asked.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("Thu hồi đất", "đất thu hồi rừng")]
    [InlineData("Thu hồi đất", "\"đất thu\"")]
    [InlineData("Thu hồi đất", "thu hồ")]
    [InlineData("Kết luận số 12/KL-HĐND", "12/HĐND")]
    public async Task Every_word_must_be_there_and_a_phrase_as_it_is(string summary, string asked)
    {
        await Received(summary);

        Assert.Empty(await Found(asked));
    }

    [Fact]
    public async Task What_is_spelled_as_asked_comes_first_then_the_newest()
    {
        var street = await Received("Đường làng ngập");
        var sugar = await Received("Giá đường tăng");
        var sage = await Received("Cây dưỡng già");
        var untoned = await Received("Lam duong");

        Assert.Equal([sugar, street, untoned, sage], await Found("đường"));
        Assert.Equal([untoned, sage, sugar, street], await Found("duong"));
    }

    [Fact]
    public async Task Forwarding_body_letter_and_document_numbers_are_found_and_stay_as_they_were_written()
    {
        var paper = Paper();
        paper["summary"] = $"{own} Đơn được chuyển";
        paper["channel"] = "CO_QUAN_CHUYEN_DEN";
        paper["forwardedBy"] = "Đoàn ĐBQH tỉnh Khánh Hoà";
        paper["forwardingLetter"] = "77/ĐĐBQH-DN";
        var id = await clerk.Received(paper);
        var acceptance = new JsonObject { ["acceptedOn"] = "2026-08-05", ["documentNumber"] = "915/TB-UBND" };
        await (await clerk.Post($"{Book}/{id}/acceptance", acceptance)).Read();

        foreach (var asked in new[] { "đại biểu quốc hội khánh hòa", "77/đđbqh-dn", "915/tb-ubnd", "Uỷ ban nhân dân 915" })
            Assert.Equal([id], await Found(asked));
        var hit = (await clerk.Get($"{Book}/search?q={own}"))["items"]![0];
        Assert.Equal(
            ("Đoàn ĐBQH tỉnh Khánh Hoà", "77/ĐĐBQH-DN", "915/TB-UBND"),
            (hit.Text("forwardedBy"), hit.Text("forwardingLetter"), hit.Text("documentNumber"))
        );
    }

    [Fact]
    public async Task Who_petitions_is_not_found()
    {
        await Received("Đơn của người dân");

        Assert.Empty(await Found("Nguyễn Thị Thử"));
        Assert.Empty(await Found("phường Ba Đình"));
    }

    [Fact]
    public async Task What_is_a_neighbours_is_not_found_nor_counted()
    {
        await Received("Thu hồi đất");
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read");

        var found = await neighbour.Get($"{Book}/search?q={own}");

        Assert.Equal((0, "0"), (found["items"]!.AsArray().Count, found.Text("count")));
    }

    [Fact]
    public async Task The_filters_of_the_list_hold_too()
    {
        var complaint = await Received("Thu hồi đất");
        var proposal = await Received("Thu hồi đất", "KIEN_NGHI");

        Assert.Equal([proposal], await Found("đất", "&kind=KIEN_NGHI"));
        Assert.Equal([proposal, complaint], await Found("đất", $"&state=RECEIVED&unit={PetitionsRunning.Committee}"));
        Assert.Empty(await Found("đất", "&dueBefore=2026-08-01"));
    }

    [Fact]
    public async Task A_walk_from_page_to_page_holds_still_under_writes()
    {
        var expected = new List<string>();
        for (var i = 0; i < 7; i++)
            expected.Insert(0, await Received($"Đường số {i}"));
        for (var i = 0; i < 6; i++)
            expected.Insert(7, await Received($"Duong so {i}"));

        foreach (var limit in new[] { 1, 2, 3, 7 })
        {
            var walked = new List<string>();
            var cursor = "";
            do
            {
                var page = await clerk.Get($"{Book}/search?q={own}+đường&limit={limit}{cursor}");
                Assert.Equal(cursor.Length == 0, page["count"] is not null);
                walked.AddRange(page["items"]!.AsArray().Select(hit => hit.Text("id")));
                cursor = page["next"] is { } next ? $"&after={next}" : "";
                // Newer than all: before what was read.
                await Received("Đường mới", own: $"{own}");
            } while (cursor.Length > 0);
            Assert.Equal(expected, walked.Where(expected.Contains));
            Assert.Equal(walked.Distinct(), walked);
        }
    }

    [Fact]
    public async Task More_than_a_thousand_are_not_counted_to_the_end()
    {
        await Received("Đường làng");
        await running.Service.Database.Execute(
            """
            with more as materialized (
                select ('01000000' || substr(gen_random_uuid()::text, 9))::uuid as id, petitions.id as one
                from petitions, generate_series(1, 1000) where summary like $1
            ),
            opened as (insert into cases select id, id, '2026-08-03' from more)
            insert into petitions (id, version, unit_id, kind, channel, field, received_on, summary, remote_area, state, in_time, complexity, extensions, case_id)
            select more.id, 1, unit_id, kind, channel, field, received_on, summary, false, 'RESOLVED', true, '{}', 0, more.id
            from more join petitions on petitions.id = more.one
            """,
            $"{own}%"
        );

        Assert.Equal("1000+", (await clerk.Get($"{Book}/search?q={own}&limit=1")).Text("count"));
        Assert.Equal("0", (await clerk.Get($"{Book}/search?q={own}+cầu&limit=1")).Text("count"));
        await running.Service.Database.Execute("delete from petitions where id::text like '01000000%'"); // Others read the whole list.
    }

    [Fact]
    public async Task The_database_derives_the_words_that_the_service_asks_for()
    {
        var random = new Random(7);
        const string Letters = "aăâbđdeêghioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵĐĂƯỚÝ  -/.,\"(19ü\u00e7ñ";
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Letters[random.Next(Letters.Length)]));
            if (i % 2 == 0)
                text = text.Normalize(NormalizationForm.FormD);
            var words = SearchQuery.WordsOf(text);
            var expected = words.Select(word => $"={word}").Concat(words.Select(SearchQuery.Fold)).Distinct().Order(StringComparer.Ordinal);

            var derived = await running.Service.Database.Scalar<string[]>("select tsvector_to_array(search_words($1))", text);

            Assert.Equal(expected, derived.Order(StringComparer.Ordinal));
        }
    }

    Task<string> Received(string summary, string kind = "KHIEU_NAI", string? own = null)
    {
        var paper = Paper(kind);
        paper["summary"] = $"{own ?? this.own} {summary}";
        return clerk.Received(paper);
    }

    /// <summary>The ids of what is found among the petitions of this test, in order.</summary>
    async Task<string[]> Found(string asked, string filters = "")
    {
        var found = await clerk.Get($"{Book}/search?q={Uri.EscapeDataString($"{own} {asked}")}{filters}");
        var ids = found["items"]!.AsArray().Select(hit => hit.Text("id")).ToArray();
        Assert.Equal($"{ids.Length}", found.Text("count"));
        return ids;
    }
}
