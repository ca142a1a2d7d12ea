using System.Buffers.Binary;
using System.Text;

namespace DanVan.Files.Cleaning;

/// <summary>
/// MP4 (ISO/IEC 14496-12) without names, places, devices and times. Boxes that tell them are made free space of the same length, so that everything else stands
/// where the file says it does.
/// </summary>
static class Mp4
{
    const int Deepest = 4;

    public static void Clean(Stream from, Stream to)
    {
        from.Position = 0;
        var seen = new HashSet<string>();
        Boxes(from, to, from.Length, 0, seen);
        if (!seen.Contains("moov") || !(seen.Contains("mdat") || seen.Contains("moof")))
            throw new InvalidDataException();
    }

    static void Boxes(Stream from, Stream to, long end, int depth, HashSet<string> seen)
    {
        while (from.Position < end)
        {
            var start = from.Position;
            var head = from.Take(8);
            long length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length == 1)
            {
                head = [.. head, .. from.Take(8)];
                length = BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(8));
            }
            else if (length == 0)
                length = end - start;
            if (length < head.Length || length > end - start)
                throw new InvalidDataException();
            var type = Encoding.Latin1.GetString(head, 4, 4);
            if (depth == 0)
                seen.Add(type);
            Box(from, to, head, type, length - head.Length, depth, seen);
        }
    }

    static void Box(Stream from, Stream to, byte[] head, string type, long payload, int depth, HashSet<string> seen)
    {
        switch (type)
        {
            case "udta" or "meta" or "uuid" or "XMP_" or "free" or "skip" or "wide":
                "free"u8.CopyTo(head.AsSpan(4));
                to.Write(head);
                from.Position += payload;
                to.WriteZeros(payload);
                break;
            case "moov" or "trak" or "mdia" or "moof" or "traf" when depth < Deepest:
                to.Write(head);
                Boxes(from, to, from.Position + payload, depth + 1, seen);
                break;
            // When it was made and changed: after version and flags, as long as the version says.
            case "mvhd" or "tkhd" or "mdhd" when payload > 24:
                to.Write(head);
                var versionAndFlags = from.Take(4);
                var times = versionAndFlags[0] == 1 ? 16 : 8;
                to.Write(versionAndFlags);
                from.Position += times;
                to.WriteZeros(times);
                from.Copy(to, payload - 4 - times);
                break;
            default:
                to.Write(head);
                from.Copy(to, payload);
                break;
        }
    }
}
