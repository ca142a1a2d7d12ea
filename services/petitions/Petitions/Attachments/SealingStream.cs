using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis.Blobs;

namespace DanVan.Petitions.Attachments;

/// <summary>Seals what is written to it, piece by piece (see <see cref="Pieces"/>). Whole only once <see cref="Complete"/> was called.</summary>
sealed class SealingStream : WriteOnlyStream
{
    readonly Stream to;
    readonly AesGcm aes;
    readonly byte[] place;
    readonly byte[] piece = new byte[Pieces.Length];
    readonly byte[] box = new byte[Pieces.Length + Pieces.TagLength];
    readonly IncrementalHash clear = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly IncrementalHash sealedHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    int filled;
    long pieces;
    long length;
    long written;

    /// <param name="place">Where it will stand; it opens nowhere else.</param>
    public SealingStream(Stream to, byte[] key, string place)
    {
        this.to = to;
        this.place = Encoding.UTF8.GetBytes(place);
        aes = new(key, Pieces.TagLength);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        length += buffer.Length;
        clear.AppendData(buffer);
        while (buffer.Length > 0)
        {
            if (filled == piece.Length)
                Seal(last: false);
            var taken = Math.Min(buffer.Length, piece.Length - filled);
            buffer[..taken].CopyTo(piece.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    public SealedContent Complete()
    {
        Seal(last: true);
        to.Flush();
        return new(length, clear.GetHashAndReset(), new BlobRef(Convert.ToHexStringLower(sealedHash.GetHashAndReset()), written));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            aes.Dispose();
            clear.Dispose();
            sealedHash.Dispose();
            CryptographicOperations.ZeroMemory(piece);
        }
        base.Dispose(disposing);
    }

    void Seal(bool last)
    {
        Span<byte> nonce = stackalloc byte[Pieces.NonceLength];
        Pieces.Nonce(nonce, pieces++, last);
        var whole = box.AsSpan(0, filled + Pieces.TagLength);
        aes.Encrypt(nonce, piece.AsSpan(0, filled), whole[..filled], whole[filled..], place);
        sealedHash.AppendData(whole);
        to.Write(whole);
        written += whole.Length;
        filled = 0;
    }
}
