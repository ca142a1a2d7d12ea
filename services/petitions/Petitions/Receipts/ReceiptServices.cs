using DanVan.Chassis.Http;
using DanVan.Petitions.Questions;
using DanVan.Petitions.Ratings;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Receipts;

/// <summary>What a petitioner does without an account, by code and PIN, and what officials ask and learn of them.</summary>
public static class ReceiptServices
{
    public static IServiceCollection AddReceipts(this IServiceCollection services)
    {
        services.AddOptions<ReceiptOptions>().BindConfiguration("Receipts").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<ReceiptBook>()
            .AddSingleton<IAnswerSeal>(provider => provider.GetRequiredService<ReceiptBook>())
            .AddSingleton<QuestionVault>()
            .AddSingleton(provider => new CallerAddress(provider.GetRequiredService<IOptions<ReceiptOptions>>().Value.KnownGateways))
            .AddScoped<ReceiptDesk>()
            .AddScoped<StatusPage>();
    }

    /// <param name="petitions">The officials' group.</param>
    public static void MapReceipts(this WebApplication app, RouteGroupBuilder petitions)
    {
        AskQuestion.Map(petitions);
        ReadQuestions.Map(petitions);
        ReadRatings.Map(petitions);

        // Code and PIN come in the body, never in an address, which ends in logs and histories.
        var receipts = app.MapResource("/api/v1/receipts", "receipts");
        ReadStatus.Map(receipts);
        AnswerQuestion.Map(receipts);
        RatePetition.Map(receipts);
    }
}
