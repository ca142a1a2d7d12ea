using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// The name of an event on the wire, taken from where its record stands: <c>DanVan.Petitions.Contracts.V1.PetitionReceived</c> is
/// <c>vn.danvan.petitions.petition-received.v1</c>.
/// </summary>
/// <param name="Name">The CloudEvents <c>type</c>.</param>
/// <param name="Service">The publishing service.</param>
public sealed partial record EventType(string Name, string Service)
{
    const string Prefix = "vn.danvan.";
    static readonly ConcurrentDictionary<Type, EventType> known = new();

    /// <summary>The routing key on the exchange <c>danvan.events</c>: the name without its prefix.</summary>
    public string Key => RoutingKey(Name);

    /// <summary>The routing key of a type by its name on the wire.</summary>
    public static string RoutingKey(string name) => name[Prefix.Length..];

    /// <summary>The type of a contract record.</summary>
    /// <exception cref="ArgumentException">The record stands in no contracts namespace.</exception>
    public static EventType Of(Type contract) => known.GetOrAdd(contract, static type => From(type));

    /// <summary>Whether the record stands in a contracts namespace.</summary>
    public static bool IsContract([NotNullWhen(true)] Type? type) => type?.Namespace is { } name && ContractsNamespace().IsMatch(name);

    /// <summary>The events of an assembly: its contract records, but for those that are only a part of another.</summary>
    public static IEnumerable<Type> In(Assembly contracts)
    {
        Type[] records = [.. contracts.GetExportedTypes().Where(type => IsContract(type) && type.GetMethod("<Clone>$") is not null)];
        var parts = records.SelectMany(record => record.GetProperties()).SelectMany(property => PartsOf(property.PropertyType)).ToHashSet();
        return records.Where(record => !parts.Contains(record)).OrderBy(record => Of(record).Name, StringComparer.Ordinal);
    }

    static IEnumerable<Type> PartsOf(Type type) =>
        [type, .. type.GenericTypeArguments, .. type.GetElementType() is { } item ? [item] : Type.EmptyTypes];

    static EventType From(Type contract)
    {
        if (!IsContract(contract))
            throw new ArgumentException($"{contract} is no event: it must stand in DanVan.<Service>.Contracts.V<n>", nameof(contract));
        var place = ContractsNamespace().Match(contract.Namespace!);
        var service = JsonNamingPolicy.KebabCaseLower.ConvertName(place.Groups["service"].Value);
        return new EventType(
            $"{Prefix}{service}.{JsonNamingPolicy.KebabCaseLower.ConvertName(contract.Name)}.v{place.Groups["version"].Value}",
            service
        );
    }

    [GeneratedRegex(@"^DanVan\.(?<service>\w+)\.Contracts\.V(?<version>\d+)$")]
    private static partial Regex ContractsNamespace();
}
