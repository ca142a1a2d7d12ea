using System.ComponentModel.DataAnnotations;
using DanVan.Files;

namespace DanVan.Petitions.Attachments;

/// <summary>What is taken with a petition (section <c>Attachments</c>): papers, pictures, sound and film.</summary>
public sealed class AttachmentOptions : FileLimits
{
    public AttachmentOptions()
        : base("petitions")
    {
        Longest[FileType.Mp3] = 50 * Megabyte;
        Longest[FileType.Wav] = 50 * Megabyte;
        Longest[FileType.M4a] = 50 * Megabyte;
        Longest[FileType.Mp4] = 100 * Megabyte;
    }

    /// <summary>Files of one petition.</summary>
    [Range(1, 10_000)]
    public int PerPetition { get; init; } = 100;
}
