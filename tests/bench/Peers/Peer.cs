using System.Diagnostics;
using System.Net;
using System.Text;
using DanVan.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Yarp.ReverseProxy.Configuration;

namespace DanVan.Bench.Peers;

/// <summary>A program to stand beside ours: the service behind both gateways, YARP with nothing added, a row read by its key.</summary>
public sealed class Peer : IAsyncDisposable
{
    static readonly byte[] answer = Encoding.UTF8.GetBytes("""{"id":"0198f2c0-0000-7000-8000-000000000001","name":"Trung ương"}""");

    readonly Process process;

    Peer(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>Starts <c>bench serve …</c> on a free port and waits until it answers.</summary>
    public static async Task<Peer> Start(string kind, params string[] arguments)
    {
        var port = Ports.Free();
        var process = Process.Start(
            // In a session of its own, as ours is: the system shares the cores out by session first.
            new ProcessStartInfo("setsid", ["dotnet", typeof(Peer).Assembly.Location, "serve", kind, $"{port}", .. arguments])
            {
                Environment = { ["DOTNET_gcServer"] = "0", ["DOTNET_gcConcurrent"] = "0" },
            }
        )!;
        var peer = new Peer(process, port);
        using var http = new HttpClient { BaseAddress = peer.Address };
        await Eventually.True($"{kind} to answer", async () => (await http.GetAsync("api/v1/units/x")).StatusCode == HttpStatusCode.OK);
        return peer;
    }

    public static async Task<int> Serve(string kind, string[] arguments)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{arguments[0]}");
        if (kind == "yarp")
            builder.Services.AddReverseProxy().LoadFromMemory([Route], [ClusterTo(arguments[1])]);
        var app = builder.Build();
        if (kind == "yarp")
            app.MapReverseProxy();
        else if (kind == "row")
            app.Run(Row(arguments[1], arguments[2]));
        else
            app.Run(Answer);
        await app.RunAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Reads one row by its primary key and answers with it: the least that a figure can cost.</summary>
    static RequestDelegate Row(string connectionString, string sql)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        return async context =>
        {
            await using var command = source.CreateCommand(sql);
            await context.Response.WriteAsJsonAsync(new { number = (decimal?)await command.ExecuteScalarAsync() });
        };
    }

    static RouteConfig Route { get; } =
        new()
        {
            RouteId = "all",
            ClusterId = "upstream",
            Match = new RouteMatch { Path = "{**rest}" },
        };

    static ClusterConfig ClusterTo(string address) =>
        new()
        {
            ClusterId = "upstream",
            Destinations = new Dictionary<string, DestinationConfig> { ["1"] = new() { Address = address } },
        };

    static Task Answer(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Length;
        return context.Response.Body.WriteAsync(answer).AsTask();
    }
}
