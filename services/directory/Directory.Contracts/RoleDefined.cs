namespace DanVan.Directory.Contracts.V1;

/// <summary>A role was made or changed; the event carries it whole. Accounts that have it get tokens accordingly, within ten minutes.</summary>
/// <param name="RoleId">Identity of the role.</param>
/// <param name="Code">Its code, unique: <c>don-thu.can-bo</c>.</param>
/// <param name="Scopes">What it permits.</param>
public sealed record RoleDefined(Guid RoleId, string Code, IReadOnlyList<string> Scopes);
