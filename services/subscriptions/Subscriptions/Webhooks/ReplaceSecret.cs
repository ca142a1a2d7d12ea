using System.ComponentModel;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Subscriptions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions.Webhooks;

static class ReplaceSecret
{
    public sealed record NewSecret(
        [property: Description("Khóa ký mới, chỉ hiện một lần.")] string Secret,
        [property: Description("Đến lúc này thông điệp còn được ký kèm bằng khóa trước.")] DateTimeOffset PreviousSecretUntil
    );

    // Without Idempotency-Key, as for the first secret.
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/secret", Handle)
            .RequireScope(Scopes.Manage)
            .WithoutIdempotency()
            .WithSummary("Đổi khóa ký / Replace the signing secret")
            .WithDescription("For 24 hours messages carry two signatures, of the new secret and of the one before it.");

    static async Task<Results<Ok<NewSecret>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        SubscriptionsDb db,
        Caller caller,
        SecretBox box,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Subscriptions.Visible(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } subscription)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(subscription.Version) is { } stale)
            return stale;
        var secret = SigningSecret.Create();
        subscription.Replace(box.Seal(id, secret), clock.GetUtcNow());
        var until = subscription.PreviousSecretUntil!.Value;
        db.Announce(subscription, new SubscriptionSecretReplaced(id, until));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new NewSecret(SigningSecret.ToText(secret), until));
    }
}
