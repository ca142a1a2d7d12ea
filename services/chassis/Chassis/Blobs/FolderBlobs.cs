using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace DanVan.Chassis.Blobs;

/// <summary>
/// Contents on disk under their own SHA-256. The same content is stored once, a name given by a caller never becomes a path, and what
/// <see cref="Save"/> returned survives a loss of power: the file and its folder are flushed before it returns.
/// </summary>
public sealed class FolderBlobs(IOptions<BlobOptions> options) : BlobStore
{
    readonly string root = System.IO.Path.GetFullPath(options.Value.Path);

    /// <inheritdoc />
    public override async Task<BlobRef> Save(Stream content, CancellationToken ct)
    {
        var incoming = Folder("incoming");
        var temporary = System.IO.Path.Combine(incoming, Guid.CreateVersion7().ToString("n"));
        try
        {
            var blob = await Write(content, temporary, ct);
            var folder = Folder(blob.Sha256[..2]);
            // Atomic, and harmless when another request has just stored the same content.
            File.Move(temporary, System.IO.Path.Combine(folder, blob.Sha256), overwrite: true);
            Flush(folder);
            return blob;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc />
    public override Task<Stream?> Open(BlobRef blob, CancellationToken ct) =>
        Task.FromResult<Stream?>(
            IsHash(blob.Sha256) && File.Exists(PathOf(blob))
                ? new FileStream(
                    PathOf(blob),
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read | FileShare.Delete,
                    64 * 1024,
                    FileOptions.Asynchronous | FileOptions.SequentialScan
                )
                : null
        );

    /// <inheritdoc />
    public override Task Delete(BlobRef blob, CancellationToken ct)
    {
        if (IsHash(blob.Sha256) && File.Exists(PathOf(blob)))
            File.Delete(PathOf(blob));
        return Task.CompletedTask;
    }

    string PathOf(BlobRef blob) => System.IO.Path.Combine(root, blob.Sha256[..2], blob.Sha256);

    async Task<BlobRef> Write(Stream content, string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            long length = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                if ((length += read) > options.Value.MaxLength)
                    throw new BlobTooLargeException(options.Value.MaxLength);
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            file.Flush(flushToDisk: true);
            return new(Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    string Folder(string name)
    {
        var folder = System.IO.Path.Combine(root, name);
        if (System.IO.Directory.Exists(folder))
            return folder;
        System.IO.Directory.CreateDirectory(folder);
        Flush(root);
        return folder;
    }

    // The new name in a folder is durable only when the folder is flushed too, and .NET has no call for it.
    static void Flush(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var handle = OpenFolder(folder, 0);
        if (handle.IsInvalid || FileSync(handle) != 0)
            throw new IOException($"The folder of files could not be flushed (error {Marshal.GetLastPInvokeError()}).");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern SafeFileHandle OpenFolder([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int FileSync(SafeFileHandle handle);
}
