using System.Diagnostics;

namespace DanVan.Cli.Local;

/// <summary>One holder at a time among all processes; given up by the system when its holder dies.</summary>
public static class FileLock
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static Task<IDisposable> Take(string file, CancellationToken ct) =>
        Take(
            file,
            Patience,
            held => new($"Another process has held {file} for {Patience.TotalMinutes:0} minutes: {held}", $"See who: fuser -v {file}"),
            ct
        );

    /// <summary>Waits as long as <paramref name="patience"/>; then it is the failure that <paramref name="failure"/> makes of the system's reason.</summary>
    /// <exception cref="Failure">Another has held it all the time.</exception>
    public static async Task<IDisposable> Take(string file, TimeSpan patience, Func<string, Failure> failure, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        for (var watch = Stopwatch.StartNew(); ; )
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held)
            {
                if (watch.Elapsed > patience)
                    throw failure(held.Message);
                await Task.Delay(100, ct);
            }
        }
    }
}
