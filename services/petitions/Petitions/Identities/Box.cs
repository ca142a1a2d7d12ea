using System.Security.Cryptography;
using System.Text;

namespace DanVan.Petitions.Identities;

/// <summary>AES-256-GCM: nonce | ciphertext | tag. What was closed for one place opens in no other.</summary>
static class Box
{
    const int NonceSize = 12;
    const int TagSize = 16;

    public static byte[] Close(byte[] key, byte[] plain, string place)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            box.AsSpan(0, NonceSize),
            plain,
            box.AsSpan(NonceSize, plain.Length),
            box.AsSpan(^TagSize..),
            Encoding.UTF8.GetBytes(place)
        );
        return box;
    }

    /// <exception cref="CryptographicException">The box was changed or moved, or closed with another key.</exception>
    public static byte[] Open(byte[] key, byte[] box, string place)
    {
        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(
            box.AsSpan(0, NonceSize),
            box.AsSpan(NonceSize, plain.Length),
            box.AsSpan(^TagSize..),
            plain,
            Encoding.UTF8.GetBytes(place)
        );
        return plain;
    }
}
