using System.Buffers.Binary;

namespace DanVan.Files.Cleaning;

/// <summary>WAVE of its format and its sound: no LIST, no bext, no id3.</summary>
static class Wav
{
    public static void Clean(Stream from, Stream to)
    {
        from.Position = 0;
        var riff = from.Take(12);
        var kept = new List<(long At, long Length)>();
        var (format, sound) = (false, false);
        for (var at = 12L; at <= from.Length - 8; )
        {
            from.Position = at;
            var head = from.Take(8);
            long length = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
            if (at + 8 + length > from.Length)
                throw new InvalidDataException();
            var name = head.AsSpan(0, 4);
            format |= name.SequenceEqual("fmt "u8);
            sound |= name.SequenceEqual("data"u8);
            if (name.SequenceEqual("fmt "u8) || name.SequenceEqual("data"u8) || name.SequenceEqual("fact"u8))
                kept.Add((at, 8 + length));
            at += 8 + length + length % 2;
        }
        if (!format || !sound)
            throw new InvalidDataException();
        BinaryPrimitives.WriteUInt32LittleEndian(riff.AsSpan(4), (uint)(4 + kept.Sum(chunk => chunk.Length + chunk.Length % 2)));
        to.Write(riff);
        foreach (var (at, length) in kept)
        {
            from.Position = at;
            from.Copy(to, length);
            to.WriteZeros(length % 2);
        }
    }
}
