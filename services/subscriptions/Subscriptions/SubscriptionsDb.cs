using DanVan.Chassis;
using DanVan.Subscriptions.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions;

/// <summary>What people manage. The feed and the progress of deliveries are kept by statements of their own.</summary>
sealed class SubscriptionsDb(DbContextOptions<SubscriptionsDb> options) : ServiceDb(options)
{
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<DeliveryAttempt> Deliveries => Set<DeliveryAttempt>();
}
