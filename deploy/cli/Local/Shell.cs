using System.Diagnostics;

namespace DanVan.Cli.Local;

/// <summary>Runs a program to its end.</summary>
public static class Shell
{
    /// <summary>Output of the program; a <see cref="Failure"/> with the end of it when it says no.</summary>
    public static async Task<string> Run(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null,
        Action<string>? onLine = null,
        CancellationToken ct = default
    )
    {
        var (code, output) = await Try(file, arguments, environment, folder, onLine, ct);
        if (code == 0)
            return output;
        var tail = string.Join('\n', output.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(20));
        throw new Failure(
            $"{Path.GetFileName(file)} {string.Join(' ', arguments)} ended with {code}:\n{tail}",
            "Correct what it says and run the same command again."
        );
    }

    public static async Task<(int Code, string Output)> Try(
        string file,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? folder = null,
        Action<string>? onLine = null,
        CancellationToken ct = default
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "/",
        };
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            start.Environment[key] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var lines = new List<string>();
        void Take(string? line)
        {
            if (line is null)
                return;
            lock (lines)
                lines.Add(line);
            onLine?.Invoke(line);
        }
        process.OutputDataReceived += (_, e) => Take(e.Data);
        process.ErrorDataReceived += (_, e) => Take(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, string.Join('\n', lines));
    }
}
