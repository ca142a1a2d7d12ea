using DanVan.Chassis.Blobs;
using DanVan.Files;

namespace DanVan.Reporting.Files;

/// <summary>A file that may be kept: clean, and not yet stored.</summary>
/// <param name="Clean">Its bytes.</param>
/// <param name="Sent">SHA-256 of what was sent.</param>
/// <param name="Blob">What will be stored.</param>
sealed record TakenFile(FileStream Clean, FileType Type, string Sent, BlobRef Blob) : IDisposable
{
    public void Dispose() => Clean.Dispose();
}
