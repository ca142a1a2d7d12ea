using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DanVan.Gateway.Tests;

/// <summary>A service that tells what reached it. It stands where the petitions would.</summary>
public sealed class Echo : IAsyncDisposable
{
    readonly WebApplication app;

    Echo(WebApplication app) => this.app = app;

    /// <summary>Method and path of every request but the health checks.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public string Url => app.Urls.Single();

    public static async Task<Echo> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var echo = new Echo(builder.Build());
        echo.app.Urls.Add("http://127.0.0.1:0");
        echo.app.MapGet("/health/ready", () => "");
        echo.app.MapGet("/openapi.json", () => Results.Content(Description, "application/json"));
        echo.app.MapFallback(
            async (HttpContext context) =>
            {
                echo.Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
                var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
                context.Response.Headers.Server = "Echo/1";
                return Results.Json(
                    new
                    {
                        headers = context.Request.Headers.ToDictionary(x => x.Key.ToLowerInvariant(), x => x.Value.ToString()),
                        length = body.Length,
                    }
                );
            }
        );
        await echo.app.StartAsync();
        return echo;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    const string Description = """
        {
          "openapi": "3.1.1",
          "info": { "title": "echo", "version": "1" },
          "paths": {
            "/api/v1/petitions/{id}": { "get": { "tags": ["petitions"], "operationId": "getPetition", "responses": { "200": { "description": "OK" } } } },
            "/internal/secrets": { "get": { "operationId": "secrets", "responses": { "200": { "description": "OK" } } } }
          }
        }
        """;
}
