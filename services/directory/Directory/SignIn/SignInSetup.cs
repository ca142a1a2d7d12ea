using DanVan.Directory.Accounts;

namespace DanVan.Directory.SignIn;

internal static class SignInSetup
{
    /// <summary>Signing in for staff: pages, passwords, second factors, sessions.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration("SignIn").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<Passwords>()
            .AddScoped<SignInAttempts>()
            .AddScoped<SecondFactor>()
            .AddScoped<SignInSteps>()
            .AddScoped<StaffTokens>()
            .AddScoped<InitialPassword>()
            .AddScoped<OwnerProof>();
    }
}
