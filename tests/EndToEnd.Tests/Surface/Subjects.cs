using System.Text.Json.Nodes;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>Brings about what an operation needs, by the examples of the operations before it.</summary>
sealed class Subjects(ApiDocument document)
{
    /// <summary>The operation's own example as a clerk of the place would send it, on a subject of the place that was made for it.</summary>
    public async Task<Call> Ready(ApiOperation operation, Place place)
    {
        var call = await On(operation, place);
        foreach (var step in Plan.Before.GetValueOrDefault(operation.Id, []))
            await Answer(document[step], call.InPath, place);
        if (Plan.Awaited.TryGetValue(operation.Id, out var awaited))
            await Eventually.True(
                $"{awaited.Operation} to show what {operation} needs",
                async () => awaited.Shows(await Answer(document[awaited.Operation], call.InPath, place))
            );
        return call;
    }

    /// <summary>The same without what must have happened before: enough for whatever is refused earlier.</summary>
    public async Task<Call> On(ApiOperation operation, Place place)
    {
        if (Plan.OfEndedUnits.Contains(operation.Id))
            return await OnWhatIsLeft(operation, place);
        var call = Example(operation, await InPath(operation, place), place);
        if (Plan.Fetched.TryGetValue(operation.Id, out var source))
            return call with
            {
                Body = Demand(await Example(document[source], call.InPath, place).Send(place.Clerk), document[source]).Bytes,
            };
        if (!Plan.Beside.TryGetValue(operation.Id, out var member))
            return call;
        var body = JsonNode.Parse(call.Body!)!;
        body[member] = await Make(operation, place);
        return call.With(body);
    }

    /// <summary>The values of its path, of what was made for it.</summary>
    async Task<IReadOnlyDictionary<string, string>> InPath(ApiOperation operation, Place place)
    {
        var values = new Dictionary<string, string>();
        foreach (var parameter in operation.InPath)
            values[parameter.Name] =
                parameter.Name == "id" ? await Make(operation, place)
                : Plan.Further.TryGetValue(parameter.Name, out var further)
                    ? further.In(await Answer(document[further.Operation], values, place))
                : Value(operation, parameter);
        return values;
    }

    /// <summary>The example with whatever stands in the path, and what the plan says of the rest of it; nothing is made for it.</summary>
    public Call Example(ApiOperation operation, IReadOnlyDictionary<string, string> inPath, Place place) =>
        new Call(operation)
        {
            InPath = operation.InPath.ToDictionary(x => x.Name, x => inPath.GetValueOrDefault(x.Name) ?? Value(operation, x)),
            Query = string.Join(
                '&',
                operation.InQuery.Where(x => x.IsRequired).Select(x => $"{x.Name}={Uri.EscapeDataString(Value(operation, x))}")
            ),
        }.With(Of(place, operation.Body?.Examples.FirstOrDefault()));

    /// <summary>The operation that makes what an operation works on.</summary>
    public ApiOperation MakerOf(ApiOperation operation) => document[SubjectOf(operation).MadeBy];

    static string Value(ApiOperation operation, ApiParameter parameter) =>
        Plan.Values.Where(one =>
                one.Key.Split(' ') is [var path, var name]
                && name == parameter.Name
                && operation.Path.StartsWith(path, StringComparison.Ordinal)
            )
            .OrderByDescending(one => one.Key.Length)
            .Select(one => one.Value)
            .FirstOrDefault()
        ?? Plan.Values.GetValueOrDefault(parameter.Name)
        ?? parameter.Schema.Sample()!.ToString();

    /// <summary>The example of an operation that makes something, changed so that it makes another.</summary>
    public Call Another(ApiOperation maker, Place place, Action<JsonObject, Place>? changed = null)
    {
        var call = Example(maker, new Dictionary<string, string>(), place);
        if (Of(place, maker.Body?.Examples.FirstOrDefault()) is not JsonObject body)
            return call;
        Renew(body);
        (changed ?? Plan.Subjects.Values.FirstOrDefault(x => x.MadeBy == maker.Id)?.Changed)?.Invoke(body, place);
        return call.With(body);
    }

    async Task<string> Make(ApiOperation operation, Place place)
    {
        var subject = SubjectOf(operation);
        var maker = document[subject.MadeBy];
        var call = Another(maker, place, subject.Changed);
        if (maker.InPath.Any())
            call = call with { InPath = (await On(maker, place)).InPath };
        var made = Demand(await call.Send(place.Clerk), maker);
        return subject.Id is { } id ? id(made.Json!)
            : made.Headers.Location is { } location ? location.OriginalString.Split('/')[^1]
            : throw new InvalidOperationException($"{maker} made nothing new: {made.Status} {made.Start}");
    }

    /// <summary>
    /// The operation on what a unit left behind that ended without a successor. The service hears of the beginning and the end of the unit.
    /// </summary>
    async Task<Call> OnWhatIsLeft(ApiOperation operation, Place place)
    {
        var abolish = document["abolishUnit"];
        var ended = new Dictionary<string, string> { ["id"] = await Make(abolish, place) };
        var its = place with { Unit = Guid.Parse(ended["id"]) };
        var left = await Eventually.Found(
            $"{operation} to have something of a new unit",
            async () => (IReadOnlyDictionary<string, string>?)await InPath(operation, its)
        );
        await Answer(abolish, ended, place);
        await Eventually.True(
            $"{operation} to know the end of the unit",
            async () =>
                (
                    await place.Clerk.GetStringAsync(
                        $"{Plan.ListOfEndedUnits.GetValueOrDefault(operation.Id, ListOf(operation))}?ofEndedUnits=true&limit=1000"
                    )
                ).Contains(left["id"], StringComparison.Ordinal)
        );
        return Example(operation, left, place with { Ended = its.Unit });
    }

    Plan.Subject SubjectOf(ApiOperation operation)
    {
        if (Plan.Subjects.TryGetValue(operation.Id, out var own))
            return own;
        if (Plan.Subjects.FirstOrDefault(x => operation.Path.StartsWith(x.Key, StringComparison.Ordinal)).Value is { } known)
            return known;
        return document.Find("POST", ListOf(operation)) is { } maker
            ? new(maker.Id)
            : throw new InvalidOperationException($"Nothing makes what {operation} works on: say in the plan what does.");
    }

    static string ListOf(ApiOperation operation) => operation.Path[..operation.Path.IndexOf("/{", StringComparison.Ordinal)];

    // The examples speak of the centre, and of a unit that has ended.
    static JsonNode? Of(Place place, JsonNode? example) =>
        example is null
            ? null
            : JsonNode.Parse(
                example
                    .ToJsonString()
                    .Replace($"{Place.Root}", $"{place.Unit}", StringComparison.Ordinal)
                    .Replace($"{Place.NoMore}", $"{place.Ended}", StringComparison.Ordinal)
            );

    /// <summary>Gives whatever in it has an identity another one.</summary>
    static void Renew(JsonNode? node)
    {
        if (node is JsonArray list)
            foreach (var item in list)
                Renew(item);
        if (node is not JsonObject map)
            return;
        if (map["id"] is not null)
            map["id"] = Guid.CreateVersion7();
        foreach (var (_, member) in map)
            Renew(member);
    }

    async Task<JsonNode> Answer(ApiOperation operation, IReadOnlyDictionary<string, string> inPath, Place place) =>
        Demand(await Example(operation, inPath, place).Send(place.Clerk), operation).Json!;

    static Answer Demand(Answer answer, ApiOperation operation) =>
        answer.IsSuccess ? answer : throw new InvalidOperationException($"{operation} was refused: {answer.Status} {answer.Start}");
}
