using System.Buffers.Binary;
using System.Buffers.Text;

namespace DanVan.Chassis.Http;

/// <summary>A place in an order that only grows, as it is handed out: opaque to readers, and of one epoch. Positions of an epoch become visible in their order.</summary>
/// <param name="Epoch">Which history it is: another one begins with a restore from backup.</param>
/// <param name="Position">Everything up to it has been read; 0 is before the first.</param>
public readonly record struct FeedCursor(Guid Epoch, long Position)
{
    /// <summary>Behind every position that a feed will ever reach, and far from where adding to it would overflow.</summary>
    public const long Last = long.MaxValue / 2;

    /// <summary>The form that readers get: 32 characters of base64url.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[24];
        Epoch.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], Position);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The cursor that a reader sends back; none when it was not given out here.</summary>
    public static FeedCursor? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[24];
        if (text.Length != 32 || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text, bytes) != 24)
            return null;
        var position = BinaryPrimitives.ReadInt64BigEndian(bytes[16..]);
        return position is >= 0 and < Last ? new(new Guid(bytes[..16]), position) : null;
    }
}
