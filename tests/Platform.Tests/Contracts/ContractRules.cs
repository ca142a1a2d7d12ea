using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Chassis.Messaging;

namespace DanVan.Platform.Tests.Contracts;

/// <summary>What was once published stays readable: a sample of every version of every event, kept as it was.</summary>
public sealed class ContractRules
{
    static readonly string samples = Path.Combine(AppContext.BaseDirectory, "Contracts", "Samples");

    public static TheoryData<string> Events => [.. Published().Select(type => EventType.Of(type).Name)];

    public static IEnumerable<Type> Published() =>
        from service in DanVan.Cli.Local.Services.All
        from type in EventType.In(Assembly.Load($"{DanVan.Cli.Local.Services.Project(service)}.Contracts"))
        orderby EventType.Of(type).Name
        select type;

    /// <summary>The golden sample of an event.</summary>
    public static JsonObject Sample(Type contract) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(samples, $"{EventType.Of(contract).Key}.json")))!.AsObject();

    [Fact]
    public void Every_publishing_service_is_looked_at() => Assert.True(Published().Select(type => type.Assembly).Distinct().Count() >= 5);

    [Theory, MemberData(nameof(Events))]
    public void Every_event_has_a_sample_that_its_record_still_reads(string name)
    {
        var file = Path.Combine(samples, $"{EventType.RoutingKey(name)}.json");
        Assert.True(File.Exists(file), $"Put a sample of {name} into {file}");
        var type = Published().Single(published => EventType.Of(published).Name == name);
        var sample = File.ReadAllText(file);
        var read = JsonSerializer.Deserialize(sample, type, EventJson.Options);

        // Nothing of the sample is lost on the way in and out.
        var again = JsonSerializer.SerializeToElement(read, type, EventJson.Options);
        foreach (var member in JsonElement.Parse(sample).EnumerateObject())
            Assert.True(
                again.TryGetProperty(member.Name, out var kept) && JsonElement.DeepEquals(kept, member.Value),
                $"{member.Name} of {name} is not read any more"
            );
    }

    [Fact]
    public void Samples_of_events_that_are_gone_are_still_read()
    {
        var known = Published().Select(type => EventType.Of(type).Key).ToHashSet();
        Assert.All(System.IO.Directory.EnumerateFiles(samples), file => Assert.Contains(Path.GetFileNameWithoutExtension(file), known));
    }

    [Theory, MemberData(nameof(Events))]
    public void An_event_is_flat_and_names_nobody(string name)
    {
        var type = Published().Single(published => EventType.Of(published).Name == name);
        Assert.All(
            type.GetProperties(),
            property =>
            {
                Assert.False(property.PropertyType.IsEnum, $"{property.Name}: enums travel as text");
                // The one exception: the public holder of an office, whom other services show by name.
                if (
                    (type.Name, property.Name)
                    is not
                        ("PositionRecorded", "HolderName")
                        and not
                        ("PersonRegistered" or "PersonCorrected", "PublicName")
                )
                    Assert.DoesNotMatch(
                        "(?i)(fullName|personName|publicName|holderName|userName|address(?!ee)|phone|email|identityNumber)",
                        property.Name
                    );
            }
        );
    }
}
