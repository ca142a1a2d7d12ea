using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>A body in which one thing is wrong.</summary>
/// <param name="What">What was done to it.</param>
/// <param name="Field">The field that an answer must name.</param>
/// <param name="Body">The whole body.</param>
public sealed record Spoiled(string What, string Field, JsonNode Body)
{
    // Deeper than this, schemas repeat what they are above.
    const int Deepest = 5;

    /// <summary>Every way in which a right body can be wrong by its schema, one at a time.</summary>
    public static IEnumerable<Spoiled> All(ApiSchema schema, JsonNode right) => Inside(schema, right, [], right);

    static IEnumerable<Spoiled> Inside(ApiSchema schema, JsonNode whole, object[] at, JsonNode here)
    {
        if (at.Length > Deepest)
            yield break;
        if (schema.Type == "array" && here is JsonArray { Count: > 0 } items && schema.Items is { } item)
        {
            if (!item.IsNullable && item.Type is not null)
                yield return Put("null", whole, [.. at, 0], null);
            foreach (var spoiled in Member(item, whole, [.. at, 0], items[0]))
                yield return spoiled;
        }
        if (schema.Type != "object" || here is not JsonObject present)
            yield break;
        yield return Put("an unknown member", whole, [.. at, "unheardOf"], 1);
        foreach (var name in schema.Required)
            yield return new($"{Name([.. at, name])} is missing", Name([.. at, name]), Without(whole, [.. at, name]));
        foreach (var (name, member) in schema.Members)
        {
            if (!member.IsNullable && member.Type is not null)
                yield return Put("null", whole, [.. at, name], null);
            foreach (var spoiled in Member(member, whole, [.. at, name], present[name]))
                yield return spoiled;
        }
    }

    static IEnumerable<Spoiled> Member(ApiSchema schema, JsonNode whole, object[] at, JsonNode? present)
    {
        foreach (var (what, value) in Wrong(schema, present))
            yield return Put(what, whole, at, value);
        if (schema.Type is not ("object" or "array") || (present ?? schema.Sample()) is not { } inner)
            yield break;
        var with = Put("", whole, at, inner.DeepClone()).Body;
        foreach (var spoiled in Inside(schema, with, at, inner))
            yield return spoiled;
    }

    static IEnumerable<(string What, JsonNode? Value)> Wrong(ApiSchema schema, JsonNode? present)
    {
        switch (schema.Type)
        {
            case "string":
                yield return ("a number", 1.5);
                yield return ("a list", new JsonArray(new JsonArray()));
                foreach (var text in Texts(schema))
                    yield return (text.What, text.Value);
                break;
            case "integer" or "number":
                yield return ("text", "x");
                yield return ("true", true);
                if (schema.Type == "integer")
                    yield return ("a fraction", 1.5);
                if (schema.Type == "integer")
                    yield return ("far too much", 1e30);
                if (schema.Minimum is { } least)
                    yield return ("too little", least - 1);
                if (schema.Maximum is { } most)
                    yield return ("too much", most + 1);
                break;
            case "boolean":
                yield return ("text", "x");
                yield return ("a number", 1);
                break;
            case "array":
                yield return ("text", "x");
                yield return ("an object", new JsonObject { ["x"] = 1 });
                if (schema.MinItems > 0)
                    yield return ("nothing in it", new JsonArray());
                if (schema.MaxItems is { } longest && ((present as JsonArray)?.FirstOrDefault() ?? schema.Items?.Sample()) is { } item)
                    yield return ("too many", new JsonArray([.. Enumerable.Range(0, longest + 1).Select(_ => item.DeepClone())]));
                break;
            case "object":
                yield return ("text", "x");
                yield return ("a list", new JsonArray());
                break;
        }
    }

    /// <summary>Texts that a text of this schema may not be; those of parameters too.</summary>
    public static IEnumerable<(string What, string Value)> Texts(ApiSchema schema)
    {
        if (schema.Names.Count > 0)
            yield return ("no such name", "UNHEARD_OF");
        else if (schema.Format is "uuid" or "date" or "date-time" or "time" or "uri")
            yield return ($"no {schema.Format}", "x y");
        if (schema.Format == "date")
        {
            yield return ("no day", "2026-02-30");
            yield return ("a day written otherwise", "01/07/2026");
        }
        if (schema.Names.Count > 0 || schema.Format is not null)
            yield break;
        yield return ("a NUL", "a\0b");
        if (schema.MinLength > 0)
            yield return ("nothing", "");
        if (schema.MinLength > 0)
            yield return ("blanks", "  ");
        if (schema.MaxLength is { } longest)
            yield return ("too long", new string('x', longest + 1));
        if (schema.Pattern is { } pattern && !Regex.IsMatch("@#", pattern))
            yield return ("another form", "@#");
    }

    static Spoiled Put(string what, JsonNode whole, object[] at, JsonNode? value)
    {
        var body = whole.DeepClone();
        var place = at[..^1].Aggregate(body, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (at[^1] is int last)
            place[last] = value;
        else
            place[(string)at[^1]] = value;
        return new($"{Name(at)} is {what}", Name(at), body);
    }

    static JsonNode Without(JsonNode whole, object[] at)
    {
        var body = whole.DeepClone();
        at[..^1].Aggregate(body, (node, step) => step is int index ? node[index]! : node[(string)step]!).AsObject().Remove((string)at[^1]);
        return body;
    }

    // items[0].days
    static string Name(object[] at) =>
        string.Concat(
            at.Select(
                (step, place) =>
                    step is int index ? $"[{index}]"
                    : place == 0 ? step
                    : $".{step}"
            )
        );
}
