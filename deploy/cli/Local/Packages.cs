namespace DanVan.Cli.Local;

/// <summary>Programs of the distribution: used where they are, installed where they are missing, never started as system services.</summary>
public static class Packages
{
    // The second generation of the font has every Vietnamese letter: as Debian's package, which later only refers to another, or where others put it.
    static readonly string[] Fonts =
    [
        "/var/lib/dpkg/info/fonts-liberation2.list",
        "/usr/share/fonts/truetype/liberation2",
        "/usr/share/fonts/liberation-serif-fonts",
        "/usr/share/fonts/liberation",
    ];

    const string Policy = "/usr/sbin/policy-rc.d";

    static readonly SemaphoreSlim one = new(1);

    /// <summary>PostgreSQL, RabbitMQ, and the font of PDF documents.</summary>
    internal static async Task Ensure(Action<string> say, CancellationToken ct)
    {
        var missing = Missing().ToArray();
        if (missing.Length == 0)
            return;
        if (!File.Exists("/usr/bin/apt-get"))
            throw new Failure(
                $"Not installed: {string.Join(", ", missing)}.",
                "Install PostgreSQL 15 or later (with contrib), RabbitMQ 3.10 or later and the Liberation fonts with this system's package manager."
            );
        await Install(missing, say, ct);
        if (Missing().FirstOrDefault() is { } still)
            throw new Failure($"{still} was installed, but its programs are not where Debian puts them.", $"See: dpkg -L {still}");
    }

    /// <summary>Installs by apt-get, after whoever installs at the same time; a <see cref="Failure"/> with the command to run when this account may not.</summary>
    public static async Task Install(IReadOnlyCollection<string> packages, Action<string>? say = null, CancellationToken ct = default)
    {
        string[] arguments = ["install", "-y", "--no-install-recommends", .. packages];
        if (!Posix.IsRoot)
            throw new Failure(
                $"Not installed: {string.Join(", ", packages)}, and this account may not install.",
                $"Run once: sudo apt-get {string.Join(' ', arguments)}"
            );

        await one.WaitAsync(ct);
        try
        {
            say?.Invoke($"installing {string.Join(", ", packages)} from the distribution");
            await using var _ = await NoServicesStart();
            // The lists of a fresh machine are empty or old: fetch them only when the first try says no.
            if ((await Shell.Try("apt-get", WaitingFor(arguments), quiet, onLine: Show, ct: ct)).Code == 0)
                return;
            await Shell.Run("apt-get", WaitingFor(["update"]), quiet, ct: ct);
            await Shell.Run("apt-get", WaitingFor(arguments), quiet, onLine: Show, ct: ct);
        }
        finally
        {
            one.Release();
        }

        void Show(string line)
        {
            if (line.StartsWith("Unpacking", StringComparison.Ordinal) || line.StartsWith("Setting up", StringComparison.Ordinal))
                say?.Invoke(line);
        }
    }

    static readonly Dictionary<string, string> quiet = new() { ["DEBIAN_FRONTEND"] = "noninteractive" };

    /// <summary>Another process may hold the packages' lock: up to ten minutes for it to end.</summary>
    static string[] WaitingFor(string[] arguments) => ["-o", "DPkg::Lock::Timeout=600", .. arguments];

    static IEnumerable<string> Missing()
    {
        if (PostgresServer.Programs() is not { } programs)
            yield return "postgresql-15";
        else if (!File.Exists($"/usr/share/postgresql/{Path.GetFileName(Path.GetDirectoryName(programs))}/extension/pg_trgm.control"))
            yield return "postgresql-contrib";
        if (!File.Exists(RabbitServer.Program))
            yield return "rabbitmq-server";
        if (!Array.Exists(Fonts, Path.Exists))
            yield return "fonts-liberation2";
    }

    /// <summary>Debian asks this script before it starts a service of a new package: for the time of the install it answers no.</summary>
    static async Task<IAsyncDisposable> NoServicesStart()
    {
        const int forbidden = 101;
        if (File.Exists(Policy) && (await Shell.Try(Policy, ["rabbitmq-server", "start"])).Code == forbidden)
            return new Undo(() => { });

        var saved = Policy + ".danvan";
        if (File.Exists(Policy) && !File.Exists(saved))
            File.Move(Policy, saved);
        await File.WriteAllTextAsync(Policy, $"#!/bin/sh\nexit {forbidden}\n");
        File.SetUnixFileMode(Policy, (UnixFileMode)0b111_101_101);
        return new Undo(() =>
        {
            File.Delete(Policy);
            if (File.Exists(saved))
                File.Move(saved, Policy);
        });
    }

    sealed class Undo(Action action) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            action();
            return ValueTask.CompletedTask;
        }
    }
}
