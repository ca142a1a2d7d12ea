using System.Diagnostics;

namespace DanVan.Cli.Local;

/// <summary>What to run: the program with its arguments and environment, and the account to run it under (null: the caller's own).</summary>
public sealed record ProgramCall(string File, IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
    public string? Account { get; init; }
    public string? WorkingFolder { get; init; }
}

/// <summary>A process that outlives the tool that started it: own session, output to a log file, known again by its pid file.</summary>
public sealed class BackgroundProcess(string name, string stateFolder)
{
    const long LogLimit = 20 * 1024 * 1024;

    readonly string pidFile = Path.Combine(stateFolder, "run", $"{name}.pid");

    public string Name => name;
    public string LogFile { get; } = Path.Combine(stateFolder, "logs", $"{name}.log");
    public ProcessIdentity? Current => ProcessIdentity.Read(pidFile) is { IsAlive: true } process ? process : null;

    /// <summary>Takes a process found by other means under its wing.</summary>
    public void Adopt(ProcessIdentity process) => process.Write(pidFile);

    public void Start(ProgramCall call)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(pidFile)!);
        Directory.CreateDirectory(Path.GetDirectoryName(LogFile)!);
        if (new FileInfo(LogFile) is { Exists: true, Length: > LogLimit })
            File.Move(LogFile, LogFile + ".1", overwrite: true);

        // What the caller's caller had open (the file of a lock, the end of a pipe) must not stay open for as long as a server lives.
        // sh, setsid and setpriv replace themselves by the next one, so the number that .NET returns is the program's own.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = call.WorkingFolder ?? "/" };
        string[] words =
        [
            "-c",
            "umask 077; log=$1; shift; exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; exec setsid \"$@\" >>\"$log\" 2>&1 </dev/null",
            "danvan",
            LogFile,
        ];
        foreach (var word in words.Concat(Accounts.Prefix(call.Account)).Append(call.File).Concat(call.Arguments))
            start.ArgumentList.Add(word);
        foreach (var (key, value) in call.Environment)
            start.Environment[key] = value;

        using var process = Process.Start(start)!;
        (ProcessIdentity.Of(process.Id) ?? throw Ended()).Write(pidFile);
    }

    /// <summary>SIGTERM, patience, then SIGKILL. Returns at once when nothing runs.</summary>
    public Task Stop(TimeSpan patience) => Stop(patience, Posix.SigTerm);

    internal async Task Stop(TimeSpan patience, int signal)
    {
        if (Current is { } process)
        {
            process.Signal(Posix.SigCont); // a paused process cannot hear a SIGTERM
            process.Signal(signal);
            if (!await Gone(process, patience))
            {
                process.Signal(Posix.SigKill);
                await Gone(process, TimeSpan.FromSeconds(10));
            }
        }
        if (File.Exists(pidFile))
            File.Delete(pidFile);
    }

    /// <summary>SIGKILL, and waits until it is gone.</summary>
    public async Task Kill()
    {
        if (Current is not { } process)
            return;
        process.Kill();
        await Gone(process, TimeSpan.FromSeconds(10));
    }

    /// <summary>The end of the log, for a message about a process that did not make it; where each call came from is in the log itself.</summary>
    public string LogTail(int lines = 15) =>
        File.Exists(LogFile)
            ? string.Join('\n', File.ReadLines(LogFile).Where(line => !line.StartsWith("   at ", StringComparison.Ordinal)).TakeLast(lines))
            : "(no log)";

    public Failure Ended() => new($"{name} ended while starting:\n{LogTail()}", $"The whole log: {LogFile}");

    /// <summary>Waits for the end of a process that was told to go; false when it is still there.</summary>
    static async Task<bool> Gone(ProcessIdentity process, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        while (process.IsAlive && watch.Elapsed < patience)
            await Task.Delay(50);
        return !process.IsAlive;
    }
}
