using System.Reflection;
using System.Text.Json;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Which events of a service are hidden even as a fact, and who gets them all the same: what its contracts declare. Whether an event is restricted
/// follows from its type and its data alone, so that it holds for what was announced before the declaration, and for a replay.
/// </summary>
/// <param name="Member">The member of the data that decides: <c>kind</c>; null when no data do.</param>
/// <param name="Value">The text under which an event is restricted.</param>
/// <param name="Services">Names of the services that get it.</param>
/// <param name="Except">Types of events, by their names on the wire, that tell of nothing that could be hidden.</param>
public sealed record Restriction(string? Member, string? Value, IReadOnlyList<string> Services, IReadOnlyList<string> Except)
{
    /// <summary>The events that are restricted whatever their data say, by their names on the wire, each with the services that get it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Only { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What an assembly of contracts declares; null: all of its events are for everybody with the scope.</summary>
    public static Restriction? Of(Assembly contracts)
    {
        // Each assembly has its own copy of the attributes: they are known by their names.
        var declared = contracts
            .GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.FullName == typeof(RestrictedAttribute).FullName)
            .Select(attribute => From(attribute.ConstructorArguments, attribute.NamedArguments))
            .SingleOrDefault();
        var only = OnlyFor(contracts);
        return only.Count == 0 ? declared : (declared ?? new(null, null, [], [])) with { Only = only };
    }

    /// <summary>What the service of that program declares in its contracts, which stand in an assembly of their own or in the program.</summary>
    internal static Restriction? OfService(Assembly program) =>
        program
            .GetReferencedAssemblies()
            .Where(name => name.Name == $"{program.GetName().Name}.Contracts")
            .Select(Assembly.Load)
            .Append(program)
            .Select(Of)
            .FirstOrDefault(declared => declared is not null);

    /// <summary>Whether the event is restricted. Data that do not say are: what cannot be judged is not handed round.</summary>
    /// <param name="type">The event's type, its name on the wire.</param>
    /// <param name="data">The event's data.</param>
    public bool Covers(string type, JsonElement data) =>
        Only.ContainsKey(type)
        || Member is not null
            && !Except.Contains(type)
            && (
                data.ValueKind is not JsonValueKind.Object
                || !data.TryGetProperty(Member, out var said)
                || said.ValueKind is not JsonValueKind.String
                || said.ValueEquals(Value)
            );

    /// <summary>Whether that service gets the events of that type where they are restricted.</summary>
    public bool Names(string service, string type) => Only.GetValueOrDefault(type, Services).Contains(service);

    /// <summary>Whether the events of that type never leave the journal.</summary>
    public bool Keeps(string type) => Only.TryGetValue(type, out var services) && services.Count == 0;

    static Dictionary<string, IReadOnlyList<string>> OnlyFor(Assembly contracts) =>
        EventType
            .In(contracts)
            .Select(contract =>
                (
                    EventType.Of(contract).Name,
                    Attribute: contract
                        .GetCustomAttributesData()
                        .SingleOrDefault(attribute => attribute.AttributeType.FullName == typeof(OnlyForAttribute).FullName)
                )
            )
            .Where(found => found.Attribute is not null)
            .ToDictionary(found => found.Name, found => Texts(found.Attribute!.ConstructorArguments[0]));

    static IReadOnlyList<string> Texts(CustomAttributeTypedArgument list) =>
        [.. ((IEnumerable<CustomAttributeTypedArgument>)list.Value!).Select(text => (string)text.Value!)];

    static Restriction From(IList<CustomAttributeTypedArgument> arguments, IList<CustomAttributeNamedArgument> named) =>
        new(
            (string)arguments[0].Value!,
            (string)arguments[1].Value!,
            Texts(arguments[2]),
            [
                .. named
                    .Where(argument => argument.MemberName == nameof(RestrictedAttribute.Except))
                    .SelectMany(argument => (IEnumerable<CustomAttributeTypedArgument>)argument.TypedValue.Value!)
                    .Select(type => EventType.Of((Type)type.Value!).Name),
            ]
        );
}
