namespace DanVan.Awards.Law;

public static class LawFile
{
    /// <summary>Takes the rules from <c>Law:RulesFile</c>, or those delivered with the service. A file that contradicts itself stops the start.</summary>
    public static IServiceCollection AddAwardLaw(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(
            AwardLaw.Load(configuration["Law:RulesFile"] ?? Path.Combine(AppContext.BaseDirectory, "Law", "award-law.json"))
        );
}
