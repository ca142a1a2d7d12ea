using MassTransit;

namespace DanVan.Chassis.Messaging;

/// <summary>A queue of this service and the class that takes from it.</summary>
/// <param name="Name">Name of the queue without the service.</param>
/// <param name="Class">The consumer or batch reaction.</param>
/// <param name="Contracts">The events it takes; none: every event there is.</param>
sealed record Reaction(string Name, Type Class, IReadOnlyList<Type> Contracts)
{
    public bool IsBatch => Class.IsAssignableTo(typeof(IBatchReaction));

    public IEnumerable<string> BindingKeys => Contracts.Count == 0 ? ["#"] : Contracts.Select(contract => EventType.Of(contract).Key);

    /// <summary>Those of the events whose contracts name the service among the few that get them where they are restricted.</summary>
    public IEnumerable<string> RestrictedKeys(string service) =>
        Contracts
            .Where(contract => Restriction.Of(contract.Assembly)?.Names(service, EventType.Of(contract).Name) == true)
            .Select(contract => EventType.Of(contract).Key);

    /// <summary>The reaction of a consumer class: the events are those of its <see cref="IConsumer{T}"/> interfaces.</summary>
    public static Reaction Of<TConsumer>(string name)
        where TConsumer : class, IConsumer =>
        new(
            name,
            typeof(TConsumer),
            [
                .. typeof(TConsumer)
                    .GetInterfaces()
                    .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
                    .Select(type => type.GetGenericArguments()[0]),
            ]
        );
}
