using System.ComponentModel;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Subscriptions.Contracts.V1;
using DanVan.Subscriptions.Delivery;
using DanVan.Subscriptions.Feed;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions.Webhooks;

static class ResumeSubscription
{
    public sealed record Request(
        [Text(64), Description("Con trỏ của luồng sự kiện để gửi lại từ sau đó; bỏ trống: từ chỗ đã dừng.")] string? After = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/resumption", Handle)
            .RequireScope(Scopes.Manage)
            .WithExample(new Request())
            .WithSummary("Gửi tiếp, hoặc gửi lại từ một chỗ trước đó / Resume, or replay from a place before")
            .WithDescription("Events sent again keep their `webhook-id`. What the caller's unit may see is decided anew for each of them.");

    static async Task<Results<Ok<SubscriptionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
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
        long? position = null;
        if (request.After is { } after)
        {
            var head = await FeedHead.Read(db, ct);
            if (FeedCursor.Parse(after) is not { } cursor || cursor.Epoch != head.Epoch || cursor.Position > head.Position)
                return Problems.Invalid("after", "Không phải con trỏ của luồng sự kiện hiện tại.", "Not a cursor of the present feed.");
            position = cursor.Position;
        }
        subscription.Resume();
        db.Announce(subscription, new SubscriptionResumed(id));
        await Progress.StartAnew(id, position, db, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(subscription.ToView());
    }
}
