using DanVan.Cli;
using DanVan.Cli.Local;

namespace DanVan.Bench.Peers;

/// <summary>Programs of the distribution that measure or stand beside us, installed when missing.</summary>
static class Tools
{
    public static async Task<string> Find(string program, string package)
    {
        if (Existing(program) is { } found)
            return found;
        await Packages.Install([package]);
        return Existing(program) ?? throw new Failure($"{package} was installed and {program} is not there.", $"See: dpkg -L {package}");
    }

    static string? Existing(string program) =>
        new[] { "/usr/bin", "/usr/sbin", "/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin" }
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
