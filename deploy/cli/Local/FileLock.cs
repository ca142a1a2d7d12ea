using System.Diagnostics;

namespace DanVan.Cli.Local;

/// <summary>One holder at a time among all processes; given up by the system when its holder dies.</summary>
public static class FileLock
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <exception cref="Failure">Another has held it all the time.</exception>
    public static async Task<IDisposable> Take(string file, CancellationToken ct) =>
        await TryTake(file, Patience, ct)
        ?? throw new Failure($"Another process has held {file} for {Patience.TotalMinutes:0} minutes.", $"See who: fuser -v {file}");

    /// <summary>Null when another has held it for all of <paramref name="patience"/>.</summary>
    public static async Task<IDisposable?> TryTake(string file, TimeSpan patience, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        for (var watch = Stopwatch.StartNew(); ; )
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                if (watch.Elapsed > patience)
                    return null;
                await Task.Delay(100, ct);
            }
        }
    }
}
