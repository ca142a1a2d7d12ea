using System.ComponentModel.DataAnnotations;

namespace DanVan.Gateway.Reference;

/// <summary>The published description of the platform: section <c>Reference</c>.</summary>
sealed class ReferenceOptions
{
    /// <summary>The address that callers use, when it is not the one under which they fetched the document.</summary>
    public string? PublicUrl { get; init; }

    [Range(1, 3600)]
    public int RefreshSeconds { get; init; } = 30;
}
