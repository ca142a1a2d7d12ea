using System.Text.Json.Nodes;
using DanVan.Chassis.Messaging;

namespace DanVan.Platform.Tests.Contracts;

/// <summary>What an outside validator says of the schemas of events, and of the golden samples by them.</summary>
public sealed class SchemaTests
{
    static readonly Uri gateway = new("https://danvan.example/");

    static readonly List<(Type Contract, JsonObject Schema, JsonObject Sample)> all =
    [
        .. ContractRules.Published().Select(contract => (contract, EventSchema.Of(contract, gateway), ContractRules.Sample(contract))),
    ];

    [Fact]
    public async Task Every_golden_sample_is_valid_by_the_schema_of_its_type()
    {
        var verdicts = await SchemaValidator.Judge(all.Select(one => ((JsonNode)one.Schema, (JsonNode)one.Sample)));

        Assert.True(verdicts.Length >= 50, $"Only {verdicts.Length} were judged");
        Assert.Empty(all.Zip(verdicts).Where(judged => judged.Second is not null).Select(Verdict));
    }

    [Fact]
    public async Task A_field_that_was_added_later_makes_no_sample_invalid()
    {
        var grown = all.Select(one => ((JsonNode)one.Schema, (JsonNode)With(one.Sample, sample => sample["addedLater"] = 7)));
        Assert.All(await SchemaValidator.Judge(grown), Assert.Null);
    }

    [Fact]
    public async Task What_lacks_a_field_or_has_another_type_is_refused()
    {
        var cases = all.SelectMany(one => Mangled(one.Schema, one.Sample)).ToList();
        var verdicts = await SchemaValidator.Judge(cases.Select(one => (one.Schema, one.Data)));

        Assert.True(cases.Count > 2 * all.Count, $"Only {cases.Count} were judged");
        Assert.Empty(cases.Zip(verdicts).Where(judged => judged.Second is null).Select(judged => judged.First.What));
    }

    [Fact]
    public void Only_fields_that_every_version_had_are_required()
    {
        foreach (var (contract, schema, _) in all)
            Assert.Equal(
                contract
                    .GetConstructors()
                    .Single()
                    .GetParameters()
                    .Where(field => !field.HasDefaultValue)
                    .Select(field => Camel(field.Name!)),
                Required(schema)
            );
        Assert.Equal(["fromTheStart"], Required(EventSchema.Of(typeof(DanVan.Sample.Contracts.V1.Grown), gateway)));
    }

    [Fact]
    public void Every_field_says_what_it_means() =>
        Assert.Empty(
            all.SelectMany(one => one.Schema["properties"]!.AsObject(), (one, field) => (one.Schema, field.Key, field.Value))
                .Where(field => field.Value!["description"] is null)
                .Select(field => $"{field.Schema["title"]}: {field.Key}")
        );

    [Fact]
    public void A_schema_is_where_it_says_and_reads_like_its_contract()
    {
        var schema = EventSchema.Of(typeof(DanVan.Petitions.Contracts.V1.PetitionReceived), new("https://danvan.example/platform"));

        Assert.Equal(
            "https://danvan.example/platform/api/v1/event-types/vn.danvan.petitions.petition-received.v1/schema",
            schema["$id"]!.GetValue<string>()
        );
        Assert.Equal(
            """{"description":"The petition.","type":"string","format":"uuid"}""",
            schema["properties"]!["petitionId"]!.ToJsonString()
        );
        Assert.Equal("""["string","null"]""", schema["properties"]!["placeUnitId"]!["type"]!.ToJsonString());
        Assert.Equal("date", schema["properties"]!["dueOn"]!["format"]!.GetValue<string>());
        Assert.Contains("receiving unit", schema["description"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>The sample without each required field, and with each field of another type.</summary>
    static IEnumerable<(JsonNode Schema, JsonNode Data, string What)> Mangled(JsonObject schema, JsonObject sample)
    {
        foreach (var (field, _) in schema["properties"]!.AsObject())
        {
            if (Required(schema).Contains(field))
                yield return (schema, With(sample, data => data.Remove(field)), $"{schema["title"]} without {field}");
            yield return (
                schema,
                With(sample, data => data[field] = new JsonArray(new JsonArray())),
                $"{schema["title"]}: {field} as a list"
            );
        }
    }

    static IEnumerable<string> Required(JsonObject schema) =>
        (schema["required"]?.AsArray() ?? []).Select(field => field!.GetValue<string>());

    static string Camel(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    static JsonObject With(JsonObject sample, Action<JsonObject> change)
    {
        var changed = sample.DeepClone().AsObject();
        change(changed);
        return changed;
    }

    static string Verdict(((Type Contract, JsonObject, JsonObject) Case, string? Wrong) judged) =>
        $"{judged.Case.Contract.Name}: {judged.Wrong}";
}
