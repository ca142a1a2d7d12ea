using System.Buffers.Binary;

namespace DanVan.Files.Cleaning;

/// <summary>
/// JPEG (ITU-T T.81) without comments, Exif, XMP, IPTC, colour profiles, thumbnails and further pictures behind its end. How the picture is to be turned, which
/// stands in Exif, is kept: it would be shown on its side.
/// </summary>
static class Jpeg
{
    const byte StartOfImage = 0xD8,
        EndOfImage = 0xD9,
        StartOfScan = 0xDA,
        App0 = 0xE0,
        App1 = 0xE1,
        App14 = 0xEE;

    public static void Clean(Stream from, Stream to)
    {
        using var input = new BufferedStream(from, 64 * 1024);
        if (input.TakeByte() != 0xFF || input.TakeByte() != StartOfImage)
            throw new InvalidDataException();
        Mark(to, StartOfImage);
        var seenScan = false;
        for (var marker = NextMarker(input); marker != EndOfImage; )
        {
            if (IsBare(marker))
            {
                Mark(to, marker);
                marker = NextMarker(input);
                continue;
            }
            var length = input.TakeUInt16() - 2;
            if (length < 0)
                throw new InvalidDataException();
            if (Kept(marker, input.Take(length)) is { } payload)
                Segment(to, marker, payload);
            seenScan |= marker == StartOfScan;
            marker = marker == StartOfScan ? CopyScan(input, to) : NextMarker(input);
        }
        if (!seenScan)
            throw new InvalidDataException();
        Mark(to, EndOfImage);
    }

    static byte[]? Kept(byte marker, byte[] payload) =>
        marker switch
        {
            // JFIF with its density, without its thumbnail; the extension JFXX is nothing but one.
            App0 when payload.Length >= 14 && payload.AsSpan().StartsWith("JFIF\0"u8) => [.. payload[..12], 0, 0],
            App1 when Orientation(payload) is { } turned => TurnedBy(turned),
            // Adobe's marker says how colours are written.
            App14 when payload.Length >= 12 && payload.AsSpan().StartsWith("Adobe"u8) => payload[..12],
            (>= 0xC0 and <= 0xCF) or StartOfScan or 0xDB or 0xDC or 0xDD or 0xDE or 0xDF => payload,
            _ => null,
        };

    // What is coded has FF only before 00 or a restart.
    static byte CopyScan(Stream from, Stream to)
    {
        while (true)
        {
            var one = from.TakeByte();
            if (one != 0xFF)
            {
                to.WriteByte(one);
                continue;
            }
            var next = from.TakeByte();
            while (next == 0xFF)
                next = from.TakeByte();
            if (next != 0 && next is not (>= 0xD0 and <= 0xD7))
                return next;
            Mark(to, next);
        }
    }

    static bool IsBare(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);

    static byte NextMarker(Stream from)
    {
        if (from.TakeByte() != 0xFF)
            throw new InvalidDataException();
        byte marker;
        while ((marker = from.TakeByte()) == 0xFF) { }
        return marker == 0 ? throw new InvalidDataException() : marker;
    }

    static void Mark(Stream to, byte marker) => to.Write([0xFF, marker]);

    static void Segment(Stream to, byte marker, byte[] payload)
    {
        Mark(to, marker);
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(payload.Length + 2));
        to.Write(length);
        to.Write(payload);
    }

    /// <summary>The tag Orientation (0112) of Exif, 2 to 8; none when the picture stands upright or does not say.</summary>
    static byte? Orientation(ReadOnlySpan<byte> exif)
    {
        if (!exif.StartsWith("Exif\0\0"u8) || exif.Length < 14)
            return null;
        var tiff = exif[6..];
        var little = tiff[0] == (byte)'I';
        var at = (int)Math.Min(UInt32(tiff[4..], little), int.MaxValue);
        if (at > tiff.Length - 2)
            return null;
        int entries = UInt16(tiff[at..], little);
        for (at += 2; entries > 0 && at <= tiff.Length - 12; entries--, at += 12)
            if (UInt16(tiff[at..], little) == 0x0112)
                return UInt16(tiff[(at + 8)..], little) is var turned and >= 2 and <= 8 ? (byte)turned : null;
        return null;
    }

    static byte[] TurnedBy(byte orientation) =>
        [
            .. "Exif\0\0MM\0*\0\0\0\b\0\x01"u8,
            .. (ReadOnlySpan<byte>)[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
            .. (ReadOnlySpan<byte>)[0, 0, 0, 0],
        ];

    static ushort UInt16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint UInt32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
