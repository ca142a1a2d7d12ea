namespace DanVan.Reporting.Reminders;

static class ReminderServices
{
    /// <summary>The job that reminds units of what they owe.</summary>
    public static IServiceCollection AddReminders(this IServiceCollection services) =>
        services
            .AddHostedService<RemindOfReports>()
            .AddOptions<ReminderOptions>()
            .BindConfiguration("Reminders")
            .ValidateDataAnnotations()
            .ValidateOnStart()
            .Services;
}
