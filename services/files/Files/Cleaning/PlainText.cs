using System.Buffers;
using System.Text;

namespace DanVan.Files.Cleaning;

/// <summary>Text in UTF-8, from its first byte to its last.</summary>
static class PlainText
{
    /// <summary>Bytes that no text has: the control characters but for tab, the ends of lines and of pages.</summary>
    public static readonly SearchValues<byte> Never = SearchValues.Create([
        .. Enumerable.Range(0, 32).Where(code => code is not (9 or 10 or 12 or 13)).Select(code => (byte)code),
        127,
    ]);

    public static void Clean(Stream from, Stream to)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var buffer = new byte[16 * 1024];
        var letters = new char[buffer.Length + 1];
        try
        {
            int read;
            do
            {
                read = from.Read(buffer);
                var bytes = buffer.AsSpan(0, read);
                if (bytes.ContainsAny(Never))
                    throw new FaultyFile(FileFault.UnknownType);
                decoder.GetChars(bytes, letters, flush: read == 0);
                to.Write(bytes);
            } while (read > 0);
        }
        catch (DecoderFallbackException)
        {
            // Another encoding, or no text at all: what it says could only be guessed.
            throw new FaultyFile(FileFault.NotUtf8);
        }
    }
}
