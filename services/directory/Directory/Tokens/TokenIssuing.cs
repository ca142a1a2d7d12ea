namespace DanVan.Directory.Tokens;

internal static class TokenIssuing
{
    /// <summary>The embedded issuer of tokens: an outside OIDC issuer may be trusted instead or beside it.</summary>
    public static IServiceCollection AddTokenIssuing(this IServiceCollection services)
    {
        services.AddOptions<TokenOptions>().BindConfiguration("Tokens").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BootstrapOptions>().BindConfiguration("Bootstrap").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<KeyVault>().AddSingleton<SigningKeys>().AddSingleton<TokenIssuer>();
    }
}
