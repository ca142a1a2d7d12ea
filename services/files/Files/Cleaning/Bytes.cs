using System.Buffers.Binary;

namespace DanVan.Files.Cleaning;

/// <summary>Reading and copying as the formats of files write their numbers. Whatever ends too soon throws <see cref="EndOfStreamException"/>.</summary>
static class Bytes
{
    public static byte[] Take(this Stream from, int count)
    {
        var bytes = new byte[count];
        from.ReadExactly(bytes);
        return bytes;
    }

    public static byte TakeByte(this Stream from) => from.ReadByte() is var one and >= 0 ? (byte)one : throw new EndOfStreamException();

    public static int TakeUInt16(this Stream from) => BinaryPrimitives.ReadUInt16BigEndian(from.Take(2));

    public static void Copy(this Stream from, Stream to, long count)
    {
        var buffer = new byte[16 * 1024];
        while (count > 0)
        {
            var read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, count));
            if (read == 0)
                throw new EndOfStreamException();
            to.Write(buffer, 0, read);
            count -= read;
        }
    }

    public static void Skip(this Stream from, long count) => from.Copy(Stream.Null, count);

    public static void WriteZeros(this Stream to, long count)
    {
        var zeros = new byte[Math.Min(count, 16 * 1024)];
        for (; count > 0; count -= zeros.Length)
            to.Write(zeros, 0, (int)Math.Min(zeros.Length, count));
    }
}
