using System.Reflection;
using System.Text.Json;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Which events of a service are hidden even as a fact, and who gets them all the same: what its contracts declare. Whether an event is restricted
/// follows from its data alone, so that it holds for what was announced before the declaration, and for a replay.
/// </summary>
/// <param name="Member">The member of the data that decides: <c>kind</c>.</param>
/// <param name="Value">The text under which an event is restricted.</param>
/// <param name="Services">Names of the services that get it.</param>
/// <param name="Except">Types of events, by their names on the wire, that tell of nothing that could be hidden.</param>
public sealed record Restriction(string Member, string Value, IReadOnlyList<string> Services, IReadOnlyList<string> Except)
{
    /// <summary>What an assembly of contracts declares; null: all of its events are for everybody with the scope.</summary>
    public static Restriction? Of(Assembly contracts) =>
        // Each assembly has its own copy of the attribute: it is known by its name.
        contracts
            .GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType.FullName == typeof(RestrictedAttribute).FullName)
            .Select(attribute => From(attribute.ConstructorArguments, attribute.NamedArguments))
            .SingleOrDefault();

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
        !Except.Contains(type)
        && (
            data.ValueKind is not JsonValueKind.Object
            || !data.TryGetProperty(Member, out var said)
            || said.ValueKind is not JsonValueKind.String
            || said.ValueEquals(Value)
        );

    /// <summary>Whether that service gets restricted events.</summary>
    public bool Names(string service) => Services.Contains(service);

    static Restriction From(IList<CustomAttributeTypedArgument> arguments, IList<CustomAttributeNamedArgument> named) =>
        new(
            (string)arguments[0].Value!,
            (string)arguments[1].Value!,
            [.. ((IEnumerable<CustomAttributeTypedArgument>)arguments[2].Value!).Select(service => (string)service.Value!)],
            [
                .. named
                    .Where(argument => argument.MemberName == nameof(RestrictedAttribute.Except))
                    .SelectMany(argument => (IEnumerable<CustomAttributeTypedArgument>)argument.TypedValue.Value!)
                    .Select(type => EventType.Of((Type)type.Value!).Name),
            ]
        );
}
