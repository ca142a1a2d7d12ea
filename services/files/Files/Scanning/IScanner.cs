namespace DanVan.Files.Scanning;

/// <summary>Looks for what harms a reader's machine.</summary>
public interface IScanner
{
    /// <summary>What keeps the file from being taken: something was found, or nothing could be looked for. Nothing when it is clean.</summary>
    Task<FileFault?> Scan(Stream content, CancellationToken ct);
}

/// <summary>None is configured: nothing is looked for.</summary>
sealed class NoScanner : IScanner
{
    public Task<FileFault?> Scan(Stream content, CancellationToken ct) => Task.FromResult<FileFault?>(null);
}
