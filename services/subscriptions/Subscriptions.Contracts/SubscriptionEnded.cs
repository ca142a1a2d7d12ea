namespace DanVan.Subscriptions.Contracts.V1;

/// <summary>The subscription was given up, together with the log of its deliveries.</summary>
/// <param name="SubscriptionId">The subscription.</param>
public sealed record SubscriptionEnded(Guid SubscriptionId);
