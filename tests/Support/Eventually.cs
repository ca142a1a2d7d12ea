using System.Diagnostics;

namespace DanVan.Support;

/// <summary>Waits for what must come true soon, and says what it waited for when it does not.</summary>
public static class Eventually
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task True(string what, Func<Task<bool>> probe, TimeSpan? within = null) =>
        Found(what, async () => await probe() ? "true" : null, within);

    public static Task True(string what, Func<bool> probe, TimeSpan? within = null) => True(what, () => Task.FromResult(probe()), within);

    /// <summary>The first answer of the probe that is not null.</summary>
    public static async Task<T> Found<T>(string what, Func<Task<T?>> probe, TimeSpan? within = null)
        where T : class
    {
        Exception? last = null;
        var pause = 10;
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < (within ?? Patience); pause = Math.Min(pause * 2, 250))
        {
            try
            {
                if (await probe() is { } found)
                    return found;
                last = null;
            }
            catch (Exception e) when (e is not OperationCanceledException { CancellationToken.IsCancellationRequested: true })
            {
                last = e; // not yet; told if it stays so
            }
            await Task.Delay(pause);
        }
        throw new TimeoutException($"Waited {(within ?? Patience).TotalSeconds:0} s for: {what}.", last);
    }
}
