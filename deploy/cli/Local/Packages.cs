namespace DanVan.Cli.Local;

/// <summary>PostgreSQL and RabbitMQ from the distribution: used where they are, installed where they are missing, never started as system services.</summary>
static class Packages
{
    const string Policy = "/usr/sbin/policy-rc.d";
    const string Install = "apt-get install -y --no-install-recommends";

    public static async Task Ensure(Action<string> say, CancellationToken ct)
    {
        var missing = Missing().ToArray();
        if (missing.Length == 0)
            return;

        var command = $"{Install} {string.Join(' ', missing)}";
        if (!File.Exists("/usr/bin/apt-get"))
            throw new Failure(
                $"Not installed: {string.Join(", ", missing)}.",
                "Install PostgreSQL 15 or later (with contrib) and RabbitMQ 3.10 or later with this system's package manager."
            );
        if (!Posix.IsRoot)
            throw new Failure(
                $"Not installed: {string.Join(", ", missing)}, and this account may not install.",
                $"Run once: sudo {command}"
            );

        say($"installing {string.Join(", ", missing)} from the distribution");
        await using (await NoServicesStart())
        {
            var words = command.Split(' ');
            var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
            void Show(string line)
            {
                if (line.StartsWith("Unpacking", StringComparison.Ordinal) || line.StartsWith("Setting up", StringComparison.Ordinal))
                    say(line);
            }
            // The lists of a fresh machine are empty or old: fetch them only when the first try says no.
            if ((await Shell.Try(words[0], words[1..], quiet, onLine: Show, ct: ct)).Code != 0)
            {
                await Shell.Run("apt-get", ["update"], quiet, ct: ct);
                await Shell.Run(words[0], words[1..], quiet, onLine: Show, ct: ct);
            }
        }
        if (Missing().FirstOrDefault() is { } still)
            throw new Failure($"{still} was installed, but its programs are not where Debian puts them.", $"See: dpkg -L {still}");
    }

    static IEnumerable<string> Missing()
    {
        if (PostgresServer.Programs() is not { } programs)
            yield return "postgresql-15";
        else if (!File.Exists($"/usr/share/postgresql/{Path.GetFileName(Path.GetDirectoryName(programs))}/extension/pg_trgm.control"))
            yield return "postgresql-contrib";
        if (!File.Exists(RabbitServer.Program))
            yield return "rabbitmq-server";
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
