using System.Diagnostics;

namespace DanVan.Gateway.Quotas;

static class QuotaSetup
{
    public static WebApplicationBuilder AddQuotas(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<QuotaOptions>().BindConfiguration("Quotas").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<Allowances>();
        builder.Services.AddHostedService<Forgetting>();
        return builder;
    }

    public static void UseQuotas(this WebApplication app) => app.UseMiddleware<QuotaGuard>();

    /// <summary>Keeps the memory to the callers of the last minutes.</summary>
    sealed class Forgetting(Allowances allowances, TimeProvider clock) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
            while (await minutes.WaitForNextTickAsync(stoppingToken))
                allowances.Forget(Stopwatch.GetTimestamp());
        }
    }
}
