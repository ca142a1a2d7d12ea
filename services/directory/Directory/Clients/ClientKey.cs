using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Directory.Clients;

/// <summary>A public key by which a client proves who it is (RFC 7523).</summary>
public sealed class ClientKey
{
    public required Guid Id { get; init; }

    /// <summary>The <c>kid</c> of its assertions.</summary>
    public required string Kid { get; init; }

    /// <summary>The key as a JWK.</summary>
    public required string Jwk { get; init; }
    public required DateTimeOffset Added { get; init; }
    public DateTimeOffset? Expires { get; private set; }

    public bool IsValid(DateTimeOffset now) => Expires is not { } end || now < end;

    internal JsonWebKey Key => new(Jwk);

    internal bool IsSameAs(ClientKey other) => Key.ComputeJwkThumbprint().AsSpan().SequenceEqual(other.Key.ComputeJwkThumbprint());

    internal void ExpireBy(DateTimeOffset end) => Expires = Expires is { } sooner && sooner < end ? sooner : end;

    internal void Stay() => Expires = null;

    internal static ClientKey Of(PublicJwk jwk, DateTimeOffset now)
    {
        var key = jwk.ToKey();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Kid = key.Kid,
            Jwk = JsonSerializer.Serialize(
                new Dictionary<string, string?>
                {
                    ["kty"] = key.Kty,
                    ["kid"] = key.Kid,
                    ["use"] = key.Use,
                    ["alg"] = key.Alg,
                    ["n"] = key.N,
                    ["e"] = key.E,
                    ["crv"] = key.Crv,
                    ["x"] = key.X,
                    ["y"] = key.Y,
                }
                    .Where(member => member.Value is not null)
                    .ToDictionary()
            ),
            Added = now,
        };
    }
}
