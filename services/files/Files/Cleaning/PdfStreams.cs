using System.IO.Compression;

namespace DanVan.Files.Cleaning;

/// <summary>Unpacks every packed stream of a PDF into nothing, and refuses a file of which they are too long: a reader would hold them in memory.</summary>
static class PdfStreams
{
    public static void Check(Stream pdf, long most)
    {
        // Where "stream" stands is found first: unpacking moves on in the same file.
        foreach (var start in Starts(pdf))
        {
            pdf.Position = start;
            var (first, second) = (pdf.ReadByte(), pdf.ReadByte());
            // The two bytes with which zlib begins (RFC 1950).
            if ((first & 0x0F) != 8 || (first << 8 | second) % 31 != 0)
                continue;
            pdf.Position = start;
            using var unpacked = new ZLibStream(pdf, CompressionMode.Decompress, leaveOpen: true);
            most -= Length(unpacked, most);
            if (most < 0)
                throw new FaultyFile(FileFault.Bomb);
        }
    }

    static List<long> Starts(Stream pdf)
    {
        var starts = new List<long>();
        pdf.Position = 0;
        var word = "stream"u8;
        var matched = 0;
        for (long at = 0; pdf.ReadByte() is var one and >= 0; at++)
        {
            if (matched == word.Length)
            {
                matched = 0;
                if (one is '\n' or '\r')
                    starts.Add(one == '\r' ? at + 2 : at + 1);
            }
            matched =
                one == word[matched] ? matched + 1
                : one == word[0] ? 1
                : 0;
        }
        return starts;
    }

    static long Length(Stream unpacked, long most)
    {
        var buffer = new byte[64 * 1024];
        long length = 0;
        try
        {
            int read;
            while (length <= most && (read = unpacked.Read(buffer)) > 0)
                length += read;
        }
        catch (InvalidDataException)
        {
            // Not packed after all, or in another way.
        }
        return length;
    }
}
