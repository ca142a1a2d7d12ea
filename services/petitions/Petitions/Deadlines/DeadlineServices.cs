namespace DanVan.Petitions.Deadlines;

public static class DeadlineServices
{
    /// <summary>The rule table (the service's own, or the file that <c>Deadlines:RulesFile</c> names) and the engine, one version of the calendar per request.</summary>
    public static IServiceCollection AddDeadlines(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(RuleTable.Load(configuration["Deadlines:RulesFile"]))
            .AddScoped<DeadlineEngine>()
            .AddScoped<DueDesk>()
            .AddHostedService<RecountDeadlines>()
            .AddHostedService<EscalateDelays>()
            .AddOptions<RecountOptions>()
            .BindConfiguration("Deadlines")
            .ValidateDataAnnotations()
            .ValidateOnStart()
            .Services.AddOptions<DueOptions>()
            .BindConfiguration("Deadlines")
            .ValidateDataAnnotations()
            .ValidateOnStart()
            .Services;
}
