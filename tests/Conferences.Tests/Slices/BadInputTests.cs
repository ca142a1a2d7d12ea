using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>Whatever is sent, the answer names the field, nothing changes, and it is never our fault.</summary>
[Collection(nameof(Slices))]
public sealed class BadInputTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Theory]
    [InlineData("organiserUnitId")]
    [InlineData("level")]
    [InlineData("scope")]
    [InlineData("kind")]
    [InlineData("purposes")]
    [InlineData("mode")]
    [InlineData("title")]
    public Task A_member_that_is_missing_is_named(string member) => IsRefused(body => body.Remove(member), member);

    [Fact]
    public async Task A_member_of_the_wrong_type_is_named()
    {
        foreach (var (member, _) in Planned())
        {
            await IsRefused(body => body[member] = 1.5, member);
            await IsRefused(body => body[member] = true, member);
        }
    }

    [Fact]
    public Task An_unknown_member_is_named() => IsRefused(body => body["unheardOf"] = 1, "unheardOf");

    [Theory]
    [InlineData("title", 500)]
    [InlineData("place", 300)]
    [InlineData("declaredAsPrinted", 200)]
    public async Task Text_that_is_too_long_blank_or_no_text_is_named(string member, int limit)
    {
        await IsRefused(body => body[member] = new string('x', limit + 1), member);
        await IsRefused(body => body[member] = " ", member);
        await IsRefused(body => body[member] = "a\0b", member);
    }

    [Theory]
    [InlineData("""{"participants":[{"roles":[]}]}""", "participants[0].roles")]
    [InlineData("""{"participants":[{"roles":["KING"]}]}""", "participants[0].roles[0]")]
    [InlineData("""{"participants":[{"roles":["CHAIR"],"organisation":"x","crown":1}]}""", "participants[0].crown")]
    [InlineData("""{"participants":[{"roles":["CHAIR"]}]}""", "participants[0]")]
    [InlineData("""{"participants":[{"roles":["CHAIR"],"organisation":"x","titles":[" "]}]}""", "participants[0].titles")]
    [InlineData("""{"participants":[{"roles":["CHAIR"],"organisation":"x","titles":[null]}]}""", "participants[0].titles[0]")]
    [InlineData("""{"participants":[{"roles":["CHAIR"],"personId":"0190a000-0000-7000-8000-000000000001"}]}""", "participants[0].personId")]
    [InlineData("""{"participants":[{"roles":["CHAIR"],"unitId":"0190a000-0000-7000-8000-000000000001"}]}""", "participants[0].unitId")]
    [InlineData("""{"themes":[{"year":21,"asPrinted":"x"}]}""", "themes[0].year")]
    [InlineData("""{"themes":[{"year":2021,"asPrinted":"x","themeId":"0190a000-0000-7000-8000-000000000001"}]}""", "themes[0].themeId")]
    [InlineData("""{"documents":[{"asPrinted":"x","documentId":"0190a000-0000-7000-8000-000000000001"}]}""", "documents[0].documentId")]
    [InlineData("""{"sites":[{"key":"Hải Phòng","name":"x"}]}""", "sites[0].key")]
    [InlineData("""{"mentions":[{"topic":"Bầu cử","quote":"x"}]}""", "mentions[0].topic")]
    [InlineData("""{"periodReviewed":"2021-H3"}""", "periodReviewed")]
    [InlineData("""{"date":{"on":"26-3","precision":"DAY"}}""", "date.on")]
    [InlineData("""{"declaredKeyTasks":-1}""", "declaredKeyTasks")]
    [InlineData(
        """{"state":"CLOSED","conclusions":[{"kind":"KEY_TASK","text":"x","tasks":[{"content":"x"}]}]}""",
        "conclusions[0].tasks[0]"
    )]
    [InlineData(
        """{"oversightPlans":[{"kind":"KIEM_TRA","year":2026,"subject":"x","targets":[{"unitClass":"x","quantity":"UNSPECIFIED","count":0}]}]}""",
        "oversightPlans[0].targets[0].count"
    )]
    public Task A_member_deep_inside_is_named_by_its_path(string members, string field) =>
        IsRefused(
            body =>
            {
                foreach (var (name, value) in JsonNode.Parse(members)!.AsObject())
                    body[name] = value?.DeepClone();
            },
            field
        );

    [Theory]
    [InlineData("participants")]
    [InlineData("sites")]
    [InlineData("themes")]
    [InlineData("papers")]
    [InlineData("results")]
    [InlineData("conclusions")]
    [InlineData("oversightPlans")]
    public async Task Nothing_in_a_list_is_refused(string member)
    {
        var body = Held();
        body[member] = new JsonArray((JsonNode?)null);

        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Post(Book, body)).StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_JSON_are_refused()
    {
        byte[] broken = [.. "{\"title\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        foreach (
            var bytes in new[]
            {
                broken,
                "{"u8.ToArray(),
                "[]"u8.ToArray(),
                "null"u8.ToArray(),
                [],
                Encoding.UTF8.GetBytes(new string('[', 10_000)),
            }
        )
            Assert.Equal(HttpStatusCode.BadRequest, await Send(bytes));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(new byte[10 * 1024 * 1024]));
    }

    [Theory]
    [InlineData("api/v1/conferences?kind=MEETING", "kind")]
    [InlineData("api/v1/conferences?year=x", "year")]
    [InlineData("api/v1/conferences?year=0", "year")]
    [InlineData("api/v1/conferences?organiser=x", "organiser")]
    [InlineData("api/v1/conferences?id=x", "id")]
    [InlineData("api/v1/conferences?limit=0", "limit")]
    [InlineData("api/v1/conferences?after=x", "after")]
    [InlineData("api/v1/conferences?sort=title", "sort")]
    [InlineData("api/v1/conferences/statistics?mode=RADIO", "mode")]
    [InlineData("api/v1/tasks?overdue=perhaps", "overdue")]
    [InlineData("api/v1/oversight-plans?year=1", "year")]
    [InlineData("api/v1/themes?year=1", "year")]
    public async Task A_wrong_parameter_is_named(string query, string parameter)
    {
        var problem = await (await clerk.GetAsync(query)).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]![parameter]);
    }

    async Task IsRefused(Action<JsonObject> spoil, string field)
    {
        var body = Planned();
        spoil(body);

        var problem = await (await clerk.Post(Book, body)).Read(HttpStatusCode.BadRequest);

        Assert.True(problem["errors"]?[field] is not null, $"{field} is not named in {problem.ToJsonString()}");
    }

    async Task<HttpStatusCode> Send(byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Book) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.ExpectContinue = true; // what is refused by its length is not sent
        return (await clerk.SendAsync(request)).StatusCode;
    }
}
