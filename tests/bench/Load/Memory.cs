using System.Globalization;
using DanVan.Support;

namespace DanVan.Bench.Load;

static class Memory
{
    /// <summary>Megabytes of memory that are the process's own, and its share of what it has in common with others.</summary>
    public static double Pss(this ServiceProcess process)
    {
        var rollup = File.ReadLines($"/proc/{process.Current!.Pid}/smaps_rollup");
        var line = rollup.First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
