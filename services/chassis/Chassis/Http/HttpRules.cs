using System.Globalization;
using DanVan.Chassis.Auth;
using DanVan.Chassis.OpenApi;
using DanVan.Chassis.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DanVan.Chassis.Http;

/// <summary>The HTTP rules of a process: limits, strict JSON, problems, language, and for services with a database idempotency and operations.</summary>
public static class HttpRules
{
    /// <summary>Registers the rules of the process <paramref name="service"/>.</summary>
    public static WebApplicationBuilder AddHttpRules(this WebApplicationBuilder builder, string service)
    {
        // Numbers and dates in machine texts must not depend on the language of the machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var services = builder.Services;
        services.AddSingleton(new ServiceName(service));
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HttpLimits>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpLimits>>((kestrel, limits) => Apply(kestrel, limits.Value));
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<HttpLimits>>((timeouts, limits) => Apply(timeouts, limits.Value));

        services.ConfigureHttpJsonOptions(json => JsonRules.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddDescription(service);
        return builder;
    }

    /// <summary>Puts the rules into the pipeline, authentication and authorization among them, before the endpoints.</summary>
    public static WebApplication UseHttpRules(this WebApplication app)
    {
        app.UseProblems();
        app.UseRouting();
        app.Use(next => context => BodyLimit.Check(context, next));
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(next => context => ActFor(context, next));
        app.Use(next => context => QueryRules.Check(context, next));
        app.Use(next => context => BodyRules.Check(context, next));
        if (app.Services.GetService<OperationRoutes>() is { } operations)
        {
            app.Use(next => context => Idempotency.Apply(context, next));
            operations.Map(app);
        }
        app.MapDescription();
        return app;
    }

    /// <summary>The first part of the rules, for a process without resources of its own: failures become problems in the caller's language.</summary>
    /// <param name="app">The process.</param>
    /// <param name="ended">Looks at an answer that ended as a bare error status before it gets a body, and may change the status.</param>
    public static WebApplication UseProblems(this WebApplication app, Action<HttpContext>? ended = null)
    {
        app.Use(next => context => Phrases.Choose(context, next));
        app.Use(next => context => SafeHeaders(context, next));
        app.UseExceptionHandler();
        app.UseStatusCodePages(bare =>
        {
            ended?.Invoke(bare.HttpContext);
            return StatusProblem.Write(bare.HttpContext);
        });
        return app;
    }

    // Whom the journal names as the actor of what follows.
    static Task ActFor(HttpContext context, RequestDelegate next)
    {
        if (Caller.Of(context) is { IsAnonymous: false } caller)
            Actor.Current = caller.Subject;
        return next(context);
    }

    // The answers are data, never pages: nothing may guess their type, frame them or run them.
    static Task SafeHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    static void Apply(KestrelServerOptions kestrel, HttpLimits limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.Body;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.Headers;
        kestrel.Limits.MaxRequestHeaderCount = limits.HeaderCount;
        kestrel.Limits.MaxRequestLineSize = Math.Min(8 * 1024, limits.Headers);
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.Connections;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderSeconds);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);
        kestrel.Limits.MinRequestBodyDataRate = new(limits.MinBytesPerSecond, TimeSpan.FromSeconds(5));
        kestrel.Limits.MinResponseDataRate = new(limits.MinBytesPerSecond, TimeSpan.FromSeconds(5));
        kestrel.Limits.Http2.MaxStreamsPerConnection = 100;
    }

    static void Apply(RequestTimeoutOptions timeouts, HttpLimits limits) =>
        timeouts.DefaultPolicy = new()
        {
            Timeout = TimeSpan.FromSeconds(limits.RequestSeconds),
            TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
        };
}

/// <summary>The name of the process, as in its routes and its database.</summary>
public sealed record ServiceName(string Value);
