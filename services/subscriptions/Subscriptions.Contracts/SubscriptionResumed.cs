namespace DanVan.Subscriptions.Contracts.V1;

/// <summary>Events are sent again, from where the subscription had stopped.</summary>
/// <param name="SubscriptionId">The subscription.</param>
public sealed record SubscriptionResumed(Guid SubscriptionId);
