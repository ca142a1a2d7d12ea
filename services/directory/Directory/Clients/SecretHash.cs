using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DanVan.Directory.Clients;

/// <summary>
/// Secrets of clients are made here, 256 random bits each. There is nothing to guess, so a plain SHA-256 keeps them as safely as a slow password hash
/// would, and a flood of wrong secrets costs the server next to nothing.
/// </summary>
internal static class SecretHash
{
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Of(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public static bool AreEqual(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
