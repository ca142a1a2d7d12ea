using System.Buffers.Binary;

namespace DanVan.Files.Cleaning;

/// <summary>MP3: its frames, without the tags ID3v2 before and ID3v1, APEv2 and Lyrics3 behind them.</summary>
static class Mp3
{
    public static void Clean(Stream from, Stream to)
    {
        var (start, end) = (0L, from.Length);
        while (At(from, start, 10) is { } tag && tag.AsSpan().StartsWith("ID3"u8))
            start += 10 + Syncsafe(tag.AsSpan(6)) + ((tag[5] & 0x10) != 0 ? 10 : 0);
        while (BehindOf(from, end) is > 0 and var behind)
            end -= behind;
        if (At(from, start, 4) is not { } frame || !FileTypes.IsFrameOfMp3(frame) || end <= start)
            throw new InvalidDataException();
        from.Position = start;
        from.Copy(to, end - start);
    }

    /// <summary>The length of the tag that ends there; 0 when none does.</summary>
    static long BehindOf(Stream from, long end)
    {
        if (At(from, end - 128, 3) is { } old && old.AsSpan().SequenceEqual("TAG"u8))
            return 128;
        if (At(from, end - 32, 32) is { } ape && ape.AsSpan().StartsWith("APETAGEX"u8))
            // Its length is without the header that may stand before.
            return BinaryPrimitives.ReadUInt32LittleEndian(ape.AsSpan(12)) + ((ape[23] & 0x80) != 0 ? 32 : 0);
        if (At(from, end - 15, 15) is { } lyrics && lyrics.AsSpan(6).SequenceEqual("LYRICS200"u8))
            return int.TryParse(System.Text.Encoding.Latin1.GetString(lyrics, 0, 6), out var length) ? length + 15 : 0;
        return 0;
    }

    static byte[]? At(Stream from, long position, int count)
    {
        if (position < 0 || position > from.Length - count)
            return null;
        from.Position = position;
        return from.Take(count);
    }

    static int Syncsafe(ReadOnlySpan<byte> at) => (at[0] & 0x7F) << 21 | (at[1] & 0x7F) << 14 | (at[2] & 0x7F) << 7 | at[3] & 0x7F;
}
