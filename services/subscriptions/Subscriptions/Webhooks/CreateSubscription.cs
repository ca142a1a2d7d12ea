using System.ComponentModel;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Subscriptions.Contracts.V1;
using DanVan.Subscriptions.Feed;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions.Webhooks;

static class CreateSubscription
{
    public sealed record Request(
        [Text(2000), Description("Địa chỉ https nhận sự kiện.")] string Url,
        [Items(0, 50), Description("Loại sự kiện, hoặc phần đầu của tên kèm *; bỏ trống: mọi loại.")] IReadOnlyList<string>? Types = null,
        [Description("Đơn vị; bỏ trống: đơn vị của người gọi.")] Guid? Unit = null
    );

    /// <summary>The secret is in this answer only.</summary>
    public sealed record NewSubscription(
        SubscriptionView Subscription,
        [property: Description("Khóa ký (Standard Webhooks), chỉ hiện một lần.")] string Secret
    );

    // Without Idempotency-Key: its stored answer would keep the secret in the clear. Sent twice, the second finds the address taken.
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("", Handle)
            .RequireScope(Scopes.Manage)
            .WithoutIdempotency()
            .WithExample(new Request("https://webhook.example/danvan-events", ["vn.danvan.petitions.*"]))
            .WithSummary("Đăng ký nhận sự kiện / Subscribe a webhook")
            .WithDescription(
                "Events are sent from now on, in the order of the feed, signed as Standard Webhooks has it (v1, HMAC-SHA256). The body is the "
                    + "CloudEvent, `webhook-id` is its id. Any 2xx takes it; anything else is repeated over three days, 410 stops the subscription."
            );

    static async Task<Results<Created<NewSubscription>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        SubscriptionsDb db,
        Caller caller,
        UnitTree tree,
        WebhookUrl urls,
        SecretBox box,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!caller.Has(Scopes.ReadEvents))
            return MayNotRead.ToProblem();
        if ((request.Unit ?? caller.UnitId) is not { } unit || (request.Unit is not null && !caller.ActsFor(unit, clock.Today(), tree)))
            return UnknownUnit.ToProblem();
        if (urls.Refuses(request.Url) is { } refused)
            return refused.ToProblem();
        if (request.Types?.FirstOrDefault(x => !TypeFilter.IsValid(x)) is { } unreadable)
            return Problems.Invalid("types", $"Không phải loại sự kiện: {unreadable}", $"Not a type of event: {unreadable}");
        if (await db.Subscriptions.AnyAsync(x => x.UnitId == unit && x.Url == request.Url, ct))
            return AlreadyThere.ToProblem();

        var (id, secret) = (Guid.CreateVersion7(), SigningSecret.Create());
        var subscription = new Subscription
        {
            Id = id,
            UnitId = unit,
            Url = request.Url,
            Types = [.. request.Types ?? []],
            Secret = box.Seal(id, secret),
            StartsAfter = (await FeedHead.Read(db, ct)).Position,
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(subscription);
        db.Announce(subscription, new SubscriptionCreated(id, subscription.Types));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/subscriptions/{id}",
            new NewSubscription(subscription.ToView(), SigningSecret.ToText(secret))
        );
    }

    static readonly Rejection UnknownUnit = new(
        "subscriptions.unknown-unit",
        "Không có đơn vị này trong phạm vi của người gọi.",
        "There is no such unit within the caller's reach.",
        StatusCodes.Status404NotFound,
        "unit"
    );

    static readonly Rejection MayNotRead = new(
        "subscriptions.events-not-readable",
        "Cần thêm quyền events.read: chỉ người được đọc sự kiện mới đăng ký nhận được.",
        "The scope events.read is needed as well: who may not read events may not have them sent.",
        StatusCodes.Status403Forbidden
    );

    internal static readonly Rejection AlreadyThere = new(
        "subscriptions.already-there",
        "Đơn vị này đã đăng ký địa chỉ đó. Nếu mất khóa ký, hãy đổi khóa của đăng ký đã có.",
        "The unit has subscribed this address already. If the secret is lost, rotate that of the existing subscription.",
        Field: "url"
    );
}
