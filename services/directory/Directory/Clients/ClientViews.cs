using DanVan.Chassis.Http;

namespace DanVan.Directory.Clients;

/// <summary>An API client; its secrets are never shown.</summary>
/// <param name="Id">Identity of the record.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="Name">What the program is.</param>
/// <param name="ClientId">The client_id of OAuth 2.0.</param>
/// <param name="UnitId">The unit in whose subtree it acts.</param>
/// <param name="Scopes">What it may be given.</param>
/// <param name="Quota">Its quota class at the gateway.</param>
/// <param name="Registered">When.</param>
/// <param name="LastUsedOn">The last day on which it was given a token; absent before the first. It changes without a new version.</param>
/// <param name="ValidSecrets">How many secrets are valid now: two during a rotation, none for a client that has public keys only.</param>
/// <param name="EarlierSecretUntil">During a rotation: when the earlier secret ends.</param>
/// <param name="Keys">Its public keys that are valid now.</param>
/// <param name="Disabled">When it was disabled; absent while it works.</param>
/// <param name="DisabledReason">Why.</param>
public sealed record ClientView(
    Guid Id,
    int Version,
    string Name,
    string ClientId,
    Guid UnitId,
    IReadOnlyList<string> Scopes,
    string Quota,
    DateTimeOffset Registered,
    DateOnly? LastUsedOn,
    int ValidSecrets,
    DateTimeOffset? EarlierSecretUntil,
    IReadOnlyList<ClientKeyView> Keys,
    DateTimeOffset? Disabled,
    string? DisabledReason
) : IVersionedView
{
    internal static ClientView Of(ApiClient client, DateTimeOffset now) =>
        new(
            client.Id,
            client.Version,
            client.Name,
            client.Login,
            client.UnitId,
            client.Scopes,
            client.Quota,
            client.Registered,
            client.LastUsedOn,
            client.Secrets.Count(secret => secret.IsValid(now)),
            client.Secrets.Where(secret => secret.IsValid(now)).Max(secret => secret.Expires),
            [.. client.Keys.Where(key => key.IsValid(now)).Select(key => new ClientKeyView(key.Kid, key.Key.Alg, key.Added, key.Expires))],
            client.Disabled,
            client.DisabledReason
        );
}

/// <summary>A public key of a client.</summary>
/// <param name="KeyId">The <c>kid</c> of its assertions.</param>
/// <param name="Alg">The algorithm that it is used with; any that fits its kind when absent.</param>
/// <param name="Added">When.</param>
/// <param name="Expires">When it ends; absent for one that stays.</param>
public sealed record ClientKeyView(string KeyId, string? Alg, DateTimeOffset Added, DateTimeOffset? Expires);

/// <summary>A client with a secret that is shown this once.</summary>
/// <param name="Client">The client.</param>
/// <param name="Secret">The client_secret of OAuth 2.0; it is not kept and cannot be shown again. Absent for a client that was registered with keys.</param>
public sealed record ClientWithSecret(ClientView Client, string? Secret);
