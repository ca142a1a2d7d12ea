using DanVan.Chassis.Http;

namespace DanVan.Petitions.Open311;

/// <param name="Client">The client that it acts for.</param>
/// <param name="ExpiresOn">The last day on which it holds.</param>
/// <param name="EndedOn">When it was ended before that; none while it holds.</param>
public record IntakeKeyView(
    Guid Id,
    int Version,
    Guid UnitId,
    string Client,
    string Name,
    DateOnly IssuedOn,
    DateOnly ExpiresOn,
    DateOnly? EndedOn
) : IVersionedView
{
    internal static IntakeKeyView Of(IntakeKey key) =>
        new(key.Id, key.Version, key.UnitId, key.Client, key.Name, key.IssuedOn, key.ExpiresOn, key.EndedOn);
}

/// <summary>The key as it was issued, with what to send as api_key: shown now, and kept by nobody else.</summary>
public sealed record IssuedKeyView : IntakeKeyView
{
    internal IssuedKeyView(IntakeKeyView key, string apiKey)
        : base(key) => ApiKey = apiKey;

    /// <summary>What to send as <c>api_key</c>.</summary>
    public string ApiKey { get; }

    /// <summary>Says nothing: a record prints its members, and what prints ends in a log.</summary>
    public override string ToString() => nameof(IssuedKeyView);
}
