using System.Buffers.Binary;

namespace DanVan.Files.Cleaning;

/// <summary>How many files a ZIP says it holds, asked at its end before its directory is read into memory.</summary>
static class ZipDirectory
{
    const int RecordLength = 22;
    const int LongestComment = ushort.MaxValue;

    public static void Check(Stream zip, int most)
    {
        var length = (int)Math.Min(zip.Length, RecordLength + LongestComment);
        zip.Position = zip.Length - length;
        var tail = zip.Take(length);
        var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (at < 0 || at > tail.Length - RecordLength)
            throw new InvalidDataException();
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
        // As many bytes as a record of the directory has at least, and a name of a thousand letters.
        if (entries > most || directory > most * 1046L)
            throw new FaultyFile(FileFault.Bomb);
    }
}
