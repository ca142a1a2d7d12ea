using System.Globalization;

namespace DanVan.Cli.Local;

/// <summary>
/// A process that cannot be mistaken for a later one: its number, the tick it started at and the boot it lives in.
/// Numbers are recycled; a number with its start tick is not, so a stale pid file never leads to a stranger being killed.
/// </summary>
public sealed record ProcessIdentity(int Pid, long StartTick, string Boot)
{
    static readonly string ThisBoot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();

    /// <summary>The living process of that number; null when there is none, or only the remains of one (a zombie).</summary>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            // The command in field 2 may hold spaces and parentheses: count from the last ')'.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : new(pid, long.Parse(fields[19], CultureInfo.InvariantCulture), ThisBoot);
        }
        catch (IOException)
        {
            return null; // it ended before or while it was read
        }
    }

    public static ProcessIdentity? Read(string pidFile)
    {
        if (!File.Exists(pidFile))
            return null;
        return
            File.ReadAllText(pidFile).Split(' ', StringSplitOptions.TrimEntries) is [var pid, var tick, var boot]
            && int.TryParse(pid, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(tick, CultureInfo.InvariantCulture, out var start)
            ? new(number, start, boot)
            : null;
    }

    public void Write(string pidFile) =>
        File.WriteAllText(pidFile, string.Create(CultureInfo.InvariantCulture, $"{Pid} {StartTick} {Boot}\n"));

    public bool IsAlive => Of(Pid) == this;

    /// <summary>SIGKILL: no goodbye.</summary>
    public void Kill() => Signal(Posix.SigKill);

    /// <summary>SIGSTOP: alive, connected and deaf.</summary>
    public void Pause() => Signal(Posix.SigStop);

    /// <summary>SIGCONT.</summary>
    public void Resume() => Signal(Posix.SigCont);

    /// <summary>Sends the signal unless the process is gone.</summary>
    internal void Signal(int signal)
    {
        if (IsAlive)
            _ = Posix.Kill(Pid, signal);
    }

    public TimeSpan Uptime => TimeSpan.FromSeconds(Math.Max(0, SecondsSinceBoot() - StartTick / 100.0));

    public DateTime StartedAt => TimeProvider.System.GetUtcNow().UtcDateTime - Uptime;

    /// <summary>Resident memory in bytes; 0 when the process is gone.</summary>
    public long Memory
    {
        get
        {
            try
            {
                var pages = File.ReadAllText($"/proc/{Pid}/statm").Split(' ')[1];
                return long.Parse(pages, CultureInfo.InvariantCulture) * Environment.SystemPageSize;
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    static double SecondsSinceBoot() => double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);
}
