namespace DanVan.Subscriptions.Contracts.V1;

/// <summary>No more events are sent: the receiver is gone, or did not take them for days. It can be resumed where it stopped.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Reason"><c>GONE</c>: the receiver answered 410. <c>UNREACHABLE</c>: every attempt for one event failed.</param>
public sealed record SubscriptionStopped(Guid SubscriptionId, string Reason);
