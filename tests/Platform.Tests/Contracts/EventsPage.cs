using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DanVan.Chassis.Messaging;
using DanVan.Cli.Local;

namespace DanVan.Platform.Tests.Contracts;

/// <summary><c>docs/events.md</c> is written from the contracts and their documentation: <c>DANVAN_WRITE=1 ./danvan test platform</c> writes it anew.</summary>
public sealed class EventsPage
{
    static readonly string page = Path.Combine(Repository.Root, "docs", "events.md");

    [Fact]
    public void The_page_of_events_is_what_the_contracts_say()
    {
        var expected = Write();
        if (Environment.GetEnvironmentVariable("DANVAN_WRITE") == "1")
            File.WriteAllText(page, expected);
        Assert.Equal(expected, File.ReadAllText(page));
    }

    static string Write()
    {
        var text = new StringBuilder(
            """
            # Events

            Written from the contracts; change those, then run `DANVAN_WRITE=1 ./danvan test platform`.

            Every event is a [CloudEvents 1.0](https://cloudevents.io) message in structured JSON on the topic exchange `danvan.events`, its routing key the type
            without `vn.danvan.`; over HTTP it stands in `GET /api/v1/events`. Besides the standard attributes: `sequence` (place in the journal of the source,
            without gaps, in an order that respects commits), `subjectversion` (version of the subject, 1, 2, 3 …), `partitionkey` (= `subject`), `unit` (whose
            subtree may see it; absent: everybody with the scope) and `traceparent`. `dataschema` is the address of a JSON Schema (2020-12) of the data, for
            everybody: `GET /api/v1/event-types/{type}/schema`. Deliveries may repeat and come out of order: keep what has the higher `subjectversion`.
            Fields are only added; another meaning is another version. No event names a person,
            but for the holder of a public office in `position-recorded`.

            What must be hidden even as a fact is *restricted*: it goes to the exchange `danvan.restricted` in place of `danvan.events`, under the same routing
            key, and only the services that the contracts name may bind to it. It is in no feed, webhook, fanout exchange or stream, and a replay leaves it out
            for everybody else. Below each service, and at single events, it says which are.

            """
        );
        foreach (var service in ContractRules.Published().GroupBy(type => EventType.Of(type).Service))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"## {service.Key}");
            var restriction = Restriction.Of(service.First().Assembly);
            if (restriction is { Member: not null })
                text.AppendLine().AppendLine(Describe(restriction));
            foreach (var type in service)
                Describe(text, type, restriction?.Only.GetValueOrDefault(EventType.Of(type).Name));
        }
        return text.ToString().TrimEnd() + "\n";
    }

    static string Describe(Restriction restriction) =>
        $"Restricted: every event whose `{restriction.Member}` is `{restriction.Value}`, or that does not say"
        + (
            restriction.Except.Count == 0
                ? ""
                : $" ({string.Join(" and ", restriction.Except.Select(type => $"`{type}`"))} tell of none and need not)"
        )
        + ". It reaches only "
        + $"{string.Join(", ", restriction.Services.Select(service => $"`{service}`"))}.";

    static void Describe(StringBuilder text, Type type, IReadOnlyList<string>? only)
    {
        var documentation = Documentation(type);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### `{EventType.Of(type).Name}`").AppendLine();
        text.AppendLine(Words(documentation?.Element("summary"))).AppendLine();
        if (only is not null)
            text.AppendLine(
                    only.Count == 0
                        ? "Restricted: it does not leave the journal."
                        : $"Restricted: it reaches only {string.Join(", ", only.Select(service => $"`{service}`"))}."
                )
                .AppendLine();
        text.AppendLine("| field | type | meaning |").AppendLine("| --- | --- | --- |");
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var optional = nullability.Create(property).ReadState == NullabilityState.Nullable ? ", optional" : "";
            var meaning = Words(
                documentation?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == property.Name)
            );
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{name}` | {NameOf(property.PropertyType)}{optional} | {meaning} |");
        }
    }

    static string NameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type != typeof(string) && type.GetInterface("IEnumerable`1") is { } list)
            return $"list of {NameOf(list.GenericTypeArguments[0])}";
        return type.Name switch
        {
            "Guid" => "uuid",
            "String" => "text",
            "DateOnly" => "date",
            "DateTimeOffset" => "instant",
            "Int32" or "Int64" => "integer",
            "Decimal" or "Double" => "number",
            "Boolean" => "boolean",
            _ => string.Join(", ", type.GetProperties().Select(part => JsonNamingPolicy.CamelCase.ConvertName(part.Name)))
                is { Length: > 0 } parts
                ? $"{{{parts}}}"
                : type.Name,
        };
    }

    static XElement? Documentation(Type type) =>
        XDocument
            .Load(Path.ChangeExtension(type.Assembly.Location, ".xml"))
            .Descendants("member")
            .FirstOrDefault(member => (string?)member.Attribute("name") == $"T:{type.FullName}");

    /// <summary>The text of a documentation element on one line; references by their last name.</summary>
    static string Words(XElement? element)
    {
        if (element is null)
            return "";
        var parts = element
            .Nodes()
            .Select(node =>
                node switch
                {
                    XText words => words.Value,
                    XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                    XElement see => (string?)see.Attribute("langword") ?? ((string?)see.Attribute("cref") ?? see.Value).Split('.', ':')[^1],
                    _ => "",
                }
            );
        return string.Join(' ', string.Concat(parts).Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
            .Replace("|", "\\|", StringComparison.Ordinal);
    }
}
