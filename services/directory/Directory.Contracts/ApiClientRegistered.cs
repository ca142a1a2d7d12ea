namespace DanVan.Directory.Contracts.V1;

/// <summary>A program of some unit may from now on ask for tokens.</summary>
/// <param name="ClientId">Identity of the client record.</param>
/// <param name="UnitId">The unit in whose subtree the client acts.</param>
/// <param name="Scopes">What the client may be given.</param>
/// <param name="Quota">Its quota class at the gateway.</param>
public sealed record ApiClientRegistered(Guid ClientId, Guid UnitId, IReadOnlyList<string> Scopes, string Quota = "standard");

/// <summary>What a client may be given was changed. Tokens that it holds end within ten minutes.</summary>
/// <param name="ClientId">Identity of the client record.</param>
/// <param name="Scopes">What the client may be given, after the change.</param>
/// <param name="Quota">Its quota class at the gateway, after the change.</param>
public sealed record ApiClientChanged(Guid ClientId, IReadOnlyList<string> Scopes, string Quota);

/// <summary>The public keys by which a client proves who it is were replaced.</summary>
/// <param name="ClientId">Identity of the client record.</param>
/// <param name="KeyIds">The keys that are valid after the change, those on their way out included.</param>
/// <param name="EarlierKeysUntil">When those end that were replaced.</param>
public sealed record ApiClientKeysReplaced(Guid ClientId, IReadOnlyList<string> KeyIds, DateTimeOffset EarlierKeysUntil);

/// <summary>All secrets of a client ended; it proves who it is by its keys.</summary>
/// <param name="ClientId">Identity of the client record.</param>
public sealed record ApiClientSecretsEnded(Guid ClientId);

/// <summary>A client was given a new secret; the earlier one stays valid until the moment told, so that the client can change over.</summary>
/// <param name="ClientId">Identity of the client record.</param>
/// <param name="EarlierSecretUntil">When the earlier secret ends.</param>
public sealed record ApiClientSecretRotated(Guid ClientId, DateTimeOffset EarlierSecretUntil);

/// <summary>A client gets no more tokens; those it holds end within ten minutes.</summary>
/// <param name="ClientId">Identity of the client record.</param>
/// <param name="Reason">Why, as the administrator wrote it.</param>
public sealed record ApiClientDisabled(Guid ClientId, string Reason);
