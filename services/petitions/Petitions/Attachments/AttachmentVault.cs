using System.Security.Cryptography;
using DanVan.Files;
using DanVan.Petitions.Identities;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Attachments;

/// <summary>
/// Seals files as the <see cref="IdentityVault"/> seals who petitions, under a data key each. Papers come with petitions that nobody put a name to, too, so the
/// keys are not those of the identity; they are destroyed with it.
/// </summary>
public sealed class AttachmentVault(IOptions<VaultOptions> vault)
{
    readonly DerivedKeys keys = new(vault, "attachments");
    readonly DerivedKeys hashes = new(vault, "attachment contents");

    /// <summary>A place for a new file: its id and its data key.</summary>
    internal static (Guid Id, byte[] Key) NewFile() => (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(32));

    /// <summary>What a ciphertext is bound to.</summary>
    internal static string PlaceOf(Guid fileId) => Place(fileId, "content");

    internal SealedFile Seal(
        Guid id,
        byte[] dataKey,
        SealedContent content,
        FileType type,
        bool redacted,
        DateOnly on,
        Guid? sealedAs = null
    ) =>
        new()
        {
            Id = id,
            SealedAs = sealedAs,
            Redacted = redacted,
            Type = type,
            Length = content.Length,
            AddedOn = on,
            KeyId = keys.CurrentId,
            WrappedKey = Box.Close(keys.Current, dataKey, Place(id, "wrapped_key")),
            Digest = Box.Close(dataKey, content.Sha256, Place(id, "digest")),
            BlobSha256 = content.Ciphertext.Sha256,
            BlobLength = content.Ciphertext.Length,
        };

    /// <summary>The same ciphertext as a further file: its data key is wrapped for that one's row, and goes with it.</summary>
    internal SealedFile Share(SealedFile file) =>
        Seal(
            Guid.CreateVersion7(),
            DataKeyOf(file),
            new(file.Length, DigestOf(file), file.Blob),
            file.Type,
            file.Redacted,
            file.AddedOn,
            file.SealedAs ?? file.Id
        );

    /// <summary>The content in the clear, from its ciphertext.</summary>
    internal OpeningStream Open(SealedFile file, Stream ciphertext) =>
        new(ciphertext, DataKeyOf(file), PlaceOf(file.SealedAs ?? file.Id), file.Length);

    /// <summary>The SHA-256 of the content.</summary>
    /// <exception cref="CryptographicException">The row was changed or moved.</exception>
    /// <exception cref="KeyNotFoundException">The key that wraps this file's is not configured.</exception>
    public byte[] DigestOf(SealedFile file) => Box.Open(DataKeyOf(file), file.Digest, Place(file.Id, "digest"));

    internal bool IsSame(SealedFile? known, TakenFile file) =>
        known is not null && DigestOf(known).AsSpan().SequenceEqual(file.Content.Sha256);

    /// <summary>What the same file of that petition is known by, under the present key first and those of the past.</summary>
    public List<byte[]> ContentKeys(Guid petitionId, byte[] sha256) =>
        [.. hashes.All.Select(key => HMACSHA256.HashData(key, (byte[])[.. petitionId.ToByteArray(bigEndian: true), .. sha256]))];

    /// <summary>Wraps the data key by the present key. What it encrypts is not touched.</summary>
    public void Rewrap(SealedFile file)
    {
        file.WrappedKey = Box.Close(keys.Current, DataKeyOf(file), Place(file.Id, "wrapped_key"));
        file.KeyId = keys.CurrentId;
    }

    byte[] DataKeyOf(SealedFile file) =>
        Box.Open(
            keys.Find(file.KeyId) ?? throw new KeyNotFoundException($"Vault: no key {file.KeyId}"),
            file.WrappedKey,
            Place(file.Id, "wrapped_key")
        );

    static string Place(Guid id, string column) => $"sealed_files|{id}|{column}";
}
