namespace DanVan.Petitions.Identities;

public static class IdentityServices
{
    public static IServiceCollection AddIdentityVault(this IServiceCollection services)
    {
        services
            .AddOptions<VaultOptions>()
            .BindConfiguration("Vault")
            .ValidateDataAnnotations()
            .Validate(vault => vault.AreUsable, VaultOptions.Missing)
            .ValidateOnStart();
        return services
            .AddSingleton<IdentityVault>()
            .AddSingleton<PetitionerIndex>()
            .AddScoped<IdentityReadings>()
            .AddHostedService<RewrapKeys>();
    }
}
