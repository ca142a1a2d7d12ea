using DanVan.Subscriptions.Webhooks;

namespace DanVan.Subscriptions.Delivery;

static class DeliverySetup
{
    /// <summary>The signed webhooks: what people manage, and the worker that delivers.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration("Webhooks").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SecretBox>().AddSingleton<WebhookUrl>().AddSingleton<GuardedConnection>();
        services.AddSingleton<WebhookSender>().AddSingleton<Turn>().AddSingleton<Progress>();
        return services.AddHostedService<DeliveryWorker>();
    }
}
