using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>Who may do what, at every operation: nobody 401, who lacks the scope 403, who stands elsewhere 404, as if it were not there.</summary>
[Collection(Surface.Shared)]
public sealed class NeighbourTests(Surface surface)
{
    /// <summary>What anybody may call.</summary>
    static readonly string[] Public =
    [
        "POST /oauth/token",
        "POST /oauth/revoke",
        "GET /oauth/jwks",
        "GET /.well-known/openid-configuration",
        "GET /.well-known/oauth-authorization-server",
        "GET /api/v1/event-types/{type}/schema",
        "GET /.well-known/jwks.json",
        "POST /api/v1/receipts/status",
        "POST /api/v1/receipts/answers",
        "POST /api/v1/receipts/satisfaction",
        "GET /api/v1/public/petitions",
        "GET /api/v1/public/petitions/statistics",
    ];

    /// <summary>What belongs to no unit: the units themselves, the calendar, the roles, the keys, the forms, the registers of what the papers cite; and figures, of which each has its own.</summary>
    static readonly string[] Common =
    [
        "GET /api/v1/units/",
        "PUT /api/v1/calendar/days/",
        "GET /api/v1/roles/",
        "PUT /api/v1/roles/",
        "POST /api/v1/directory/signing-keys/",
        "GET /api/v1/forms/",
        "GET /api/v1/themes/",
        "GET /api/v1/documents/",
        "GET /api/v1/petitions/statistics/",
        "GET /api/v1/figures/",
    ];

    readonly Subjects subjects = new(surface.Document);

    IEnumerable<ApiOperation> Closed => surface.Document.Operations.Where(x => !x.IsPublic);

    [Fact]
    public void Nothing_is_public_but_what_is_named_here() =>
        Assert.Equal(Public.Order(), surface.Document.Operations.Where(x => x.IsPublic).Select(x => $"{x}").Order());

    [Fact]
    public async Task Without_a_token_it_is_401() =>
        Surface.None(await Surface.Each(Closed, x => IsRefused(x, surface.Nobody, 401, "unauthenticated")));

    [Fact]
    public async Task Without_the_scope_it_is_403()
    {
        var all = Closed.SelectMany(x => x.Scopes).ToHashSet();
        var wrong = await Surface.Each(
            Closed.Where(x => x.Scopes.Count > 0),
            async operation =>
            {
                using var other = surface.As(Place.Root, all.Except(operation.Scopes));
                return await IsRefused(operation, other, 403, "insufficient-scope");
            }
        );
        Surface.None(wrong);
    }

    [Fact]
    public async Task What_is_a_neighbours_is_404_and_stays_as_it_is()
    {
        var calls = new System.Collections.Concurrent.ConcurrentBag<Call>();
        var unmade = await Surface.Each(
            Closed.Where(x => x.InPath.Any() && !IsCommon(x)),
            async operation =>
            {
                calls.Add(await subjects.Ready(operation, surface.Owner(operation)));
                return null;
            }
        );
        Surface.None(unmade);

        var before = await surface.Changes();
        var wrong = await Surface.Each(
            calls,
            async call =>
            {
                var refused = await call.Send(surface.Neighbour.Clerk);
                return refused.Status == 404 && refused.NoProblem() is null ? null : $"{call.Operation}: {refused.Status} {refused.Start}";
            }
        );
        Surface.None(wrong);
        Assert.Equal(before, await surface.Changes());

        // The same calls by whose it is, so that no 404 was that of a wrong address. What else an example speaks of may be out of reach, and is named.
        var unheard = await Surface.Each(
            calls.Where(x => surface.Document.Shown.Contains(x.Operation)),
            async call =>
            {
                var own = await (call with { IdempotencyKey = $"{Guid.CreateVersion7()}" }).Send(surface.Owner(call.Operation).Clerk);
                return own.IsSuccess || own.Errors.Any() ? null : $"{call.Operation} by its own clerk: {own.Status} {own.Start}";
            }
        );
        Surface.None(unheard);
    }

    [Fact]
    public async Task Nobody_makes_anything_for_a_neighbour()
    {
        var wrong = await Surface.Each(
            Closed.Where(x => !x.InPath.Any() && UnitFields(x).Any()),
            async operation =>
            {
                var call = subjects.Another(operation, surface.Province);
                var body = JsonNode.Parse(call.Body!)!;
                foreach (var field in UnitFields(operation))
                    body[field] = surface.Province.Unit;
                var refused = await call.With(body).Send(surface.Neighbour.Clerk);
                return refused.Status == 404 && refused.NoProblem() is null && refused.Errors.Any()
                    ? null
                    : $"{operation}: {refused.Status} {refused.Start}";
            }
        );
        Surface.None(wrong);
    }

    [Fact]
    public async Task No_list_holds_what_is_a_neighbours()
    {
        var makers = Closed.Where(x => x.InPath.Any(p => p.Name == "id") && x.Method == HttpMethod.Get).DistinctBy(subjects.MakerOf);
        var made = new List<string>();
        foreach (var operation in makers.Where(x => !IsCommon(x)))
            made.Add((await subjects.On(operation, surface.Owner(operation))).InPath["id"]);
        var wrong = await Surface.Each(
            surface.Document.Shown.Where(x => !x.IsPublic && x.Method == HttpMethod.Get && !x.InPath.Any()),
            async list =>
            {
                var call = subjects.Example(list, new Dictionary<string, string>(), surface.Neighbour);
                if (list.InQuery.FirstOrDefault(x => x.Name == "limit") is { } limit)
                    call = call with { Query = $"{call.Query}&limit={limit.Schema.Maximum}".TrimStart('&') };
                var answer = await call.Send(surface.Neighbour.Clerk);
                if (!answer.IsSuccess)
                    return $"{list}: {answer.Status} {answer.Start}";
                return made.Find(id => answer.Text.Contains(id, StringComparison.Ordinal)) is { } seen ? $"{list} shows {seen}" : null;
            }
        );
        Surface.None(wrong);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_referred_to()
    {
        var wrong = await Surface.Each(
            from operation in Closed
            where operation.Body is { IsJson: true, Examples.Length: > 0 }
            from field in Fields(operation.Body!.Schema, operation.Body.Examples[0])
            where !Plan.NotLookedUp.Contains($"{operation.Id} {field}")
            select (Operation: operation, Field: field),
            async one =>
            {
                var call = one.Operation.InPath.Any()
                    ? await subjects.Ready(one.Operation, surface.Centre)
                    : subjects.Another(one.Operation, surface.Centre);
                var body = JsonNode.Parse(call.Body!)!;
                Put(body, one.Field, Guid.CreateVersion7());
                var refused = await call.With(body).Send(surface.Centre.Clerk);
                // A place around it is enough: what does not go together is told of together.
                var named = refused.Errors.Any(x => one.Field.StartsWith(x, StringComparison.Ordinal));
                return (named ? refused.NoProblem() : refused.NotNaming(one.Field)) is { } fault
                    ? $"{one.Operation}, {one.Field}: {fault}"
                    : null;
            }
        );
        Surface.None(wrong);
    }

    async Task<string?> IsRefused(ApiOperation operation, HttpClient client, int status, string code)
    {
        var call = subjects.Example(
            operation,
            operation.InPath.ToDictionary(x => x.Name, x => x.Schema.Sample()!.ToString()),
            surface.Centre
        );
        var refused = await call.Send(client);
        return refused.Status == status && refused.NoProblem() is null && (string?)refused.Json!["code"] == code
            ? null
            : $"{operation}: {refused.Status} {refused.Start}";
    }

    static bool IsCommon(ApiOperation operation) => Common.Any(common => $"{operation}".StartsWith(common, StringComparison.Ordinal));

    /// <summary>The members that name the unit whom something is made for; where they are left out it is the caller's own.</summary>
    static IEnumerable<string> UnitFields(ApiOperation operation) =>
        operation.Body is { IsJson: true, Examples.Length: > 0 } body
            ? body
                .Schema.Members.Where(x => x.Value.Format == "uuid")
                .Select(x => x.Key)
                .Where(x => x is "unitId" or "unit" || (string?)body.Examples[0][x] == $"{Place.Root}")
            : [];

    /// <summary>The members that refer to something: ids other than the own.</summary>
    static IEnumerable<string> Fields(ApiSchema schema, JsonNode? example, string at = "") =>
        schema.Members.SelectMany(member =>
            member.Value switch
            {
                { Format: "uuid" } => member.Key == "id" ? [] : [at + member.Key],
                { Type: "object" } inner when example?[member.Key] is JsonObject present => Fields(inner, present, $"{at}{member.Key}."),
                { Type: "array", Items: { Type: "object" } item } when example?[member.Key] is JsonArray { Count: > 0 } present => Fields(
                    item,
                    present[0],
                    $"{at}{member.Key}[0]."
                ),
                _ => Array.Empty<string>(),
            }
        );

    static void Put(JsonNode body, string field, Guid value)
    {
        var steps = field.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
        var place = steps[..^1].Aggregate(body, (node, step) => step == "0" ? node[0]! : node[step]!);
        place[steps[^1]] = value;
    }
}
