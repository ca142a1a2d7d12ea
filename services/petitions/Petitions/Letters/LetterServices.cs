using DanVan.Documents;

namespace DanVan.Petitions.Letters;

/// <summary>Letters in the handling of petitions: forms, numbers, copies.</summary>
public static class LetterServices
{
    public static IServiceCollection AddLetters(this IServiceCollection services, IConfiguration configuration)
    {
        var symbols = SymbolTable.Load(configuration["Documents:SymbolsFile"]);
        return services
            .AddSingleton(symbols)
            .AddSingleton(LetterForms.Load(symbols, configuration["Letters:FormsFile"]))
            .AddSingleton(new LetterCopies(configuration["Documents:Fonts"]))
            .AddScoped<LetterBook>();
    }

    public static void MapLetters(this RouteGroupBuilder petitions)
    {
        IssueLetter.Map(petitions);
        ListLetters.Map(petitions);
        ReadLetter.Map(petitions);
        NameLetter.Map(petitions);
        ListForms.Map(petitions);
    }
}
