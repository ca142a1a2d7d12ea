using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Clients;
using DanVan.Directory.Keys;
using DanVan.Directory.Units;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Tokens;

internal static class TokenIssuing
{
    /// <summary>The embedded issuer of tokens: an outside OIDC issuer may be trusted instead or beside it.</summary>
    public static IServiceCollection AddTokenIssuing(this IServiceCollection services)
    {
        services.AddOptions<TokenOptions>().BindConfiguration("Tokens").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BootstrapOptions>().BindConfiguration("Bootstrap").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ThrottleOptions>().BindConfiguration("Tokens:Throttle").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ClientOptions>().BindConfiguration("Clients").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KeyVault>().AddSingleton<SigningKeys>().AddSingleton<TokenIssuer>().AddSingleton<KeySchedule>();
        services.AddHostedService(provider => provider.GetRequiredService<KeySchedule>());
        services.AddSingleton(provider => new CallerAddress(provider.GetRequiredService<IOptions<TokenOptions>>().Value.KnownGateways));
        services.AddSingleton<TokenThrottle>().AddSingleton<ClientAssertions>().AddSingleton<ClientRights>();
        services.AddScoped<ClientAuthentication>().AddHostedService<TokenCleanup>();
        return services.AddSingleton<IUnitLookup, UnitsOfCallers>();
    }
}
