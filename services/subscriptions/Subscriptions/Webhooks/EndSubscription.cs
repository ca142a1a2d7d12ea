using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Subscriptions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions.Webhooks;

static class EndSubscription
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapDelete("/{id:guid}", Handle).RequireScope(Scopes.Manage).WithSummary("Chấm dứt đăng ký / End a subscription");

    static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        SubscriptionsDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.Subscriptions.Visible(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } subscription)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(subscription.Version) is { } stale)
            return stale;
        db.Remove(subscription);
        db.Announce(subscription, new SubscriptionEnded(id));
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
