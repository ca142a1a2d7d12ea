using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DanVan.Cli.Local;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace DanVan.Support;

/// <summary>A virtual host of its own with the whole topology, users and permissions of production; gone when disposed.</summary>
public sealed class TestBroker : IAsyncDisposable
{
    readonly LocalServers servers;
    readonly HttpClient management;

    TestBroker(LocalServers servers)
    {
        this.servers = servers;
        management = servers.Rabbit.Management();
        VirtualHost = $"test-{PlatformServers.UniqueSuffix()}";
    }

    public string VirtualHost { get; }

    public static async Task<TestBroker> Create()
    {
        var broker = await Named();
        await broker.Define();
        return broker;
    }

    /// <summary>Only a name, while RabbitMQ may still be starting: <see cref="Define"/> follows.</summary>
    public static async Task<TestBroker> Named() => new(await PlatformServers.Running());

    public async Task Define()
    {
        var definitions = new StringContent(servers.Rabbit.Definitions(VirtualHost), Encoding.UTF8, "application/json");
        using var answer = await management.PostAsync("api/definitions", definitions);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>amqp URI for a service's user, or for <c>admin</c>, who may do everything.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="port">Another port than the broker's: that of a <see cref="FaultProxy"/> before it.</param>
    public string Uri(string user = "admin", int? port = null) =>
        new UriBuilder(servers.Rabbit.Uri(user, VirtualHost)) { Port = port ?? Port }
            .Uri
            .AbsoluteUri;

    /// <summary>Where the broker listens.</summary>
    public int Port => servers.Ports.Amqp;

    /// <summary>Messages ready in a queue; null when there is no such queue. Asks the queue itself: the management's figures are seconds old.</summary>
    public async Task<uint?> Messages(string queue)
    {
        await using var connection = await new ConnectionFactory
        {
            Uri = new(Uri()),
            AutomaticRecoveryEnabled = false,
        }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    /// <summary>A user, permissions and a fanout exchange for a service that exists for the tests only, like those of the real ones.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="restricted">It publishes restricted events, and is named by their contracts.</param>
    public async Task AddService(string name, bool restricted = false)
    {
        var exchanges = restricted ? @"danvan\.events|danvan\.restricted" : @"danvan\.events";
        await Put($"api/users/{name}", new { password = servers.Secrets[$"rabbitmq/{name}"], tags = "" });
        await Put(
            $"api/permissions/{VirtualHost}/{name}",
            new
            {
                configure = $"^{name}\\..*$",
                write = $"^({name}\\..*|{exchanges}|[a-z]+\\.replay)$",
                read = $"^({name}\\..*|{exchanges})$",
            }
        );
        await Put(
            $"api/topic-permissions/{VirtualHost}/{name}",
            new
            {
                exchange = "danvan.events",
                write = $"^{name}\\..*$",
                read = ".*",
            }
        );
        await Put($"api/exchanges/{VirtualHost}/danvan.{name}", new { type = "fanout", durable = true });
        using var bound = await management.PostAsJsonAsync(
            $"api/bindings/{VirtualHost}/e/danvan.events/e/danvan.{name}",
            new { routing_key = $"{name}.#" }
        );
        bound.EnsureSuccessStatusCode();
    }

    async Task Put(string path, object body)
    {
        using var answer = await management.PutAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The names of all queues of this virtual host.</summary>
    public async Task<string[]> Queues() =>
        [
            .. (await management.GetFromJsonAsync<JsonElement[]>($"api/queues/{VirtualHost}?columns=name"))!.Select(queue =>
                queue.GetProperty("name").GetString()!
            ),
        ];

    /// <summary>Any other question to RabbitMQ's management API (paths start with <c>api/</c>).</summary>
    public HttpClient Management => management;

    public async ValueTask DisposeAsync()
    {
        using var answer = await management.DeleteAsync($"api/vhosts/{VirtualHost}");
        management.Dispose();
    }
}
