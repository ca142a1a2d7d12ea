using DanVan.Chassis;

namespace DanVan.Subscriptions.Feed;

static class FeedSetup
{
    /// <summary>The feed: every event of the platform into one queue, and from there into one table.</summary>
    public static IServiceCollection AddFeed(this IServiceCollection services)
    {
        services.AddBatchReaction<RecordEvents>("feed");
        services.AddSingleton<FeedGrowth>().AddSingleton<EventSchemas>();
        return services.AddHostedService(x => x.GetRequiredService<FeedGrowth>());
    }
}
