using System.Diagnostics;
using DanVan.Chassis.Auth;
using DanVan.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DanVan.Bench.Areas;

/// <summary>What every request costs because the directory says who may do what.</summary>
public static class DirectoryArea
{
    public static async Task<Figure[]> Measure(Effort effort) => [await KnownToken(effort)];

    /// <summary>
    /// From the Authorization header to the caller, through the framework as a request goes: what each service and the gateway pay for a token that they have
    /// seen within the last minute.
    /// </summary>
    static async Task<Figure> KnownToken(Effort effort)
    {
        await using var app = Service();
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = $"Bearer {TestTokens.For(Guid.CreateVersion7(), "petitions.read", "petitions.write")}";
        var count = effort.Count(400_000);
        // Long enough for the compiler to have seen all of it.
        await Check(app.Services, context, 1_000_000);
        var values = new List<double>();
        for (var i = 0; i < effort.Rounds; i++)
            values.Add(await Check(app.Services, context, count));
        return Figure.AtMost("token check of a known token", "µs", 5, [.. values]);
    }

    static async Task<double> Check(IServiceProvider services, DefaultHttpContext context, int count)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            // Services and handler are made anew, as they are for each request.
            await using var scope = services.CreateAsyncScope();
            context.RequestServices = scope.ServiceProvider;
            var result = await context.AuthenticateAsync();
            if (!result.Succeeded || Caller.Of(result.Principal!).IsAnonymous)
                throw new InvalidOperationException("A good token was refused");
        }
        return watch.Elapsed.TotalMicroseconds / count;
    }

    static WebApplication Service()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Auth:Audience"] = new TestToken().Audience,
                ["Auth:Issuers:0:Issuer"] = TestTokens.Issuer,
                ["Auth:Issuers:0:JwksFile"] = TestTokens.JwksFile,
            }
        );
        builder.AddTokens();
        return builder.Build();
    }
}
