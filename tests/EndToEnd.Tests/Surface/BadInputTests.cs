using System.Text;
using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>
/// Whatever is sent to whatever operation: the answer is a problem that names the field, nothing changes, and it is never our fault. What can be wrong is
/// read from the operation's own schema.
/// </summary>
[Collection(Surface.Shared)]
public sealed class BadInputTests(Surface surface) : IAsyncLifetime
{
    const int TenMegabytes = 10 * 1024 * 1024;

    // Standards lay down how these answer: RFC 6749, 5.2 and RFC 7009, 2.2 for tokens; the others are documents, read with whatever query.
    static readonly string[] Standard =
    [
        "/oauth/token",
        "/oauth/revoke",
        "/oauth/jwks",
        "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server",
        "/.well-known/jwks.json",
    ];

    static readonly (string What, byte[] Bytes)[] NoJson =
    [
        ("nothing", []),
        ("an open brace", "{"u8.ToArray()),
        ("null", "null"u8.ToArray()),
        ("a list", "[]"u8.ToArray()),
        ("text", "\"x\""u8.ToArray()),
        ("broken UTF-8", [.. "{\"unheardOf\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
        ("half a surrogate pair", "{\"unheardOf\":\"\\uD800\"}"u8.ToArray()),
        ("UTF-16", Encoding.Unicode.GetBytes("{}")),
        ("deep nesting", Encoding.UTF8.GetBytes(new string('[', 10_000))),
    ];

    // In a path the server itself refuses it, while it still reads the request line, and says no more than 400.
    const string NulByte = "a%00b";

    readonly Subjects subjects = new(surface.Document);
    string before = "";

    public async ValueTask InitializeAsync() => before = await surface.Changes();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    IEnumerable<ApiOperation> Ours => surface.Document.Operations.Where(x => !Standard.Contains(x.Path));

    IEnumerable<ApiOperation> WithJson => Ours.Where(x => x.Body is { IsJson: true, Examples.Length: > 0 });

    [Fact]
    public Task A_body_that_breaks_its_schema() =>
        AreRefused(
            from operation in WithJson
            from spoiled in Spoiled.All(operation.Body!.Schema, operation.Body.Examples[0])
            select (OnNothing(operation).With(spoiled.Body), spoiled.What, (string?)spoiled.Field)
        );

    [Fact]
    public Task A_body_that_is_no_JSON_object() =>
        AreRefused(
            from operation in WithJson
            from body in NoJson
            select (OnNothing(operation) with { Body = body.Bytes }, body.What, (string?)"")
        );

    [Fact]
    public Task A_body_of_another_kind() =>
        AreRefused(
            from operation in Ours
            where operation.Body is not null
            from type in new[] { "application/xml", "application/json; charset=utf-16", null }
            select (OnNothing(operation) with { MediaType = type }, $"{type ?? "no"} media type", (string?)null)
        );

    [Fact]
    public Task A_body_where_none_is_taken() =>
        AreRefused(
            from operation in Ours
            where operation.Body is null && operation.Method.Method is not "GET"
            select (
                OnNothing(operation) with
                {
                    Body = "{\"unheardOf\":1}"u8.ToArray(),
                    MediaType = "application/json",
                },
                "a body",
                (string?)""
            )
        );

    [Fact]
    public Task Ten_megabytes() =>
        AreRefused(
            from operation in Ours
            where operation.Method.Method is not "GET"
            from chunked in new[] { false, true }
            select (
                OnNothing(operation) with
                {
                    Body = new byte[TenMegabytes],
                    Chunked = chunked,
                },
                chunked ? "10 MB without a length" : "10 MB",
                (string?)null
            )
        );

    [Fact]
    public Task A_path_that_names_nothing() =>
        AreRefused(
            from operation in Ours
            from parameter in operation.InPath
            from value in WrongInPath(parameter)
            select (On(operation, parameter.Name, value), $"{parameter.Name} is {value[..Math.Min(value.Length, 20)]}", (string?)null)
        );

    [Fact]
    public Task A_query_that_breaks_its_schema() =>
        AreRefused(
            from operation in Ours
            from query in WrongQueries(operation)
            select (OnNothing(operation) with { Query = query.Query }, query.What, (string?)query.Parameter)
        );

    [Fact]
    public Task A_condition_or_key_that_is_none() =>
        AreRefused([
            .. from operation in Ours
            where operation.Takes("Idempotency-Key")
            from key in new[] { new string('k', 256), "hai tu" }
            select (OnNothing(operation) with { IdempotencyKey = key }, $"the key {key[..Math.Min(key.Length, 10)]}", (string?)null),
            .. from operation in Ours
            where operation.Parameters.Any(x => x is { Name: "If-Match" or "Idempotency-Key", IsRequired: true })
            select (OnNothing(operation) with { IfMatch = null, IdempotencyKey = null }, "no condition or key", (string?)null),
        ]);

    [Fact]
    public Task Bytes_that_are_no_text_in_a_path_or_query() =>
        AreHarmless(
            from operation in Ours
            from bytes in new[] { "%C3%28", "%FF", "%ED%A0%80", "%0d%0aX: y", NulByte }
            from call in (Call[])
                [
                    .. operation.InPath.Select(x => On(operation, x.Name, bytes)),
                    .. operation.InQuery.Select(x => OnNothing(operation) with { Query = $"{x.Name}={bytes}" }),
                ]
            where operation.Method.Method is "GET"
            select (call, bytes)
        );

    Call OnNothing(ApiOperation operation) => On(operation, "", "");

    /// <summary>On something of a right form that does not exist: whether input is right in itself is looked at first.</summary>
    Call On(ApiOperation operation, string parameter, string value) =>
        subjects.Example(
            operation,
            operation.InPath.ToDictionary(x => x.Name, x => x.Name == parameter ? value : x.Schema.Sample()!.ToString()),
            surface.Centre
        );

    static IEnumerable<string> WrongInPath(ApiParameter parameter)
    {
        yield return new string('x', 3000);
        if (parameter.Schema.Format is not null || parameter.Schema.Type != "string")
            yield return "x";
        if (parameter.Schema.Type == "integer")
            yield return "99999999999999999999";
    }

    IEnumerable<(string Query, string What, string Parameter)> WrongQueries(ApiOperation operation)
    {
        var right = OnNothing(operation).Query;
        string Beside(string name) =>
            string.Concat(
                right.Split('&').Where(x => x.Length > 0 && !x.StartsWith($"{name}=", StringComparison.Ordinal)).Select(x => $"{x}&")
            );

        yield return ($"{Beside("")}unheardOf=1", "an unknown parameter", "unheardOf");
        foreach (var parameter in operation.InQuery)
        {
            var schema = parameter.Schema.Type == "array" ? parameter.Schema.Items! : parameter.Schema;
            foreach (var (what, value) in WrongInQuery(schema))
                yield return (
                    $"{Beside(parameter.Name)}{parameter.Name}={Uri.EscapeDataString(value)}",
                    $"{parameter.Name} is {what}",
                    parameter.Name
                );
            if (parameter.Name == "after")
                yield return ($"{Beside("after")}after=x", "after is no cursor", "after");
            if (parameter.IsRequired)
                yield return (Beside(parameter.Name).TrimEnd('&'), $"{parameter.Name} is missing", parameter.Name);
            var once = $"{parameter.Name}={Uri.EscapeDataString($"{schema.Sample()}")}";
            if (parameter.Schema.Type != "array")
                yield return ($"{Beside(parameter.Name)}{once}&{once}", $"{parameter.Name} is given twice", parameter.Name);
        }
    }

    static IEnumerable<(string What, string Value)> WrongInQuery(ApiSchema schema) =>
        schema.Type switch
        {
            "string" => Spoiled.Texts(schema),
            "boolean" => [("no truth value", "perhaps")],
            _ =>
            [
                ("no number", "x"),
                ("a fraction", "1.5"),
                ("far too much", "99999999999999999999"),
                .. schema.Minimum is { } least ? [("too little", $"{least - 1}")] : Array.Empty<(string, string)>(),
                .. schema.Maximum is { } most ? [("too much", $"{most + 1}")] : Array.Empty<(string, string)>(),
            ],
        };

    /// <param name="calls">What is sent, what is wrong with it, and the field that is to be named: any when empty, none when null.</param>
    async Task AreRefused(IEnumerable<(Call Call, string What, string? Field)> calls)
    {
        var wrong = await Surface.Each(
            calls,
            async one =>
            {
                var answer = await one.Call.Send(surface.Centre.Clerk);
                var fault = one.Field switch
                {
                    null => answer.NoProblem(),
                    "" => answer.NoProblem()
                        ?? (answer.Errors.Any() || answer.Status == 413 ? null : $"{answer.Status} names no field: {answer.Start}"),
                    var field => answer.NotNaming(field),
                };
                // The server's limit holds everywhere, and is said of what takes a body.
                if (fault is null && answer.Status != 413 && !one.Call.Operation.Statuses.Contains(answer.Status))
                    fault = $"{answer.Status} is not in the document";
                return fault is null ? null : $"{one.Call.Operation}, {one.What}: {fault}";
            }
        );
        Surface.None(wrong);
        Assert.Equal(before, await surface.Changes());
    }

    async Task AreHarmless(IEnumerable<(Call Call, string What)> calls)
    {
        var wrong = await Surface.Each(
            calls,
            async one =>
            {
                var answer = await one.Call.Send(surface.Centre.Clerk);
                if (one.What == NulByte && answer is { Status: 400, Text: "" })
                    return null;
                return answer.Status < 400 || answer.NoProblem() is null ? null : $"{one.Call.Operation}, {one.What}: {answer.NoProblem()}";
            }
        );
        Surface.None(wrong);
        Assert.Equal(before, await surface.Changes());
    }
}
