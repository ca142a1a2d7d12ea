using DanVan.Chassis;
using DanVan.Directory.Client;

namespace DanVan.Directory.Clients;

/// <summary>A program that may ask for tokens, on behalf of one unit.</summary>
public sealed class ApiClient : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required string Name { get; init; }

    /// <summary>The client_id of OAuth 2.0.</summary>
    public required string Login { get; init; }
    public required Guid UnitId { get; init; }
    public required string[] Scopes { get; init; }
    public required DateTimeOffset Registered { get; init; }
    public DateTimeOffset? Disabled { get; private set; }
    public string? DisabledReason { get; private set; }
    public List<ClientSecret> Secrets { get; } = [];

    Guid? ISubject.UnitId => UnitId;

    /// <summary>Whether a secret opens the door now. Takes the same time for a wrong secret as for a right one.</summary>
    public bool Accepts(string secret, DateTimeOffset now)
    {
        var hash = SecretHash.Of(secret);
        var matches = false;
        foreach (var known in Secrets)
            matches |= known.IsValid(now) & SecretHash.AreEqual(hash, known.Hash);
        return matches && Disabled is null;
    }

    /// <summary>Adds a secret; those before stay valid until <paramref name="earlierUntil"/>, so that the program can change over.</summary>
    public void Rotate(string secret, DateTimeOffset now, DateTimeOffset earlierUntil)
    {
        Secrets.RemoveAll(known => !known.IsValid(now));
        foreach (var earlier in Secrets)
            earlier.ExpireBy(earlierUntil);
        Secrets.Add(ClientSecret.Of(secret, now));
    }

    public void Disable(string reason, DateTimeOffset now) => (Disabled, DisabledReason) = (now, reason);
}

/// <summary>A secret as it is kept: never itself.</summary>
public sealed class ClientSecret
{
    public required Guid Id { get; init; }
    public required byte[] Hash { get; init; }
    public required DateTimeOffset Issued { get; init; }
    public DateTimeOffset? Expires { get; private set; }

    public bool IsValid(DateTimeOffset now) => Expires is not { } end || now < end;

    internal void ExpireBy(DateTimeOffset end) => Expires = Expires is { } sooner && sooner < end ? sooner : end;

    internal static ClientSecret Of(string secret, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Hash = SecretHash.Of(secret),
            Issued = now,
        };
}
