namespace DanVan.Subscriptions.Contracts.V1;

/// <summary>Somebody has asked for events to be sent to an address. The address itself is not told.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Types">Types of event, or beginnings of their names followed by <c>*</c>; none: all.</param>
public sealed record SubscriptionCreated(Guid SubscriptionId, IReadOnlyList<string> Types);
