using System.ComponentModel;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace DanVan.Subscriptions.Feed;

/// <summary>
/// The pull feed: a reader that goes on from <c>next</c> to <c>next</c> gets every event that it may see, once, in one order.
/// </summary>
static class ReadEvents
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("", Handle)
            .RequireScope(Scopes.ReadEvents)
            .WithSummary("Đọc luồng sự kiện / Read the event feed")
            .WithDescription(
                "Events (CloudEvents 1.0) of the caller's unit and its subtree, in the order of the feed. Pass `next` as `after` to go on; "
                    + "`more` says that the end is not reached yet, even when the page is short. With `wait` an empty answer is held back until "
                    + "something comes. A cursor of an epoch that has ended (after a restore from backup) is answered with 410: read the resources "
                    + "afresh, then go on from `after=latest` taken before. Nothing is removed from the feed."
            )
            .ProducesProblem(StatusCodes.Status410Gone)
            .WithRequestTimeout(LongestWait + TimeSpan.FromSeconds(15));

    static async Task<Results<EventStream, ProblemHttpResult>> Handle(
        Caller caller,
        NpgsqlDataSource database,
        FeedGrowth growth,
        TimeProvider clock,
        CancellationToken ct,
        [FromQuery, Description("Con trỏ `next` của lần đọc trước; `latest`: bắt đầu từ lúc này; bỏ trống: từ đầu."), Text(64)]
            string? after = null,
        [FromQuery, Whole(1, 1000), Description("Số sự kiện tối đa (mặc định 100).")] int? limit = null,
        [FromQuery, Items(0, 50), Description("Loại sự kiện, hoặc phần đầu của tên kèm `*`; lặp lại được.")] string[]? type = null,
        [FromQuery, Whole(0, 30), Description("Số giây chờ khi chưa có sự kiện mới.")] int? wait = null
    )
    {
        var from = after is null or "latest" ? null : FeedCursor.Parse(after);
        if (from is null && after is not (null or "latest"))
            return Problems.Invalid("after", "Không phải con trỏ do luồng sự kiện trả về.", "Not a cursor that the feed gave out.");
        if (type?.FirstOrDefault(x => !TypeFilter.IsValid(x)) is { } unreadable)
            return Problems.Invalid("type", $"Không phải loại sự kiện: {unreadable}", $"Not a type of event: {unreadable}");

        // A caller without a unit sees what belongs to no unit.
        Guid? unit = caller.IsRoot() ? null : caller.UnitId ?? Guid.Empty;
        var position = after is "latest" ? FeedCursor.Last : from?.Position ?? 0;
        var page = new FeedPage(position, limit ?? 100, TypeFilter.ToLike(type ?? []), unit, clock.Today());
        var until = clock.GetUtcNow().AddSeconds(after is "latest" ? 0 : wait ?? 0);
        while (true)
        {
            var grown = growth.Next;
            var stream = await EventStream.Read(page, database, ct);
            if (from is { } cursor && stream.IsOfAnotherHistory(cursor))
            {
                stream.Dispose();
                return EpochEnded.ToProblem();
            }
            var left = until - clock.GetUtcNow();
            if (!stream.IsAtEnd || left <= TimeSpan.Zero)
                return stream;
            page = page with { After = stream.Next.Position };
            stream.Dispose();
            await Task.WhenAny(grown, Task.Delay(left, clock, ct));
        }
    }

    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    static readonly Rejection EpochEnded = new(
        "events.epoch-ended",
        "Con trỏ thuộc về một chuỗi sự kiện đã kết thúc (hệ thống được khôi phục từ bản sao lưu). Lấy con trỏ mới bằng after=latest, đọc lại các tài nguyên cần dùng, rồi đọc tiếp từ con trỏ mới đó.",
        "The cursor belongs to a history that has ended (the system was restored from a backup). Take a new cursor with after=latest, read the resources you need afresh, then go on from that cursor.",
        StatusCodes.Status410Gone
    );
}
