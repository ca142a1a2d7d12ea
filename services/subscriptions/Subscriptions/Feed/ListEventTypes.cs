using System.ComponentModel;
using DanVan.Chassis.Auth;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions.Feed;

/// <summary>The catalogue: every type of event that the platform has published.</summary>
static class ListEventTypes
{
    public static void Map(RouteGroupBuilder group) =>
        group.MapGet("", Handle).RequireScope(Scopes.ReadEvents).WithSummary("Danh mục loại sự kiện / Catalogue of event types");

    static async Task<EventTypes> Handle(SubscriptionsDb db, CancellationToken ct) =>
        new(
            await db
                .Database.SqlQuery<EventTypeView>(
                    $"""
                    select type as "Type", source as "Source", first_seen as "FirstSeen", last_seen as "LastSeen", events as "Events"
                    from event_types
                    """
                )
                .OrderBy(x => x.Type)
                .ToListAsync(ct)
        );
}

sealed record EventTypes(IReadOnlyList<EventTypeView> Items);

sealed record EventTypeView(
    [property: Description("Tên trên đường truyền, ví dụ vn.danvan.petitions.petition-received.v1.")] string Type,
    [property: Description("Dịch vụ phát ra, ví dụ /danvan/petitions.")] string Source,
    [property: Description("Lần đầu xuất hiện.")] DateTimeOffset FirstSeen,
    [property: Description("Lần gần nhất.")] DateTimeOffset LastSeen,
    [property: Description("Số sự kiện đã có trong luồng.")] long Events
);
