using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DanVan.Chassis.Auth;

/// <summary>Authentication by bearer token and authorization by scope.</summary>
public static class Tokens
{
    /// <summary>
    /// Accepts the tokens of the issuers in section <c>Auth</c>. An endpoint without a statement of who may call it stops the start, and would be closed to
    /// callers without a token.
    /// </summary>
    public static WebApplicationBuilder AddTokens(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AuthOptions>().BindConfiguration("Auth").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient(nameof(IssuerKeys), http => http.Timeout = TimeSpan.FromSeconds(5)).RemoveAllLoggers();
        services.AddSingleton<TokenChecks>();
        services.AddAuthentication(auth =>
        {
            auth.AddScheme<TokenAuthentication>(TokenAuthentication.Scheme, displayName: null);
            auth.DefaultScheme = TokenAuthentication.Scheme;
        });
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        return builder;
    }
}
