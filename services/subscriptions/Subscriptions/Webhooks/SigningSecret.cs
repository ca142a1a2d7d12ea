using System.Security.Cryptography;
using System.Text;

namespace DanVan.Subscriptions.Webhooks;

/// <summary>A symmetric secret of Standard Webhooks (version v1).</summary>
static class SigningSecret
{
    public static byte[] Create() => RandomNumberGenerator.GetBytes(32);

    /// <summary>How receivers write it down.</summary>
    public static string ToText(byte[] secret) => $"whsec_{Convert.ToBase64String(secret)}";

    /// <summary>The value of <c>webhook-signature</c> for one secret: over the id, the moment of sending and the body, each byte of it.</summary>
    public static string Sign(byte[] secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return $"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}";
    }
}
