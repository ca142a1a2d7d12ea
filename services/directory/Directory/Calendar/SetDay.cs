using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Calendar;

/// <summary>An administrator sets one day by a decision: a version of the calendar of its own, told by an event as <see cref="SetDays"/>.</summary>
public static class SetDay
{
    /// <param name="Type">Why the day differs from the plain week.</param>
    /// <param name="Name">What is celebrated or swapped.</param>
    /// <param name="Decision">The provision or decision, as cited; a day that counts must have one.</param>
    /// <param name="Enabled">Whether the day counts.</param>
    public sealed record Request(DayType Type, [Text(200)] string Name, [Text(300)] string? Decision, bool Enabled);

    public static void Map(RouteGroupBuilder calendar) =>
        calendar
            .MapPut("/days/{date}", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Set a day of the working calendar")
            .WithExample(new Request(DayType.SwappedOff, "Nghỉ hoán đổi ngày làm việc", "Thông báo ví dụ số 08/TB-VD", true));

    static async Task<Results<Ok<DayView>, ProblemHttpResult>> Handle(
        [BusinessDate] DateOnly date,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!caller.IsRoot())
            return OnlyTheRoot.ToProblem();
        var wanted = new DayDefinition(date, request.Type, request.Name, request.Decision, request.Enabled);
        if (Refuse(wanted) is { } refused)
            return refused.ToProblem();
        var calendar = await db.Calendars.SingleAsync(ct);
        if (ifMatch.Refuses(calendar.Version) is { } stale)
            return stale;
        if (calendar.Set([wanted]) is { } changed)
        {
            db.Announce(calendar, changed);
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Ok(DayView.Of(calendar.Days.Single(day => day.Date == date)));
    }

    internal static Rejection? Refuse(DayDefinition day)
    {
        var weekend = day.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (day.Enabled && day.Decision is null)
            return NeedsADecision;
        return (day.Type, weekend) switch
        {
            (DayType.SwappedWork, false) => AlreadyWorked,
            (DayType.SwappedOff or DayType.Compensatory, true) => AlreadyOff,
            _ => null,
        };
    }

    internal static readonly Rejection OnlyTheRoot = new(
        "calendar.only-the-root",
        "Chỉ đơn vị gốc được sửa lịch làm việc chung.",
        "Only the root unit changes the common calendar.",
        StatusCodes.Status403Forbidden
    );

    static readonly Rejection NeedsADecision = new(
        "calendar.needs-a-decision",
        "Ngày có hiệu lực phải nêu căn cứ (luật, quyết định hoặc thông báo).",
        "A day that counts must name the provision or decision behind it.",
        400,
        "decision"
    );

    static readonly Rejection AlreadyWorked = new(
        "calendar.already-worked",
        "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.",
        "A swapped working day is a Saturday or a Sunday.",
        400,
        "type"
    );

    static readonly Rejection AlreadyOff = new(
        "calendar.already-off",
        "Ngày nghỉ bù, nghỉ hoán đổi không thể là thứ Bảy hoặc Chủ nhật.",
        "A compensatory or swapped day off cannot be a Saturday or a Sunday.",
        400,
        "type"
    );
}
