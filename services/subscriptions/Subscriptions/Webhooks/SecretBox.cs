using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace DanVan.Subscriptions.Webhooks;

/// <summary>
/// Seals signing secrets for the database: AES-256-GCM, bound to the subscription, so that a sealed secret moved to another row does
/// not open.
/// </summary>
sealed class SecretBox(IOptions<WebhookOptions> options)
{
    const int Nonce = 12,
        Tag = 16;

    readonly byte[] key = Convert.FromBase64String(options.Value.Key);

    public byte[] Seal(Guid subscription, ReadOnlySpan<byte> secret)
    {
        var box = new byte[Nonce + Tag + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(
            box.AsSpan(0, Nonce),
            secret,
            box.AsSpan(Nonce + Tag),
            box.AsSpan(Nonce, Tag),
            subscription.ToByteArray(bigEndian: true)
        );
        return box;
    }

    /// <exception cref="CryptographicException">Sealed under another key, for another subscription, or changed.</exception>
    public byte[] Open(Guid subscription, ReadOnlySpan<byte> box)
    {
        var secret = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), secret, subscription.ToByteArray(bigEndian: true));
        return secret;
    }
}
