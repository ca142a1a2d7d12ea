namespace DanVan.Files.Cleaning;

/// <summary>What is unpacked, up to so many bytes and no further. Its beginning can be looked at first.</summary>
sealed class CountedStream(Stream from, long allowed) : Stream
{
    ReadOnlyMemory<byte> head;

    public long Left { get; private set; } = allowed;

    /// <summary>Up to so many bytes that will be read next.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        var bytes = new byte[count];
        head = bytes.AsMemory(0, from.ReadAtLeast(bytes, count, throwOnEndOfStream: false));
        return head.Span;
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (head.Length > 0)
        {
            read = Math.Min(buffer.Length, head.Length);
            head.Span[..read].CopyTo(buffer);
            head = head[read..];
        }
        else
            read = from.Read(buffer);
        Left -= read;
        return Left < 0 ? throw new FaultyFile(FileFault.Bomb) : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            from.Dispose();
        base.Dispose(disposing);
    }
}
