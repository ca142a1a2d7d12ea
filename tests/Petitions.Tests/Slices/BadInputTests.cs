using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Whatever is sent, the answer names the field, nothing changes, and it is never our fault.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class BadInputTests(PetitionsRunning running)
{
    static readonly string[] MayBeLeftOut =
    [
        "unitId in ",
        "petitioner",
        "toUnitId in guidance",
        "stillExamined",
        "answerBy",
        "visibleFrom",
        "moneyRecovered",
        "landReturned",
        "peopleSanctioned",
    ];
    static readonly string[] FreeText =
    [
        "summary",
        "documentNumber",
        "letterNumber",
        "minutesNumber",
        "reader",
        "question",
        "signerPosition",
        "signerName",
        "text",
    ];
    readonly HttpClient clerk = running.Clerk;

    public static TheoryData<string> Operations => ["", .. Steps.Names];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_member_that_is_missing_is_named(string operation)
    {
        foreach (
            var (member, _) in Body(operation)
                .Where(m => !MayBeLeftOut.Contains(m.Key) && !MayBeLeftOut.Contains($"{m.Key} in {operation}"))
        )
            await IsRefused(operation, body => body.Remove(member), member);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_member_of_the_wrong_type_is_named(string operation)
    {
        foreach (var (member, _) in Body(operation))
        {
            await IsRefused(operation, body => body[member] = 1.5, member);
            await IsRefused(operation, body => body[member] = new JsonArray(new JsonArray()), member);
            if (!FreeText.Contains(member))
                await IsRefused(operation, body => body[member] = "@không có#", member);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public Task An_unknown_member_is_named(string operation) => IsRefused(operation, body => body["unheardOf"] = 1, "unheardOf");

    [Theory]
    [InlineData("", "summary", 4000)]
    [InlineData("", "forwardedBy", 300)]
    [InlineData("", "forwardingLetter", 100)]
    [InlineData("classification", "documentNumber", 100)]
    [InlineData("case", "documentNumber", 100)]
    [InlineData("signatories/withdrawals", "documentNumber", 100)]
    [InlineData("acceptance", "documentNumber", 100)]
    [InlineData("non-acceptance", "ground", 40)]
    [InlineData("non-acceptance", "documentNumber", 100)]
    [InlineData("guidance", "documentNumber", 100)]
    [InlineData("forwarding", "letterNumber", 100)]
    [InlineData("resolution", "documentNumber", 100)]
    [InlineData("complexity-finding", "documentNumber", 100)]
    [InlineData("extensions", "documentNumber", 100)]
    [InlineData("suspension", "documentNumber", 100)]
    [InlineData("resumption", "documentNumber", 100)]
    [InlineData("withdrawals", "documentNumber", 100)]
    [InlineData("stopping", "ground", 40)]
    [InlineData("stopping", "documentNumber", 100)]
    [InlineData("dialogues", "minutesNumber", 100)]
    [InlineData("conclusion-action", "documentNumber", 100)]
    [InlineData("publication", "documentNumber", 100)]
    [InlineData("conflict-of-interest", "documentNumber", 100)]
    [InlineData("reopening", "documentNumber", 100)]
    [InlineData("co-handlers", "letterNumber", 100)]
    [InlineData("sendings", "documentNumber", 100)]
    [InlineData("posting-end", "documentNumber", 100)]
    [InlineData("effects", "documentNumber", 100)]
    [InlineData("protections", "documentNumber", 100)]
    [InlineData("questions", "question", 2000)]
    [InlineData("letters", "form", 40)]
    [InlineData("letters", "signerPosition", 200)]
    [InlineData("letters", "signerName", 200)]
    [InlineData("letters", "text", 4000)]
    [InlineData("letters", "onBehalfOf", 200)]
    [InlineData("public-notice", "text", 4000)]
    public async Task Text_that_is_too_long_blank_or_no_text_is_named(string operation, string member, int limit)
    {
        await IsRefused(operation, body => body[member] = new string('x', limit + 1), member);
        await IsRefused(operation, body => body[member] = " ", member);
        await IsRefused(operation, body => body[member] = "a\0b", member);
        await IsRefused(operation, body => body[member] = "a\u001bb", member);
    }

    [Theory]
    [InlineData("fullName", "")]
    [InlineData("address", null)]
    [InlineData("phone", "gọi sau 17 giờ")]
    [InlineData("identityNumber", "12")]
    [InlineData("type", "PERSON")]
    public Task A_wrong_member_of_the_petitioner_is_named_by_its_path_and_not_repeated(string member, string? value) =>
        IsRefused("", body => body["petitioner"]![member] = value, $"petitioner.{member}");

    [Theory]
    [InlineData("", "unitId", HttpStatusCode.NotFound)]
    [InlineData("", "placeUnitId", HttpStatusCode.BadRequest)]
    [InlineData("", "firstPetitionId", HttpStatusCode.NotFound)]
    [InlineData("guidance", "toUnitId", HttpStatusCode.BadRequest)]
    [InlineData("forwarding", "toUnitId", HttpStatusCode.BadRequest)]
    [InlineData("co-handlers", "unitId", HttpStatusCode.BadRequest)]
    [InlineData("conflict-of-interest", "toUnitId", HttpStatusCode.BadRequest)]
    public Task A_unit_that_nobody_knows_is_named(string operation, string member, HttpStatusCode status) =>
        IsRefused(operation, body => body[member] = Guid.CreateVersion7(), member, status);

    [Theory]
    [InlineData("receivedOn", "2026-02-30")]
    [InlineData("receivedOn", "03/08/2026")]
    [InlineData("receivedOn", "2026-08-03T00:00:00Z")]
    public Task A_date_is_a_date(string member, string value) => IsRefused("", body => body[member] = value, member);

    [Theory]
    [InlineData("1900-01-01")]
    [InlineData("2100-01-01")]
    public Task A_date_outside_of_what_the_law_covers_is_refused(string date) =>
        IsRefused(
            "",
            body => body["receivedOn"] = date,
            "receivedOn",
            date[0] == '1' ? HttpStatusCode.NotFound : HttpStatusCode.Conflict,
            "unitId"
        );

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Bytes_that_are_no_JSON_are_refused(string operation)
    {
        byte[] broken = [.. "{\"summary\":\""u8, 0xC3, 0x28, .. "\"}"u8];
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
            Assert.Equal(HttpStatusCode.BadRequest, await Send(operation, bytes));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Ten_megabytes_are_refused(string operation) =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(operation, new byte[10 * 1024 * 1024]));

    static JsonObject Body(string operation) => operation.Length == 0 ? Paper() : Steps.Body(operation);

    async Task IsRefused(
        string operation,
        Action<JsonObject> spoil,
        string field,
        HttpStatusCode status = HttpStatusCode.BadRequest,
        string? insteadOf = null
    )
    {
        var id = await clerk.Received();
        var before = await Rows();
        var body = Body(operation);
        spoil(body);

        var answer = await clerk.Post(operation.Length == 0 ? Book : $"{Book}/{id}/{operation}", body);

        var problem = await answer.Read(status);
        Assert.True(
            problem["errors"] is JsonObject errors
                && errors.Any(e => e.Key == field || e.Key == insteadOf || e.Key.StartsWith($"{field}[", StringComparison.Ordinal)),
            $"{operation} {field}: {problem}"
        );
        Assert.Equal(before, await Rows());
        Assert.Equal(1, (await clerk.Get($"{Book}/{id}"))["version"]!.GetValue<int>());
    }

    Task<long> Rows() =>
        running.Service.Database.Scalar<long>(
            "select (select count(*) from petitions) + (select count(*) from sealed_identities) + (select count(*) from questions)"
        );

    async Task<HttpStatusCode> Send(string operation, byte[] bytes)
    {
        var id = await clerk.Received();
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, operation.Length == 0 ? Book : $"{Book}/{id}/{operation}")
        {
            Content = content,
        };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        request.Headers.ExpectContinue = true;
        return (await clerk.SendAsync(request)).StatusCode;
    }
}
