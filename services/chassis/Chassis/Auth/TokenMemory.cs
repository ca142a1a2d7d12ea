using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;

namespace DanVan.Chassis.Auth;

/// <summary>
/// Remembers validated tokens by the SHA-256 of the whole token until the token expires or a minute has passed: checking a signature costs more than the
/// request. Two generations bound it: when the young one is full it becomes the old one, and what was old and unused is forgotten.
/// </summary>
sealed class TokenMemory(int capacity, TimeProvider clock)
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    volatile ConcurrentDictionary<Key, Entry> young = new();
    volatile ConcurrentDictionary<Key, Entry> old = new();

    sealed record Entry(AuthenticateResult Caller, DateTimeOffset Until);

    /// <summary>Finds a token that was validated before. The key serves <see cref="Remember"/>.</summary>
    public AuthenticateResult? Find(ReadOnlySpan<char> token, out Key key)
    {
        key = Key.Of(token);
        var isYoung = young.TryGetValue(key, out var entry);
        if (!isYoung && !old.TryGetValue(key, out entry))
            return null;
        if (entry!.Until <= clock.GetUtcNow())
            return null;
        if (!isYoung)
            Add(key, entry);
        return entry.Caller;
    }

    /// <summary>Remembers a token that has just been found valid.</summary>
    public void Remember(in Key key, AuthenticateResult caller, DateTimeOffset expires)
    {
        var minute = clock.GetUtcNow() + Longest;
        Add(key, new(caller, expires < minute ? expires : minute));
    }

    /// <summary>How many are remembered.</summary>
    public int Count => young.Count + old.Count;

    void Add(in Key key, Entry entry)
    {
        // Two requests may turn the generations at once; then more is forgotten than needed, never more kept than allowed.
        if (young.Count >= capacity / 2)
            (old, young) = (young, new());
        young[key] = entry;
    }

    /// <summary>SHA-256 as a value.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct Key(long A, long B, long C, long D)
    {
        public static Key Of(ReadOnlySpan<char> token)
        {
            var bytes = token.Length <= 2048 ? stackalloc byte[2048] : new byte[token.Length];
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(bytes[..Encoding.Latin1.GetBytes(token, bytes)], hash);
            return MemoryMarshal.Read<Key>(hash);
        }
    }
}
