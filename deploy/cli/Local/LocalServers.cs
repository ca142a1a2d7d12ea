using System.Security.Cryptography;
using System.Text;

namespace DanVan.Cli.Local;

/// <summary>
/// The private PostgreSQL and RabbitMQ of one local run or of the tests: no system service, no container, everything under one folder and on own ports.
/// Starting is idempotent, from several processes too, and recovers from a kill -9 of everything.
/// </summary>
public sealed class LocalServers
{
    readonly string stateFolder;
    readonly string serversFolder;

    public LocalServers(string stateFolder, int portBase)
    {
        this.stateFolder = stateFolder;
        Ports = new(portBase);
        serversFolder = FolderForServers(stateFolder);
        Secrets = new(stateFolder);
        Postgres = new(stateFolder, serversFolder, Ports, Secrets);
        Rabbit = new(stateFolder, serversFolder, Ports, Secrets);
    }

    /// <summary>Data, logs and keys of this clone's test servers.</summary>
    public static string TestFolder => Path.Combine(Repository.StateFolder, "test");

    /// <summary>
    /// This clone's test servers, beside those of the local run: on the ports where they stand, else on the first free ones, so that clones can be tested side
    /// by side.
    /// </summary>
    public static LocalServers ForTests()
    {
        var (folder, remembered) = (TestFolder, Path.Combine(TestFolder, "ports"));
        var stand = new[] { "postgres", "rabbitmq", "epmd" }.Any(name => new BackgroundProcess(name, folder).Current is not null);
        if (stand && File.Exists(remembered) && int.TryParse(File.ReadAllText(remembered), out var last))
            return new(folder, last);
        var chosen = new Ports(Ports.FromEnvironment() ?? Ports.Usual).ForTests().Base;
        Directory.CreateDirectory(folder);
        File.WriteAllText(remembered, $"{chosen}");
        return new(folder, chosen);
    }

    public Ports Ports { get; }
    public Secrets Secrets { get; }
    public PostgresServer Postgres { get; }
    public RabbitServer Rabbit { get; }

    /// <summary>Returns when both answer.</summary>
    /// <param name="say">Told what is installed.</param>
    /// <param name="meanwhile">Done as soon as PostgreSQL answers: RabbitMQ takes eight seconds more, of which it uses one core.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task Start(Action<string>? say = null, Func<Task>? meanwhile = null, CancellationToken ct = default)
    {
        using var oneAtATime = await FileLock.Take(Path.Combine(stateFolder, "servers.lock"), ct);
        RefuseAnothersRun();
        await Packages.Ensure(say ?? (_ => { }), ct);
        await Task.WhenAll(Databases(), Rabbit.Start(ct));

        async Task Databases()
        {
            await Postgres.Start(ct);
            if (meanwhile is not null)
                await meanwhile();
        }
    }

    public async Task Stop()
    {
        using var oneAtATime = await FileLock.Take(Path.Combine(stateFolder, "servers.lock"), default);
        await Task.WhenAll(Postgres.Stop(), Rabbit.Stop());
    }

    /// <summary>Stops both and removes their data.</summary>
    public async Task Purge()
    {
        await Stop();
        foreach (var folder in (string[])["postgres", "rabbitmq"])
            if (Path.Combine(serversFolder, folder) is var data && Directory.Exists(data))
                Directory.Delete(data, recursive: true);
        if (serversFolder != stateFolder && Directory.Exists(serversFolder))
            Directory.Delete(serversFolder);
    }

    /// <summary>Files of two accounts in one run end in "permission denied" somewhere deep: say so at the door.</summary>
    void RefuseAnothersRun()
    {
        var file = Path.Combine(stateFolder, "account");
        if (!File.Exists(file))
            File.WriteAllText(file, Environment.UserName);
        else if (File.ReadAllText(file) is var owner && owner != Environment.UserName)
            throw new Failure(
                $"The local run in {stateFolder} was started by the account {owner}.",
                $"Go on as {owner}, or remove it as {owner}: ./danvan down --purge"
            );
    }

    /// <summary>
    /// Beside everything else of the run, where that is possible. Root starts the servers under other accounts, and those cannot reach a clone below a closed
    /// home; and RabbitMQ 3.10 cannot live in a folder whose name has a space or an accent.
    /// </summary>
    static string FolderForServers(string stateFolder)
    {
        var plain = stateFolder.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-+".Contains(letter, StringComparison.Ordinal));
        if (plain && (!Posix.IsRoot || Accounts.Reachable(Path.Combine(stateFolder, "postgres"))))
            return stateFolder;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stateFolder)))[..8];
        var home = Posix.IsRoot
            ? "/var/lib"
            : Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(home, $"danvan-{hash}");
    }
}
