using System.Security.Cryptography;
using DanVan.Files;

namespace DanVan.Petitions.Attachments;

/// <summary>
/// A file that is being looked at, sealed on its way to the disk and without a name there: whatever happens to this process, nobody finds it again and nobody
/// could read it.
/// </summary>
sealed class WorkFile : IDisposable
{
    readonly FileStream file;
    readonly byte[] key;
    readonly string place;
    readonly SealingStream content;
    SealedContent? whole;

    WorkFile(FileStream file, byte[] key, string place)
    {
        (this.file, this.key, this.place) = (file, key, place);
        content = new(file, key, place);
    }

    /// <summary>Under a key that goes with this object.</summary>
    public static WorkFile Create(string folder) => Create(folder, RandomNumberGenerator.GetBytes(32), "");

    public static WorkFile Create(string folder, byte[] key, string place) => new(WorkFolder.NewFile(folder), key, place);

    /// <summary>Takes the content, until <see cref="Complete"/>.</summary>
    public Stream Content => content;

    public SealedContent Complete() => whole ??= content.Complete();

    /// <summary>The content from its beginning. One reader at a time.</summary>
    public Stream Open()
    {
        file.Position = 0;
        return new OpeningStream(file, key, place, whole!.Length, leaveOpen: true);
    }

    /// <summary>The ciphertext from its beginning.</summary>
    public Stream OpenSealed()
    {
        file.Position = 0;
        return file;
    }

    public void Dispose()
    {
        content.Dispose();
        file.Dispose();
    }
}
