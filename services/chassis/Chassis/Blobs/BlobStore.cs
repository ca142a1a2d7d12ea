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
public sealed class BlobStore(IOptions<BlobOptions> options)
{
    static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    readonly string root = System.IO.Path.GetFullPath(options.Value.Path);

    /// <summary>Stores a stream to its end.</summary>
    /// <exception cref="BlobTooLargeException">It is longer than the limit; nothing is kept.</exception>
    public async Task<BlobRef> Save(Stream content, CancellationToken ct)
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

    /// <summary>Opens a content, or nothing when there is no such content.</summary>
    public Stream? Open(BlobRef blob)
    {
        if (!IsHash(blob.Sha256))
            return null;
        var file = System.IO.Path.Combine(root, blob.Sha256[..2], blob.Sha256);
        return File.Exists(file)
            ? new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                64 * 1024,
                FileOptions.Asynchronous | FileOptions.SequentialScan
            )
            : null;
    }

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

    static bool IsHash(string text) => text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Hexadecimal);

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
