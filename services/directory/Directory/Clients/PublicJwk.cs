using System.Buffers.Text;
using System.Security.Cryptography;
using DanVan.Chassis.Http;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Directory.Clients;

/// <summary>The public key of a client (RFC 7517): RSA of at least 2048 bits, or EC on P-256, P-384 or P-521. A private key is refused.</summary>
/// <param name="Kty">RSA or EC.</param>
/// <param name="Kid">Its name in the header of assertions; its thumbprint (RFC 7638) when left out.</param>
/// <param name="Alg">The algorithm that it is used with; any that fits its kind when left out.</param>
/// <param name="Use">sig, when given.</param>
/// <param name="N">Modulus of an RSA key.</param>
/// <param name="E">Exponent of an RSA key.</param>
/// <param name="Crv">Curve of an EC key.</param>
/// <param name="X">X of its point.</param>
/// <param name="Y">Y of its point.</param>
public sealed record PublicJwk(
    [Pattern("RSA|EC")] string Kty,
    [Text(100)] string? Kid,
    [Text(10)] string? Alg,
    [Pattern("sig")] string? Use,
    [Text(1400)] string? N,
    [Text(8)] string? E,
    [Text(10)] string? Crv,
    [Text(100)] string? X,
    [Text(100)] string? Y
)
{
    internal static readonly string[] RsaAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];

    /// <summary>The algorithms that a client may sign with: asymmetric ones only.</summary>
    internal static readonly IReadOnlyList<string> Algorithms = [.. RsaAlgorithms, "ES256", "ES384", "ES512"];

    internal Rejection? Refuse(int place)
    {
        var fits = Kty == "RSA" ? RsaAlgorithms : [.. EcAlgorithm() is { } only ? new[] { only } : []];
        if (Alg is not null && !fits.Contains(Alg))
            return Unfit(place, "alg", $"Thuật toán “{Alg}” không hợp với khóa này.", $"The algorithm “{Alg}” does not fit this key.");
        return Kty == "RSA" ? RefuseRsa(place) : RefuseEc(place);
    }

    internal string? EcAlgorithm() =>
        Crv switch
        {
            "P-256" => "ES256",
            "P-384" => "ES384",
            "P-521" => "ES512",
            _ => null,
        };

    internal JsonWebKey ToKey()
    {
        var key = new JsonWebKey
        {
            Kty = Kty,
            Use = "sig",
            Alg = Alg,
            N = N,
            E = E,
            Crv = Crv,
            X = X,
            Y = Y,
        };
        key.Kid = Kid ?? Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }

    private Rejection? RefuseRsa(int place)
    {
        if (Crv is not null || X is not null || Y is not null || Bytes(N) is not { } modulus || Bytes(E) is not { } exponent)
            return Unfit(place, "n", "Khóa RSA có n và e (base64url).", "An RSA key has n and e (base64url).");
        var bits = (modulus.Length * 8) - (modulus.Length > 0 ? System.Numerics.BitOperations.LeadingZeroCount(modulus[0]) - 24 : 0);
        if (bits is < 2048 or > 8192)
            return Unfit(
                place,
                "n",
                $"Khóa RSA dài {bits} bit; cần từ 2048 đến 8192.",
                $"The RSA key has {bits} bits; 2048 to 8192 are needed."
            );
        // A huge exponent makes every check slow; 1 makes every signature right.
        return exponent is [_, _, _, ..] and { Length: <= 4 } && (exponent[^1] & 1) == 1
            ? null
            : Unfit(place, "e", "Số mũ RSA phải là 65537 hoặc tương đương.", "The RSA exponent must be 65537 or alike.");
    }

    private Rejection? RefuseEc(int place)
    {
        if (N is not null || E is not null || EcAlgorithm() is null || Bytes(X) is not { } x || Bytes(Y) is not { } y)
            return Unfit(
                place,
                "crv",
                "Khóa EC có crv (P-256, P-384, P-521), x và y.",
                "An EC key has crv (P-256, P-384, P-521), x and y."
            );
        var curve = Crv switch
        {
            "P-256" => ECCurve.NamedCurves.nistP256,
            "P-384" => ECCurve.NamedCurves.nistP384,
            _ => ECCurve.NamedCurves.nistP521,
        };
        try
        {
            using var point = ECDsa.Create(
                new ECParameters
                {
                    Curve = curve,
                    Q = new() { X = x, Y = y },
                }
            );
            return null;
        }
        catch (CryptographicException) // how the framework says that a point does not lie on the curve
        {
            return Unfit(place, "x", $"Điểm (x, y) không nằm trên đường cong {Crv}.", $"The point (x, y) does not lie on {Crv}.");
        }
    }

    private static byte[]? Bytes(string? text)
    {
        if (text is null || !Base64Url.IsValid(text) || text.Contains('=', StringComparison.Ordinal))
            return null;
        return Base64Url.DecodeFromChars(text);
    }

    private static Rejection Unfit(int place, string member, string vi, string en) =>
        new("clients.unfit-key", vi, en, 400, $"keys[{place}].{member}");
}
