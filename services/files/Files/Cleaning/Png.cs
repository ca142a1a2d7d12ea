using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace DanVan.Files.Cleaning;

/// <summary>PNG (W3C, third edition) of the chunks that make the picture: no texts, no Exif, no time, no profile, nothing behind its end.</summary>
static class Png
{
    static readonly FrozenSet<string> Kept = FrozenSet.Create(
        "IHDR",
        "PLTE",
        "IDAT",
        "IEND",
        "tRNS",
        "gAMA",
        "cHRM",
        "sRGB",
        "sBIT",
        "bKGD",
        "pHYs",
        "acTL",
        "fcTL",
        "fdAT"
    );

    public static void Clean(Stream from, Stream to)
    {
        using var input = new BufferedStream(from, 64 * 1024);
        to.Write(input.Take(8));
        var (header, data) = (false, false);
        for (var type = ""; type != "IEND"; )
        {
            var head = input.Take(8);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            type = Encoding.Latin1.GetString(head, 4, 4);
            if (header != (type != "IHDR") || length > int.MaxValue)
                throw new InvalidDataException();
            header = true;
            data |= type == "IDAT";
            // The check sum of a chunk is its own.
            if (Kept.Contains(type))
            {
                to.Write(head);
                input.Copy(to, length + 4L);
            }
            else
                input.Skip(length + 4L);
        }
        if (!data)
            throw new InvalidDataException();
    }
}
