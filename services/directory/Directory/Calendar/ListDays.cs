using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Calendar;

public static class ListDays
{
    /// <param name="Version">Version of the calendar.</param>
    /// <param name="Days">Days that differ from the plain week, in order.</param>
    public sealed record CalendarView(int Version, IReadOnlyList<DayView> Days) : IVersionedView;

    public static void Map(RouteGroupBuilder calendar) =>
        calendar
            .MapGet("/days", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("The days of a year that differ from the plain week");

    static async Task<Ok<CalendarView>> Handle([Whole(1945, 2199)] int year, DirectoryDb db, CancellationToken ct)
    {
        var calendar = await db.Calendars.AsNoTracking().SingleAsync(ct);
        var days = calendar.Days.Where(day => day.Date.Year == year).OrderBy(day => day.Date);
        return TypedResults.Ok(new CalendarView(calendar.Version, [.. days.Select(DayView.Of)]));
    }
}
