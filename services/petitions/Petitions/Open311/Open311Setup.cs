using DanVan.Chassis;

namespace DanVan.Petitions.Open311;

/// <summary>Feedback by the standard of cities: Open311 GeoReport v2, its keys, and what a person looks at before the public does.</summary>
static class Open311Setup
{
    public static IServiceCollection AddOpen311(this IServiceCollection services)
    {
        services.AddOptions<Open311Options>().BindConfiguration("Open311").ValidateDataAnnotations().ValidateOnStart();
        services.AddReaction<WhenClientLosesItsRights>("intake-keys");
        return services
            .AddSingleton(_ => IntakeQuota.Turns())
            .AddScoped<IntakeQuota>()
            .AddScoped<SendRequest>()
            .AddScoped<PublicRequests>();
    }

    /// <param name="petitions">The officials' group.</param>
    public static void MapOpen311(this WebApplication app, RouteGroupBuilder petitions)
    {
        IssueIntakeKey.Map(petitions);
        ListIntakeKeys.Map(petitions);
        EndIntakeKey.Map(petitions);
        ListHeld.Map(petitions);
        ReviewHeld.Map(petitions);

        // No resource of the platform: paths, parameters and errors are those of the standard, which lets unknown parameters pass.
        var geo = app.MapGroup("/open311/v2").WithTags("open311").AllowAnonymous();
        Discover.Map(geo);
        ListServices.Map(geo);
        SendRequest.Map(geo);
        ReadRequests.Map(geo);
    }
}
