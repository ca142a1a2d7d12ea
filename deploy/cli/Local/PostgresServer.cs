using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace DanVan.Cli.Local;

/// <summary>A private PostgreSQL: own data folder, own port, loopback only, passwords always.</summary>
public sealed class PostgresServer(string stateFolder, string serversFolder, Ports ports, Secrets secrets)
{
    const string Superuser = "postgres";
    const string TemplateDatabase = "danvan_template";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string folder = Path.Combine(serversFolder, "postgres");
    readonly BackgroundProcess process = new("postgres", stateFolder);

    internal string Data => Path.Combine(folder, "data");

    public BackgroundProcess Process => process;

    /// <summary>The folder of the newest installed server programs; null when there are none new enough.</summary>
    public static string? Programs() =>
        !Directory.Exists("/usr/lib/postgresql")
            ? null
            : Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .Where(version => int.TryParse(Path.GetFileName(version), out var major) && major >= 15)
                .OrderByDescending(version => int.Parse(Path.GetFileName(version), CultureInfo.InvariantCulture))
                .Select(version => Path.Combine(version, "bin"))
                .FirstOrDefault(programs => File.Exists(Path.Combine(programs, "postgres")));

    public async Task Start(CancellationToken ct = default)
    {
        var account = Accounts.For("postgres");
        if (process.Current is null && Running() is { } running)
            process.Adopt(running);
        if (process.Current is null)
        {
            await Accounts.OwnFolder(folder, account);
            await Initialise(account, ct);
            await Ports.MustBeFree(ports.Postgres, "PostgreSQL", ct);
            await StartProcess(account, ct);
        }
        else
            await WaitUntilReady(ct);
        await EnsureTemplate(ct);
    }

    /// <summary>Ends sessions and writes a checkpoint ("fast" shutdown): the next start needs no recovery.</summary>
    public Task Stop() => process.Stop(TimeSpan.FromSeconds(30), Posix.SigInt);

    /// <summary>A connection string to a database as one of the service roles, or as the superuser when no role is named.</summary>
    public string ConnectionString(string database, string? role = null) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = ports.Postgres,
            Database = database,
            Username = role ?? Superuser,
            Password = secrets[$"postgres/{role ?? Superuser}"],
            MaxPoolSize = role is null ? 5 : 25,
            Pooling = role is not null,
            ApplicationName = role ?? "danvan",
        }.ConnectionString;

    /// <summary>The role of a service and a database that only this role may enter; both stay as they are when they exist.</summary>
    public async Task EnsureDatabase(string database, string role, CancellationToken ct = default)
    {
        await using var connection = await Open("postgres", ct);
        await EnsureRole(connection, role, ct);
        if (!await Exists(connection, database, ct))
            await Execute(connection, $"create database {database} owner {role} template {TemplateDatabase}", ct);
        // Two instances with a pool of 25 each, and the tools.
        await Execute(connection, $"alter database {database} connection limit 60", ct);
        await Execute(connection, $"revoke all on database {database} from public", ct);
    }

    public async Task DropDatabase(string database, CancellationToken ct = default)
    {
        await using var connection = await Open("postgres", ct);
        await Execute(connection, $"drop database if exists {database} with (force)", ct);
    }

    async Task EnsureRole(NpgsqlConnection connection, string role, CancellationToken ct)
    {
        // The password is hexadecimal, so it needs no quoting; roles cannot be given one by parameter.
        var password = secrets[$"postgres/{role}"];
        await Execute(
            connection,
            $"""
            do $$ begin
                create role {role} login password '{password}';
            exception when duplicate_object or unique_violation then
                null;
            end $$
            """,
            ct
        );
    }

    /// <summary>The database that services' databases are copied from: it has the extensions, which only the superuser may create.</summary>
    async Task EnsureTemplate(CancellationToken ct)
    {
        await using (var connection = await Open("postgres", ct))
        {
            if (await Exists(connection, TemplateDatabase, ct))
                return;
            await Execute(connection, $"drop database if exists {TemplateDatabase}_new", ct);
            await Execute(connection, $"create database {TemplateDatabase}_new", ct);
        }
        await using (var connection = await Open(TemplateDatabase + "_new", ct))
            await Execute(
                connection,
                await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "postgres", "template.sql"), ct),
                ct
            );
        await using (var connection = await Open("postgres", ct))
            await Execute(connection, $"alter database {TemplateDatabase}_new rename to {TemplateDatabase}", ct);
    }

    async Task Initialise(string? account, CancellationToken ct)
    {
        if (!File.Exists(Path.Combine(Data, "PG_VERSION")))
        {
            var passwordFile = Path.Combine(folder, "initial-password");
            await File.WriteAllTextAsync(passwordFile, secrets[$"postgres/{Superuser}"], ct);
            var fresh = Path.Combine(folder, "data.new"); // a half-made folder is never mistaken for a whole one
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
            if (account is not null)
                await Shell.Run("chown", [account, passwordFile], ct: ct);
            string[] command =
            [
                .. Accounts.Prefix(account),
                Path.Combine(Programs()!, "initdb"),
                .. (string[])["--pgdata", fresh, "--username", Superuser, "--pwfile", passwordFile, "--auth", "scram-sha-256"],
                .. (string[])["--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums"],
            ];
            await Shell.Run(command[0], command[1..], ct: ct);
            File.Delete(passwordFile);
            Directory.Move(fresh, Data);
        }
        var settings = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "deploy", "postgres", "postgresql.conf"), ct);
        var file = Path.Combine(Data, "postgresql.conf");
        await File.WriteAllTextAsync(file, $"{settings}\nport = {ports.Postgres}\n", ct);
        if (account is not null)
            await Shell.Run("chown", [account, file], ct: ct);
    }

    async Task StartProcess(string? account, CancellationToken ct)
    {
        var call = new ProgramCall(Path.Combine(Programs()!, "postgres"), ["-D", Data]) { Account = account };
        for (var attempt = 1; ; attempt++)
        {
            ForgetStrangersPid();
            process.Start(call);
            try
            {
                await WaitUntilReady(ct);
                return;
            }
            // After a kill -9 its children may live a little longer and hold the shared memory: PostgreSQL rightly refuses to start beside them.
            catch (Failure)
                when (attempt < 20
                    && process.Current is null
                    && process.LogTail(5).Contains("pre-existing shared memory block", StringComparison.Ordinal)
                )
            {
                await Task.Delay(500, ct);
            }
        }
    }

    async Task WaitUntilReady(CancellationToken ct)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; )
        {
            if (process.Current is null)
                throw process.Ended();
            try
            {
                await using var connection = await Open("postgres", ct);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
            {
                throw new Failure(
                    "PostgreSQL refuses the password kept in secrets.json: its data is from another run.",
                    "./danvan down --purge, then ./danvan up (this empties the local data).",
                    e
                );
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100, ct); // not listening yet, or still recovering
            }
        }
        throw new Failure(
            $"PostgreSQL was not ready after {Patience.TotalSeconds} s:\n{process.LogTail()}",
            $"The whole log: {process.LogFile}"
        );
    }

    /// <summary>The server that postmaster.pid names, if it is one on this data folder.</summary>
    ProcessIdentity? Running()
    {
        var pidFile = Path.Combine(Data, "postmaster.pid");
        return
            File.Exists(pidFile)
            && int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), out var pid)
            && ProcessIdentity.Of(pid) is { } found
            && File.ReadAllText($"/proc/{pid}/cmdline").Contains(Data, StringComparison.Ordinal)
            ? found
            : null;
    }

    /// <summary>PostgreSQL takes any living process of that number for itself; after a reboot or a kill -9 it may be somebody else's.</summary>
    void ForgetStrangersPid()
    {
        if (Running() is null)
            File.Delete(Path.Combine(Data, "postmaster.pid"));
    }

    async Task<NpgsqlConnection> Open(string database, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync(ct);
        return connection;
    }

    static async Task<bool> Exists(NpgsqlConnection connection, string database, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection);
        command.Parameters.Add(new() { Value = database });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
