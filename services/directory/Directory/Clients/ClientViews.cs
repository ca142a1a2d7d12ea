using DanVan.Chassis.Http;

namespace DanVan.Directory.Clients;

/// <summary>An API client; its secrets are never shown.</summary>
/// <param name="Id">Identity of the record.</param>
/// <param name="Version">Version, for If-Match.</param>
/// <param name="Name">What the program is.</param>
/// <param name="ClientId">The client_id of OAuth 2.0.</param>
/// <param name="UnitId">The unit in whose subtree it acts.</param>
/// <param name="Scopes">What it may be given.</param>
/// <param name="Registered">When.</param>
/// <param name="ValidSecrets">How many secrets are valid now: two during a rotation.</param>
/// <param name="Disabled">When it was disabled; absent while it works.</param>
/// <param name="DisabledReason">Why.</param>
public sealed record ClientView(
    Guid Id,
    int Version,
    string Name,
    string ClientId,
    Guid UnitId,
    IReadOnlyList<string> Scopes,
    DateTimeOffset Registered,
    int ValidSecrets,
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
            client.Registered,
            client.Secrets.Count(secret => secret.IsValid(now)),
            client.Disabled,
            client.DisabledReason
        );
}

/// <summary>A client with a secret that is shown this once.</summary>
/// <param name="Client">The client.</param>
/// <param name="Secret">The client_secret of OAuth 2.0; it is not kept and cannot be shown again.</param>
public sealed record ClientWithSecret(ClientView Client, string Secret);
