using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace DanVan.Cli.Local;

/// <summary>A private RabbitMQ: own node, own epmd, own ports, loopback only; its users and topology come from deploy/rabbitmq/definitions.json.</summary>
public sealed class RabbitServer(string stateFolder, string serversFolder, Ports ports, Secrets secrets)
{
    /// <summary>Not the wrapper in /usr/sbin, which refuses ordinary users.</summary>
    public const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    const string VirtualHost = "danvan";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly string folder = Path.Combine(serversFolder, "rabbitmq");
    readonly BackgroundProcess epmd = new("epmd", stateFolder);
    readonly BackgroundProcess process = new("rabbitmq", stateFolder);

    public BackgroundProcess Process => process;

    public Uri ManagementUri => new($"http://127.0.0.1:{ports.RabbitManagement}/");

    /// <summary>Where a service connects, as its own user.</summary>
    public string Uri(string user, string vhost = VirtualHost) =>
        $"amqp://{user}:{secrets[$"rabbitmq/{user}"]}@127.0.0.1:{ports.Amqp}/{vhost}";

    public async Task Start(CancellationToken ct = default)
    {
        var account = Accounts.For("rabbitmq");
        if (process.Current is null)
        {
            await Accounts.OwnFolder(folder, account);
            await WriteSettings(account, ct);
            await Ports.MustBeFree(ports.Amqp, "RabbitMQ", ct);
            await Ports.MustBeFree(ports.RabbitManagement, "RabbitMQ's management", ct);
            await Ports.MustBeFree(ports.RabbitDistribution, "RabbitMQ's own traffic", ct);
            if (epmd.Current is null)
            {
                await Ports.MustBeFree(ports.Epmd, "RabbitMQ's port mapper", ct);
                epmd.Start(new("/usr/bin/epmd", []) { Account = account, Environment = NodeEnvironment() });
            }
            process.Start(new(Program, []) { Account = account, Environment = NodeEnvironment() });
        }
        await WaitUntilReady(ct);
    }

    public async Task Stop()
    {
        await process.Stop(TimeSpan.FromSeconds(30));
        await epmd.Stop(TimeSpan.FromSeconds(5));
    }

    /// <summary>The management API, signed in as its administrator.</summary>
    public HttpClient Management() =>
        new()
        {
            BaseAddress = ManagementUri,
            Timeout = TimeSpan.FromSeconds(10),
            DefaultRequestHeaders =
            {
                Authorization = new AuthenticationHeaderValue(
                    "Basic",
                    Convert.ToBase64String(Encoding.ASCII.GetBytes($"admin:{secrets["rabbitmq/admin"]}"))
                ),
            },
        };

    /// <summary>The users, permissions, exchanges, queues and bindings of one virtual host.</summary>
    public string Definitions(string vhost = VirtualHost)
    {
        var values = new Dictionary<string, string> { ["vhost"] = vhost };
        foreach (var user in Services.All.Append("admin"))
            values[user] = PasswordHash.Of(secrets[$"rabbitmq/{user}"]);
        return Template.Fill("rabbitmq/definitions.json", values);
    }

    async Task WriteSettings(string? account, CancellationToken ct)
    {
        var definitions = Path.Combine(folder, "definitions.json");
        var settings = Template.Fill(
            "rabbitmq/rabbitmq.conf",
            new Dictionary<string, string>
            {
                ["amqp_port"] = $"{ports.Amqp}",
                ["management_port"] = $"{ports.RabbitManagement}",
                ["definitions"] = definitions,
            }
        );
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq.conf"), settings, ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "enabled_plugins"), "[rabbitmq_management].\n", ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "rabbitmq-env.conf"), "", ct);
        await File.WriteAllTextAsync(definitions, Definitions(), ct);
        var cookie = Path.Combine(folder, ".erlang.cookie");
        if (!File.Exists(cookie))
            await File.WriteAllTextAsync(cookie, secrets["rabbitmq/cookie"], ct);
        foreach (var file in Directory.EnumerateFiles(folder))
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        if (account is not null)
            await Shell.Run("chown", ["-R", $"{account}:", folder], ct: ct);
    }

    /// <summary>Everything that would otherwise come from /etc/rabbitmq, /var/lib/rabbitmq or the machine's name.</summary>
    Dictionary<string, string> NodeEnvironment() =>
        new()
        {
            ["HOME"] = folder,
            ["RABBITMQ_NODENAME"] = "danvan@localhost",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
            ["RABBITMQ_CONFIG_FILES"] = Path.Combine(folder, "conf.d"),
            ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced.config"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "rabbitmq-env.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
            ["RABBITMQ_DIST_PORT"] = $"{ports.RabbitDistribution}",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none -noinput",
            // Without this the start script stays as a parent, and a kill -9 of it would leave the broker behind unseen.
            ["RABBITMQ_ALLOW_INPUT"] = "1",
            ["ERL_EPMD_PORT"] = $"{ports.Epmd}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        };

    async Task WaitUntilReady(CancellationToken ct)
    {
        using var management = Management();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; )
        {
            if (process.Current is null)
                throw process.Ended();
            try
            {
                // The node opens its AMQP port last, after the definitions are in.
                using var answer = await management.GetAsync($"api/queues/{VirtualHost}/danvan.log", ct);
                if (answer.StatusCode == HttpStatusCode.Unauthorized)
                    throw new Failure(
                        "RabbitMQ refuses the password kept in secrets.json: its data is from another run.",
                        "./danvan down --purge, then ./danvan up (this empties the local data)."
                    );
                if (answer.IsSuccessStatusCode && await Ports.Answers(ports.Amqp, ct))
                    return;
            }
            catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
            {
                // not listening yet
            }
            await Task.Delay(200, ct);
        }
        throw new Failure(
            $"RabbitMQ was not ready after {Patience.TotalSeconds} s:\n{process.LogTail()}",
            $"The whole log: {process.LogFile}"
        );
    }
}
