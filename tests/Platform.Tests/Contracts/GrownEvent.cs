namespace DanVan.Sample.Contracts.V1;

/// <summary>An event that got a field in a later release.</summary>
/// <param name="FromTheStart">Always there.</param>
/// <param name="Later">Not in events of before.</param>
public sealed record Grown(string FromTheStart, string? Later = null);
