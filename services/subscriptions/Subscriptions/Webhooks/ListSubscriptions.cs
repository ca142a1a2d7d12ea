using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions.Webhooks;

static class ListSubscriptions
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("", List).RequireScope(Scopes.Manage).WithSummary("Danh sách đăng ký / List subscriptions");
        group.MapGet("/{id:guid}", Get).RequireScope(Scopes.Manage).WithSummary("Một đăng ký / One subscription");
    }

    static Task<Page<SubscriptionView>> List(
        [AsParameters] PageRequest page,
        SubscriptionsDb db,
        Caller caller,
        CancellationToken ct,
        [FromQuery] SubscriptionState? state = null
    ) => db.Subscriptions.Visible(caller, db).Where(x => state == null || x.State == state).ToPage(page, x => x.Id, x => x.ToView(), ct);

    static async Task<Results<Ok<SubscriptionView>, NotFound>> Get(Guid id, SubscriptionsDb db, Caller caller, CancellationToken ct) =>
        await db.Subscriptions.AsNoTracking().Visible(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is { } subscription
            ? TypedResults.Ok(subscription.ToView())
            : TypedResults.NotFound();
}
