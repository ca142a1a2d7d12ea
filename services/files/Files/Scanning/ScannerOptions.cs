using System.ComponentModel.DataAnnotations;

namespace DanVan.Files.Scanning;

/// <summary>The ClamAV daemon (section <c>Scanner</c> of the files' own). Without a host nothing is scanned; with one nothing is taken unscanned.</summary>
public sealed class ScannerOptions
{
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 3310;

    /// <summary>For how long its answer is waited for.</summary>
    [Range(1, 600)]
    public int Seconds { get; init; } = 60;
}
