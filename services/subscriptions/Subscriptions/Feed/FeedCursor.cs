using System.Buffers.Binary;
using System.Buffers.Text;

namespace DanVan.Subscriptions.Feed;

/// <summary>A place in the feed as it is handed out: opaque to readers, and of one epoch.</summary>
readonly record struct FeedCursor(Guid Epoch, long Position)
{
    /// <summary>Behind every position that a feed will ever reach, and far from where adding to it would overflow.</summary>
    public const long Last = long.MaxValue / 2;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[24];
        Epoch.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], Position);
        return Base64Url.EncodeToString(bytes);
    }

    public static FeedCursor? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[24];
        if (text.Length != 32 || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text, bytes) != 24)
            return null;
        var position = BinaryPrimitives.ReadInt64BigEndian(bytes[16..]);
        return position is >= 0 and < Last ? new(new Guid(bytes[..16]), position) : null;
    }
}
