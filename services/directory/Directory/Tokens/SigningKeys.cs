using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DanVan.Directory.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace DanVan.Directory.Tokens;

/// <summary>
/// The keys that tokens are signed with: RSA, 2048 bits, kept in the database so that all instances sign and publish the same. An instance looks for
/// changes every few seconds, and goes on with what it knows while the database is away.
/// </summary>
internal sealed class SigningKeys(IServiceScopeFactory scopes, KeyVault vault, TimeProvider clock, ILogger<SigningKeys> log) : IDisposable
{
    private static readonly TimeSpan freshness = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    private readonly SemaphoreSlim reading = new(1);
    private volatile Loaded? loaded;

    private sealed record Loaded(KeyRing Ring, IReadOnlyDictionary<string, SigningCredentials> Signers, long ReadAt);

    /// <summary>What the key signs with whose turn it is.</summary>
    public async ValueTask<SigningCredentials> Signer(CancellationToken ct)
    {
        var known = await Current(ct);
        return known.Ring.Signer(clock.GetUtcNow()) is { } key && known.Signers.TryGetValue(key.Id, out var signer)
            ? signer
            : throw new InvalidOperationException("There is no signing key whose turn it is.");
    }

    /// <summary>The public keys by which tokens are to be believed, the newest first.</summary>
    public async ValueTask<IReadOnlyList<PublicKey>> Published(CancellationToken ct) =>
        [.. (await Current(ct)).Ring.Published(clock.GetUtcNow()).Select(key => JsonSerializer.Deserialize<PublicKey>(key.Public, json)!)];

    /// <summary>A new key, whose turn it is from that moment on.</summary>
    public StoredKey Make(DateTimeOffset signsFrom)
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
            SignsFrom = signsFrom,
            Public = JsonSerializer.Serialize(published, json),
            Encrypted = vault.Encrypt(rsa.ExportPkcs8PrivateKey(), NameOf(id)),
        };
    }

    /// <summary>Encrypts anew what is encrypted under an earlier sealing key. How many there were.</summary>
    /// <exception cref="InvalidOperationException">A key opens under no sealing key that is configured.</exception>
    public int Reseal(KeyRing ring)
    {
        var earlier = ring.Keys.Where(key => key.Encrypted is { } sealedHalf && !vault.IsCurrent(sealedHalf, NameOf(key.Id))).ToArray();
        foreach (var key in earlier)
            key.Encrypted = vault.Encrypt(Open(key), NameOf(key.Id));
        return earlier.Length;
    }

    public void Dispose() => reading.Dispose();

    private async ValueTask<Loaded> Current(CancellationToken ct)
    {
        if (loaded is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < freshness)
            return fresh;
        await reading.WaitAsync(ct);
        try
        {
            if (loaded is { } known && clock.GetElapsedTime(known.ReadAt) < freshness)
                return known;
            return loaded = await Read(ct);
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<Loaded> Read(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
            var ring = await db.KeyRings.AsNoTracking().SingleAsync(ct);
            // A signer is made once a key: the library keeps what it prepared for it.
            var signers = ring
                .Keys.Where(key => key.Encrypted is not null)
                .ToDictionary(key => key.Id, key => loaded?.Signers.GetValueOrDefault(key.Id) ?? SignerOf(key));
            return new(ring, signers, clock.GetTimestamp());
        }
        catch (Exception away) when (loaded is not null && away is NpgsqlException or InvalidOperationException)
        {
            log.LogWarning("The signing keys cannot be read, those known stay in use: {Reason}", away.Message);
            return loaded! with { ReadAt = clock.GetTimestamp() };
        }
    }

    private SigningCredentials SignerOf(StoredKey key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Open(key), out _);
        return new(new RsaSecurityKey(rsa) { KeyId = key.Id }, SecurityAlgorithms.RsaSha256);
    }

    private byte[] Open(StoredKey key)
    {
        try
        {
            return vault.Decrypt(key.Encrypted!, NameOf(key.Id));
        }
        catch (AuthenticationTagMismatchException unopened)
        {
            throw new InvalidOperationException(
                $"The signing key {key.Id} was encrypted under another key: give that one in Tokens:OldEncryptionKeys (environment variable"
                    + " Tokens__OldEncryptionKeys__0), or as a further line of the file in Tokens:KeysPath.",
                unopened
            );
        }
    }

    private static byte[] NameOf(string id) => Encoding.UTF8.GetBytes(id);
}
