using DanVan.Chassis.Blobs;

namespace DanVan.Petitions.Attachments;

/// <summary>What was sealed, known at its end.</summary>
/// <param name="Length">In the clear, in bytes.</param>
/// <param name="Sha256">Of the content in the clear.</param>
/// <param name="Ciphertext">As it is stored.</param>
sealed record SealedContent(long Length, byte[] Sha256, BlobRef Ciphertext);

/// <summary>
/// Contents of any length in pieces of 64 KiB, each sealed by AES-256-GCM (the construction STREAM of Hoang, Reyhanitabar, Rogaway and Vizár, 2015): the nonce
/// is the number of the piece and whether it is the last, so that none can be taken away, added, repeated or moved. A key seals one content only.
/// </summary>
static class Pieces
{
    public const int Length = 64 * 1024;
    public const int TagLength = 16;
    public const int NonceLength = 12;

    public static void Nonce(Span<byte> nonce, long piece, bool last)
    {
        nonce.Clear();
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(nonce[3..], piece);
        nonce[^1] = last ? (byte)1 : (byte)0;
    }

    /// <summary>The length of the ciphertext.</summary>
    public static long SealedLength(long length) => length + Count(length) * TagLength;

    /// <summary>How many there are: an empty content is one empty piece.</summary>
    public static long Count(long length) => Math.Max(1, (length + Length - 1) / Length);
}
