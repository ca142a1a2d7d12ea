using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Directory.Tokens;

/// <summary>A signing key as it is stored: the private half encrypted.</summary>
public sealed class StoredKey
{
    public required string Id { get; init; }
    public required DateTimeOffset Issued { get; init; }

    /// <summary>The public half as a JWK.</summary>
    public required string Public { get; init; }
    public required byte[] Encrypted { get; init; }

    /// <summary>When it left the published keys; null while tokens signed with it are accepted.</summary>
    public DateTimeOffset? Retired { get; set; }
}

/// <summary>A public key as the world may read it (RFC 7517).</summary>
public sealed record PublicKey(string Kty, string Use, string Alg, string Kid, string N, string E);

/// <summary>The keys that tokens are signed with: RSA, 2048 bits, kept in the database so that all instances sign and publish the same.</summary>
internal sealed class SigningKeys(IServiceScopeFactory scopes, KeyVault vault, TimeProvider clock)
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);
    private volatile Loaded? loaded;

    private sealed record Loaded(SigningCredentials Signer, IReadOnlyList<PublicKey> Published);

    /// <summary>Loads the keys, making the first one when there is none. Runs under the caller's lock.</summary>
    public async Task Load(DirectoryDb db, CancellationToken ct)
    {
        var keys = await db
            .SigningKeys.AsNoTracking()
            .Where(key => key.Retired == null)
            .OrderByDescending(key => key.Issued)
            .ToListAsync(ct);
        if (keys.Count == 0)
        {
            keys.Add(New());
            db.SigningKeys.Add(keys[0]);
            await db.SaveChangesAsync(ct);
        }
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(vault.Decrypt(keys[0].Encrypted, Encoding.UTF8.GetBytes(keys[0].Id)), out _);
        var signer = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = keys[0].Id }, SecurityAlgorithms.RsaSha256);
        loaded = new(signer, [.. keys.Select(key => JsonSerializer.Deserialize<PublicKey>(key.Public, json)!)]);
    }

    /// <summary>What the newest key signs with.</summary>
    public async ValueTask<SigningCredentials> Signer(CancellationToken ct) => (await Current(ct)).Signer;

    /// <summary>The public keys that tokens in circulation are signed with.</summary>
    public async ValueTask<IReadOnlyList<PublicKey>> Published(CancellationToken ct) => (await Current(ct)).Published;

    private async ValueTask<Loaded> Current(CancellationToken ct)
    {
        if (loaded is { } keys)
            return keys;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('directory.signing-keys'))", ct);
        await Load(db, ct);
        await transaction.CommitAsync(ct);
        return loaded!;
    }

    private StoredKey New()
    {
        using var rsa = RSA.Create(2048);
        var id = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(12));
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        var published = new PublicKey(
            "RSA",
            "sig",
            SecurityAlgorithms.RsaSha256,
            id,
            Base64UrlEncoder.Encode(parameters.Modulus),
            Base64UrlEncoder.Encode(parameters.Exponent)
        );
        return new()
        {
            Id = id,
            Issued = clock.GetUtcNow(),
            Public = JsonSerializer.Serialize(published, json),
            Encrypted = vault.Encrypt(rsa.ExportPkcs8PrivateKey(), Encoding.UTF8.GetBytes(id)),
        };
    }
}
