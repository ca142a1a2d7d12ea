using DanVan.Chassis.Http;

namespace DanVan.Petitions.Attachments.Scanning;

/// <summary>Looks for what harms a reader's machine.</summary>
public interface IScanner
{
    /// <summary>Why the file may not be taken: something was found, or nothing could be looked for. Nothing when it is clean.</summary>
    Task<Rejection?> Scan(Stream content, CancellationToken ct);
}

/// <summary>None is configured: nothing is looked for.</summary>
sealed class NoScanner : IScanner
{
    public Task<Rejection?> Scan(Stream content, CancellationToken ct) => Task.FromResult<Rejection?>(null);
}
