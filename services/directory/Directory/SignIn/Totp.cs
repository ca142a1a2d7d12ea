using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DanVan.Directory.SignIn;

/// <summary>Time-based one-time passwords (RFC 6238 on RFC 4226), as authenticator programs make them: HMAC-SHA1, six digits, 30 seconds.</summary>
internal static class Totp
{
    public const int SecretLength = 20;
    private const int Digits = 6;
    private const int Seconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    public static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    public static string Code(ReadOnlySpan<byte> secret, long step) => Code(secret, step, Digits, HashAlgorithmName.SHA1);

    /// <summary>
    /// The step that a code is of: now, one before or one after, for clocks that differ (RFC 6238, 5.2). None when it is wrong, or not later than the last step
    /// that a code was taken of: a code opens once.
    /// </summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long? last)
    {
        long? match = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), Encoding.UTF8.GetBytes(code));
            if (same && !(step <= last))
                match ??= step;
        }
        return match;
    }

    /// <summary>What an authenticator program takes as a link or as a QR code.</summary>
    public static string Uri(ReadOnlySpan<byte> secret, string issuer, string userName) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(userName)}"
        + $"?secret={ToBase32(secret)}&issuer={System.Uri.EscapeDataString(issuer)}";

    /// <summary>RFC 4648, 6, without padding.</summary>
    public static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        var (buffer, bits) = (0, 0);
        foreach (var next in bytes)
        {
            (buffer, bits) = (((buffer << 8) | next) & 0xffff, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
        }
        if (bits > 0)
            text.Append(Base32[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    internal static string Code(ReadOnlySpan<byte> secret, long step, int digits, HashAlgorithmName algorithm)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        using var hmac = IncrementalHash.CreateHMAC(algorithm, secret);
        hmac.AppendData(counter);
        var hash = hmac.GetHashAndReset();
        // RFC 4226, 5.3: the last nibble says where the number stands; its sign bit is dropped.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
