using System.Security.Cryptography;
using System.Text;

namespace DanVan.Petitions.Attachments;

/// <summary>Opens what a <see cref="SealingStream"/> sealed; any part of it where the ciphertext can be sought in. One piece is in memory at a time.</summary>
/// <exception cref="CryptographicException">From reading: it was changed, cut or moved, or sealed with another key.</exception>
sealed class OpeningStream : Stream
{
    readonly Stream from;
    readonly bool leaveOpen;
    readonly AesGcm aes;
    readonly byte[] place;
    readonly long length;
    readonly byte[] box = new byte[Pieces.Length + Pieces.TagLength];
    readonly byte[] piece = new byte[Pieces.Length];
    long opened = -1;
    long position;

    /// <param name="length">Of the content in the clear.</param>
    public OpeningStream(Stream from, byte[] key, string place, long length, bool leaveOpen = false)
    {
        (this.from, this.length, this.leaveOpen) = (from, length, leaveOpen);
        this.place = Encoding.UTF8.GetBytes(place);
        aes = new(key, Pieces.TagLength);
    }

    public override bool CanRead => true;
    public override bool CanSeek => from.CanSeek;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position
    {
        get => position;
        set => position = CanSeek ? value : throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (position >= length || buffer.Length == 0)
            return 0;
        if (position / Pieces.Length is var wanted && wanted != opened)
        {
            var whole = box.AsSpan(0, Seek(wanted));
            from.ReadExactly(whole);
            Open(whole, wanted);
        }
        return Take(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= length || buffer.Length == 0)
            return 0;
        if (position / Pieces.Length is var wanted && wanted != opened)
        {
            var whole = box.AsMemory(0, Seek(wanted));
            await from.ReadExactlyAsync(whole, cancellationToken);
            Open(whole.Span, wanted);
        }
        return Take(buffer.Span);
    }

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => position + offset,
            _ => length + offset,
        };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            aes.Dispose();
            CryptographicOperations.ZeroMemory(piece);
            if (!leaveOpen)
                from.Dispose();
        }
        base.Dispose(disposing);
    }

    /// <summary>Goes to a piece; the length of its ciphertext.</summary>
    int Seek(long wanted)
    {
        if (from.CanSeek)
            from.Position = wanted * (Pieces.Length + Pieces.TagLength);
        return LengthOf(wanted) + Pieces.TagLength;
    }

    void Open(ReadOnlySpan<byte> whole, long wanted)
    {
        opened = -1;
        Span<byte> nonce = stackalloc byte[Pieces.NonceLength];
        Pieces.Nonce(nonce, wanted, wanted == Pieces.Count(length) - 1);
        aes.Decrypt(nonce, whole[..^Pieces.TagLength], whole[^Pieces.TagLength..], piece.AsSpan(0, whole.Length - Pieces.TagLength), place);
        opened = wanted;
    }

    int Take(Span<byte> buffer)
    {
        var at = (int)(position % Pieces.Length);
        var taken = Math.Min(buffer.Length, LengthOf(opened) - at);
        piece.AsSpan(at, taken).CopyTo(buffer);
        position += taken;
        return taken;
    }

    int LengthOf(long wanted) => (int)Math.Min(Pieces.Length, length - wanted * Pieces.Length);
}
