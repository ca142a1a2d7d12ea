namespace DanVan.Subscriptions.Delivery;

/// <summary>A subscription that has events waiting, and that this process alone serves while its lease lasts.</summary>
sealed record DueSubscription(
    Guid Id,
    Guid Lease,
    long Position,
    int Failures,
    Uri Url,
    string[] Types,
    Guid UnitId,
    byte[] Secret,
    byte[]? PreviousSecret
);
