namespace DanVan.Directory.Contracts.V1;

/// <summary>A program of some unit may from now on ask for tokens.</summary>
/// <param name="ClientId">Identity of the client record.</param>
/// <param name="UnitId">The unit in whose subtree the client acts.</param>
/// <param name="Scopes">What the client may be given.</param>
public sealed record ApiClientRegistered(Guid ClientId, Guid UnitId, IReadOnlyList<string> Scopes);

/// <summary>A client was given a new secret; the earlier one stays valid until the moment told, so that the client can change over.</summary>
/// <param name="ClientId">Identity of the client record.</param>
/// <param name="EarlierSecretUntil">When the earlier secret ends.</param>
public sealed record ApiClientSecretRotated(Guid ClientId, DateTimeOffset EarlierSecretUntil);

/// <summary>A client gets no more tokens; those it holds end within ten minutes.</summary>
/// <param name="ClientId">Identity of the client record.</param>
/// <param name="Reason">Why, as the administrator wrote it.</param>
public sealed record ApiClientDisabled(Guid ClientId, string Reason);
