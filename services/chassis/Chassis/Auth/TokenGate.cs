using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DanVan.Chassis.Auth;

/// <summary>
/// Tokens for a process whose endpoints ask one thing only, whether there is a valid token: the gateway. It checks them as every service does, without the
/// framework's schemes, policies and handlers, which cost more there than passing the request on (ADR 7). Services, which demand scopes, keep those.
/// </summary>
public static class TokenGate
{
    /// <summary>Lets an endpoint bear the framework's demands although its middleware is not there: <see cref="UseTokenDemands"/> meets them.</summary>
    public static IServiceCollection AddTokenGate(this IServiceCollection services) =>
        services.Configure<RouteOptions>(routes => routes.SuppressCheckForUnhandledSecurityMetadata = true);

    /// <summary>Reads the token, if there is one: what follows knows its <see cref="Caller"/>.</summary>
    public static IApplicationBuilder UseTokenReading(this IApplicationBuilder app)
    {
        // Else the host puts the framework's own before everything, endpoints that need no token among them.
        app.Properties["__AuthenticationMiddlewareSet"] = app.Properties["__AuthorizationMiddlewareSet"] = true;
        var checks = app.ApplicationServices.GetRequiredService<TokenChecks>();
        return app.Use(next => context => Read(context, new(checks), next));
    }

    /// <summary>Turns callers without a valid token away from every endpoint that does not allow them by name.</summary>
    public static IApplicationBuilder UseTokenDemands(this IApplicationBuilder app) =>
        app.Use(next => context => IsOpen(context.GetEndpoint()) || !Caller.Of(context).IsAnonymous ? next(context) : TurnAway(context));

    static bool IsOpen(Endpoint? endpoint) => endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    static Task Read(HttpContext context, TokenAuthentication authentication, RequestDelegate next)
    {
        authentication.Begin(context);
        var reading = authentication.AuthenticateAsync();
        if (!reading.IsCompletedSuccessfully)
            return ReadOn();
        Take(reading.Result);
        return next(context);

        async Task ReadOn()
        {
            Take(await reading);
            await next(context);
        }

        void Take(Microsoft.AspNetCore.Authentication.AuthenticateResult read)
        {
            if (read.Principal is { } caller)
                context.User = caller;
            else
                context.Features.Set(authentication); // it knows whether there was a token that was refused
        }
    }

    static Task TurnAway(HttpContext context) => context.Features.Get<TokenAuthentication>()!.ChallengeAsync(null);
}
