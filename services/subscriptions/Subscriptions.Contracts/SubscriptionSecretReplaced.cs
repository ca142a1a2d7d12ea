namespace DanVan.Subscriptions.Contracts.V1;

/// <summary>Messages are signed with a new secret, and with the one before it for some time.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="PreviousUntil">When the previous secret is no longer used.</param>
public sealed record SubscriptionSecretReplaced(Guid SubscriptionId, DateTimeOffset PreviousUntil);
