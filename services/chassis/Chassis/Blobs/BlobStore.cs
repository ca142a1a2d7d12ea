using System.Buffers;

namespace DanVan.Chassis.Blobs;

/// <summary>
/// Contents under their own SHA-256. The same content is stored once, a name given by a caller never becomes a path, and what <see cref="Save"/> returned survives
/// a loss of power.
/// </summary>
public abstract class BlobStore
{
    static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    /// <summary>Stores a stream to its end.</summary>
    /// <exception cref="BlobTooLargeException">It is longer than the limit; nothing is kept.</exception>
    public abstract Task<BlobRef> Save(Stream content, CancellationToken ct);

    /// <summary>Opens a content, or nothing when there is no such content.</summary>
    public abstract Task<Stream?> Open(BlobRef blob, CancellationToken ct);

    /// <summary>Removes a content. The caller knows that nobody else stored the same; that it is not there is no failure.</summary>
    public abstract Task Delete(BlobRef blob, CancellationToken ct);

    /// <summary>Whether a text is a SHA-256 as <see cref="BlobRef"/> has it.</summary>
    protected static bool IsHash(string text) => text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Hexadecimal);
}
