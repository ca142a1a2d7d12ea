using System.Diagnostics;

namespace DanVan.Cli.Local;

/// <summary>One holder at a time among all processes; given up by the system when its holder dies.</summary>
public static class FileLock
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<IDisposable> Take(string file, CancellationToken ct)
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
                if (watch.Elapsed > Patience)
                    throw new Failure(
                        $"Another process has held {file} for {Patience.TotalMinutes:0} minutes: {held.Message}",
                        $"See who: fuser -v {file}"
                    );
                await Task.Delay(100, ct);
            }
        }
    }
}
