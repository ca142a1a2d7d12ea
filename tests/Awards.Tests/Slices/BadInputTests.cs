using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Whatever is sent, the answer names the field, nothing changes, and it is never our fault.</summary>
[Collection<Slice>]
public sealed class BadInputTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Theory]
    [InlineData("movements", "unitId", "name", "scope", "startsOn")]
    [InlineData("movements/{id}/closing", "closedOn")]
    [InlineData("movements/{id}/unit", "toUnitId")]
    [InlineData("models", "unitId", "kind", "name", "field")]
    [InlineData("models/{id}/implementation", "takenUpOn")]
    [InlineData("models/{id}/effectiveness", "evaluatedOn")]
    [InlineData("models/{id}/recognition", "level", "recognisedOn")]
    [InlineData("models/{id}/discontinuation", "reason", "discontinuedOn")]
    [InlineData("models/{id}/unit", "toUnitId")]
    [InlineData("decisions", "proposerUnitId", "form", "type", "reason")]
    [InlineData("decisions/{id}/recipients", "recipients")]
    [InlineData("decisions/{id}/revocation", "ground", "decidedOn")]
    public async Task A_member_that_is_missing_is_named(string operation, params string[] members)
    {
        foreach (var member in members)
            await IsRefused(operation, body => body.Remove(member), member);
    }

    [Theory]
    [MemberData(nameof(Operation.Names), MemberType = typeof(Operation))]
    public async Task A_member_of_the_wrong_type_is_named(string operation)
    {
        foreach (var (member, _) in Operation.At(operation).Body())
        {
            await IsRefused(operation, body => body[member] = 1.5, member);
            await IsRefused(operation, body => body[member] = new JsonArray(new JsonArray()), member);
        }
    }

    [Theory]
    [MemberData(nameof(Operation.Names), MemberType = typeof(Operation))]
    public Task An_unknown_member_is_named(string operation) => IsRefused(operation, body => body["unheardOf"] = 1, "unheardOf");

    [Theory]
    [InlineData("movements", "name", 300)]
    [InlineData("movements", "theme", 300)]
    [InlineData("movements", "criteria", 4000)]
    [InlineData("models", "name", 300)]
    [InlineData("models", "place", 300)]
    [InlineData("models", "source", 500)]
    [InlineData("models/{id}/discontinuation", "note", 1000)]
    [InlineData("decisions", "form", 60)]
    [InlineData("decisions", "reason", 2000)]
    [InlineData("decisions", "issuerAsPrinted", 300)]
    [InlineData("decisions", "number", 100)]
    [InlineData("decisions", "source", 500)]
    [InlineData("decisions/{id}/reference", "number", 100)]
    [InlineData("decisions/{id}/revocation", "number", 100)]
    public async Task Text_that_is_too_long_blank_or_no_text_is_named(string operation, string member, int limit)
    {
        await IsRefused(operation, body => body[member] = new string('x', limit + 1), member);
        await IsRefused(operation, body => body[member] = " ", member);
        await IsRefused(operation, body => body[member] = "a\0b", member);
    }

    [Theory]
    [InlineData("declared", "collectives", -1)]
    [InlineData("declared", "individuals", 100_001)]
    public Task A_number_out_of_bounds_is_named_by_its_path(string parent, string member, int value) =>
        IsRefused("decisions", body => body[parent]![member] = value, $"{parent}.{member}");

    [Theory]
    [InlineData("name", " ")]
    [InlineData("kind", "PERSON")]
    [InlineData("unitId", "x")]
    public Task A_wrong_recipient_is_named_by_its_path(string member, string value) =>
        IsRefused("decisions/{id}/recipients", body => body["recipients"]![0]![member] = value, $"recipients[0].{member}");

    [Fact]
    public Task A_list_of_nobody_is_refused() =>
        IsRefused("decisions/{id}/recipients", body => body["recipients"] = new JsonArray(), "recipients");

    [Theory]
    [InlineData("movements", "unitId", HttpStatusCode.NotFound)]
    [InlineData("models", "unitId", HttpStatusCode.NotFound)]
    [InlineData("models", "movementId", HttpStatusCode.NotFound)]
    [InlineData("models", "parentId", HttpStatusCode.NotFound)]
    [InlineData("decisions", "proposerUnitId", HttpStatusCode.NotFound)]
    [InlineData("decisions", "issuerUnitId", HttpStatusCode.BadRequest)]
    [InlineData("decisions", "movementId", HttpStatusCode.NotFound)]
    public Task An_id_that_nobody_knows_is_named(string operation, string member, HttpStatusCode status) =>
        IsRefused(operation, body => body[member] = Guid.CreateVersion7(), member, status);

    [Fact]
    public Task A_recipient_of_a_unit_that_nobody_knows_is_named() =>
        IsRefused("decisions/{id}/recipients", body => body["recipients"]![0]!["unitId"] = Guid.CreateVersion7(), "recipients[0].unitId");

    [Fact]
    public Task A_decision_for_nobody_is_refused() =>
        IsRefused(
            "decisions",
            body =>
                body["declared"] = new JsonObject
                {
                    ["collectives"] = 0,
                    ["individuals"] = 0,
                    ["households"] = 0,
                },
            "declared"
        );

    [Fact]
    public Task Revoking_somebody_who_is_not_on_the_list_is_refused() =>
        IsRefused("decisions/{id}/revocation", body => body["recipientIds"] = new JsonArray(Guid.CreateVersion7()), "recipientIds");

    [Theory]
    [InlineData("movements", "endsOn", "2021-12-31")]
    [InlineData("movements", "startsOn", "2022-02-30")]
    [InlineData("models", "registeredOn", "9999-12-31")]
    [InlineData("models", "activeTo", "0001-01-01")]
    [InlineData("decisions", "presentedOn", "9999-12-31")]
    [InlineData("decisions", "decidedOn", "9999-12-31")]
    [InlineData("decisions", "form", "BANG_KHEN_LA")]
    [InlineData("decisions", "type", "LA")]
    [InlineData("decisions/{id}/revocation", "decidedOn", "2022-12-28")]
    [InlineData("decisions/{id}/reference", "decidedOn", "2022-12-30")]
    public Task A_value_that_makes_no_sense_is_named(string operation, string member, string value) =>
        IsRefused(operation, body => body[member] = value, member);

    [Theory]
    [MemberData(nameof(Operation.Names), MemberType = typeof(Operation))]
    public async Task Bytes_that_are_no_JSON_are_refused(string operation)
    {
        byte[] broken = [.. "{\"name\":\""u8, 0xC3, 0x28, .. "\"}"u8];
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
    [MemberData(nameof(Operation.Names), MemberType = typeof(Operation))]
    public async Task Ten_megabytes_are_refused(string operation) =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(operation, new byte[10 * 1024 * 1024]));

    [Theory]
    [InlineData("movements?state=OPEN", "state")]
    [InlineData("models?stage=1", "stage")]
    [InlineData("models?parentId=x", "parentId")]
    [InlineData("decisions?from=29/12/2022", "from")]
    [InlineData("decisions?limit=0", "limit")]
    [InlineData("decisions?after=x", "after")]
    [InlineData("decisions?sort=number", "sort")]
    [InlineData("statistics?to=tomorrow", "to")]
    [InlineData("law?on=2022-13-01", "on")]
    public async Task A_wrong_parameter_is_named(string query, string parameter)
    {
        var problem = await (await clerk.GetAsync($"{Calls.Awards}/{query}")).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]![parameter]);
    }

    async Task IsRefused(string path, Action<JsonObject> spoil, string field, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        var operation = Operation.At(path);
        var address = await operation.Address(clerk);
        var before = await Changes();
        var body = operation.Body();
        spoil(body);

        var problem = await (await clerk.Send(operation.Method, address, body, EntityTagHeaderValue.Any)).Read(status);

        Assert.True(
            problem["errors"] is JsonObject errors
                && errors.Any(e => e.Key == field || e.Key.StartsWith($"{field}[", StringComparison.Ordinal)),
            $"{path} {field}: {problem}"
        );
        Assert.Equal(before, await Changes());
    }

    /// <summary>Every change is announced, so the announcements count them.</summary>
    Task<long> Changes() =>
        running.Service.Database.Scalar<long>("select (select count(*) from chassis.outbox) + (select count(*) from chassis.journal)");

    async Task<HttpStatusCode> Send(string path, byte[] bytes)
    {
        var operation = Operation.At(path);
        var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(operation.Method, $"{Calls.Awards}/{await operation.Address(clerk)}")
        {
            Content = content,
        };
        request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Any);
        request.Headers.ExpectContinue = true;
        return (await clerk.SendAsync(request)).StatusCode;
    }
}
