using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DanVan.Subscriptions.Tests;

/// <summary>What came to a receiver, as it came.</summary>
sealed record ReceivedWebhook(Dictionary<string, string> Headers, string Body)
{
    public string Id => Headers["webhook-id"];
}

/// <summary>A subscriber's own server, on loopback, that answers as the test wants.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly WebApplication app;

    Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<ReceivedWebhook> Received { get; } = new();

    public string Url => $"{app.Urls.Single().Replace("[::]", "127.0.0.1", StringComparison.Ordinal)}/hook";

    /// <param name="answer">Gets the number of the request, from 1, and the answer to give.</param>
    public static async Task<Receiver> Start(Func<int, HttpContext, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        var count = 0;
        receiver.app.Urls.Add("http://127.0.0.1:0");
        receiver.app.MapPost(
            "/hook",
            async (HttpContext context) =>
            {
                var headers = context.Request.Headers.ToDictionary(x => x.Key.ToLowerInvariant(), x => x.Value.ToString());
                var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
                receiver.Received.Enqueue(new(headers, body));
                if (answer is not null)
                    await answer(Interlocked.Increment(ref count), context);
            }
        );
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Answers with that status.</summary>
    public static Func<int, HttpContext, Task> Always(int status) => (_, context) => Task.FromResult(context.Response.StatusCode = status);

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }
}
