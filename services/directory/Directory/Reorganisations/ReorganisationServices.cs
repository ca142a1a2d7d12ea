using DanVan.Chassis;

namespace DanVan.Directory.Reorganisations;

internal static class ReorganisationServices
{
    /// <summary>Carrying out on the day, and the answers of the services.</summary>
    public static IServiceCollection AddReorganisations(this IServiceCollection services)
    {
        services.AddOptions<ReorganisationOptions>().BindConfiguration("Reorganisations").ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<CarryOutReorganisations>();
        services.AddBatchReaction<WhenImpactIsCounted>("reorganisation-impact", WhenImpactIsCounted.Contracts);
        services.AddBatchReaction<WhenReorganisationIsFollowed>("reorganisations", WhenReorganisationIsFollowed.Contracts);
        return services;
    }
}
