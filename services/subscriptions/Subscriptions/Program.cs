using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Subscriptions;
using DanVan.Subscriptions.Delivery;
using DanVan.Subscriptions.Feed;
using DanVan.Subscriptions.Webhooks;

var builder = HostingExtensions.CreateBuilder(args);
builder.AddChassis<SubscriptionsDb>("subscriptions");
builder.Services.AddDirectoryReplica();
builder.Services.AddFeed().AddWebhooks();
builder.Services.AddOnlyOne("subscriptions_unit_url", CreateSubscription.AlreadyThere);
var app = builder.Build();
app.UseChassis();

ReadEvents.Map(app.MapResource("/api/v1/events", "events"));

var types = app.MapResource("/api/v1/event-types", "events");
ListEventTypes.Map(types);
ReadEventSchema.Map(types);

var subscriptions = app.MapResource("/api/v1/subscriptions", "subscriptions");
CreateSubscription.Map(subscriptions);
ListSubscriptions.Map(subscriptions);
ReplaceSecret.Map(subscriptions);
ResumeSubscription.Map(subscriptions);
EndSubscription.Map(subscriptions);
ListDeliveries.Map(subscriptions);
return await app.RunServiceAsync(args);
