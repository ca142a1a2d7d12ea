using System.ComponentModel;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions.Webhooks;

/// <summary>The log of attempts, newest first.</summary>
static class ListDeliveries
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/deliveries", Handle)
            .RequireScope(Scopes.Manage)
            .WithSummary("Nhật ký gửi, mới nhất trước / Log of attempts, newest first");

    static async Task<Results<Ok<Page<DeliveryView>>, NotFound>> Handle(
        Guid id,
        [AsParameters] PageRequest page,
        SubscriptionsDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.Subscriptions.Visible(caller, db).AnyAsync(x => x.Id == id, ct)
            ? TypedResults.Ok(
                await db.Deliveries.Where(x => x.SubscriptionId == id).ToPage(page, x => x.Id, x => x.ToView(), ct, newestFirst: true)
            )
            : TypedResults.NotFound();
}

/// <summary>One attempt to deliver one event. The delivery worker writes them; here they are read.</summary>
sealed class DeliveryAttempt
{
    public Guid Id { get; init; }
    public Guid SubscriptionId { get; init; }
    public Guid EventId { get; init; }
    public required string Type { get; init; }
    public int Attempt { get; init; }
    public DateTimeOffset At { get; init; }
    public int Milliseconds { get; init; }
    public int? Status { get; init; }
    public string? Error { get; init; }

    public DeliveryView ToView() => new(EventId, Type, Attempt, At, Milliseconds, Status, Error, Status is >= 200 and < 300);
}

sealed record DeliveryView(
    Guid EventId,
    string Type,
    [property: Description("Lần gửi thứ mấy của sự kiện này.")] int Attempt,
    DateTimeOffset At,
    int Milliseconds,
    [property: Description("Mã HTTP mà bên nhận trả lời; trống nếu không có trả lời.")] int? Status,
    [property: Description("Vì sao không có trả lời: TIMEOUT, REFUSED_ADDRESS, CONNECTION, TLS, PROTOCOL.")] string? Error,
    bool Delivered
);
