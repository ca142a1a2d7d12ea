using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Chassis.Auth;

/// <summary>The keys of an issuer cannot be had, so nothing can be said about its tokens: 503, not 401.</summary>
sealed class KeysUnavailableException(string issuer, Exception inner)
    : Exception($"The keys of the issuer {issuer} cannot be read.", inner);

/// <summary>
/// The public keys of one issuer. They are read again every ten minutes, and at once when a token names a key not seen before, but then at most every
/// ten seconds: an invented key id must not turn into a request to the issuer. Keys once read stay in use while the issuer is away.
/// </summary>
/// <remarks>The library's own manager refreshes behind the request that needed the new key, which is then refused; this one lets it wait.</remarks>
sealed class IssuerKeys(TrustedIssuer issuer, HttpClient http, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim reading = new(1);
    volatile Known? known;
    long lastTry;

    sealed record Known(IReadOnlyList<SecurityKey> Keys, long ReadAt);

    public TrustedIssuer Issuer => issuer;

    /// <summary>The key with this id, or none when the issuer has no such key.</summary>
    /// <exception cref="KeysUnavailableException">The issuer has never answered so far.</exception>
    public async ValueTask<SecurityKey?> Find(string? keyId, CancellationToken ct)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Lifetime && Pick(fresh, keyId) is { } key)
            return key;
        await reading.WaitAsync(ct);
        try
        {
            if (known is null || clock.GetElapsedTime(lastTry) >= Pause)
                await Read(ct);
        }
        finally
        {
            reading.Release();
        }
        return Pick(known!, keyId);
    }

    public void Dispose() => reading.Dispose();

    // A token without a key id is accepted from an issuer that has a single key.
    static SecurityKey? Pick(Known known, string? keyId) =>
        keyId is null
            ? known.Keys is [var only]
                ? only
                : null
            : known.Keys.FirstOrDefault(key => string.Equals(key.KeyId, keyId, StringComparison.Ordinal));

    async Task Read(CancellationToken ct)
    {
        lastTry = clock.GetTimestamp();
        try
        {
            var keys = issuer.JwksFile is { } file ? await FromFile(file, ct) : await FromMetadata(ct);
            known = new([.. keys.Where(IsForSignatures)], clock.GetTimestamp());
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or InvalidOperationException or ArgumentException or TaskCanceledException
                && !ct.IsCancellationRequested
            )
        {
            if (known is null)
                throw new KeysUnavailableException(issuer.Issuer, e);
        }
    }

    static async Task<IList<SecurityKey>> FromFile(string file, CancellationToken ct) =>
        new JsonWebKeySet(await File.ReadAllTextAsync(file, ct)).GetSigningKeys();

    async Task<ICollection<SecurityKey>> FromMetadata(CancellationToken ct)
    {
        // The address is the operator's; inside a cluster it may be plain HTTP.
        var documents = new HttpDocumentRetriever(http) { RequireHttps = false };
        var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(issuer.MetadataAddress, documents, ct);
        return metadata.Issuer == issuer.Issuer
            ? metadata.SigningKeys
            : throw new InvalidOperationException(
                $"The metadata at {issuer.MetadataAddress} is of the issuer {metadata.Issuer}, not {issuer.Issuer}."
            );
    }

    static bool IsForSignatures(SecurityKey key) => key is AsymmetricSecurityKey or JsonWebKey { Kty: "RSA" or "EC" };
}
