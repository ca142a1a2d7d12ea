using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;

namespace DanVan.Directory.Clients;

/// <summary>A program that may ask for tokens, on behalf of one unit.</summary>
public sealed class ApiClient : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required string Name { get; set; }

    /// <summary>The client_id of OAuth 2.0.</summary>
    public required string Login { get; init; }
    public required Guid UnitId { get; init; }
    public required string[] Scopes { get; set; }

    /// <summary>Its quota class at the gateway.</summary>
    public required string Quota { get; set; }
    public required DateTimeOffset Registered { get; init; }
    public DateTimeOffset? Disabled { get; private set; }
    public string? DisabledReason { get; private set; }

    /// <summary>The last day on which it was given a token. Written once a day and never announced.</summary>
    public DateOnly? LastUsedOn { get; private set; }
    public List<ClientSecret> Secrets { get; } = [];
    public List<ClientKey> Keys { get; } = [];

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

    /// <summary>
    /// Adds a secret; the one before stays valid until <paramref name="earlierUntil"/>, so that the program can change over. One that was on its way out
    /// already ends: never more than two are valid.
    /// </summary>
    public void Rotate(string secret, DateTimeOffset now, DateTimeOffset earlierUntil)
    {
        // The latest has no end yet.
        var latest = Secrets.Where(known => known.IsValid(now)).MaxBy(known => known.Expires ?? DateTimeOffset.MaxValue);
        Secrets.RemoveAll(known => known != latest);
        latest?.ExpireBy(earlierUntil);
        Secrets.Add(ClientSecret.Of(secret, now));
    }

    /// <summary>Ends all secrets; refused when no key is left to ask for tokens with.</summary>
    public Rejection? EndSecrets(DateTimeOffset now)
    {
        if (!Keys.Exists(key => key.IsValid(now)))
            return NoOtherWayIn;
        Secrets.Clear();
        return null;
    }

    /// <summary>Makes these its public keys. Those that are not among them stay valid until <paramref name="earlierUntil"/>.</summary>
    public Rejection? ReplaceKeys(IReadOnlyList<ClientKey> keys, DateTimeOffset now, DateTimeOffset earlierUntil)
    {
        if (keys.DistinctBy(key => key.Kid).Count() < keys.Count)
            return KeyIdTwice;
        Keys.RemoveAll(known => !known.IsValid(now));
        if (Keys.Exists(known => keys.Any(key => key.Kid == known.Kid && !key.IsSameAs(known))))
            return KeyIdOfAnother;
        foreach (var known in Keys)
            if (keys.Any(key => key.Kid == known.Kid))
                known.Stay();
            else
                known.ExpireBy(earlierUntil);
        Keys.AddRange(keys.Where(key => !Keys.Exists(known => known.Kid == key.Kid)));
        return null;
    }

    public void Disable(string reason, DateTimeOffset now) => (Disabled, DisabledReason) = (now, reason);

    private static readonly Rejection NoOtherWayIn = new(
        "clients.no-other-way-in",
        "Ứng dụng chưa có khóa công khai còn hiệu lực nên không thể bỏ mật khẩu; khóa ứng dụng nếu không dùng nữa.",
        "The client has no valid public key, so it cannot do without a secret; disable it if it is not used any more."
    );

    private static readonly Rejection KeyIdTwice = new(
        "clients.key-id-twice",
        "Hai khóa trong danh sách có cùng kid.",
        "Two of the keys have the same kid.",
        400,
        "keys"
    );

    private static readonly Rejection KeyIdOfAnother = new(
        "clients.key-id-of-another",
        "Một khóa mới dùng lại kid của khóa khác đang có hiệu lực; đặt kid khác.",
        "A new key bears the kid of another that is still valid; give it another kid.",
        Field: "keys"
    );
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
