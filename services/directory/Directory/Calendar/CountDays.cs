using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Calendar;

/// <summary>Counts a limit and explains which days it passed over, and why.</summary>
public static class CountDays
{
    /// <summary>How a limit is counted.</summary>
    public enum CountBy
    {
        /// <summary>"Ngày làm việc": only worked days count.</summary>
        WorkingDays,

        /// <summary>"Ngày": every day counts, an end that is not worked moves on (Bộ luật Dân sự 2015, Điều 148.5).</summary>
        CalendarDays,

        /// <summary>"Tháng": the corresponding day or the month's last (Điều 148.3), moved on like calendar days.</summary>
        Months,
    }

    /// <param name="From">The day of the event; not counted (Bộ luật Dân sự 2015, Điều 147.2).</param>
    /// <param name="Add">The limit, in days or months.</param>
    /// <param name="By">How it was counted.</param>
    /// <param name="Statutory">The last day as the law counts it, before it moves on because it is not worked.</param>
    /// <param name="Due">The last day; the limit runs until 24:00.</param>
    /// <param name="CalendarVersion">Version of the calendar that was used.</param>
    /// <param name="Skipped">The days passed over.</param>
    public sealed record CountView(
        DateOnly From,
        int Add,
        CountBy By,
        DateOnly Statutory,
        DateOnly Due,
        int CalendarVersion,
        IReadOnlyList<SkippedView> Skipped
    );

    /// <param name="Date">The day.</param>
    /// <param name="Type">WEEKEND, HOLIDAY, COMPENSATORY or SWAPPED_OFF.</param>
    /// <param name="Reason">Why it is not worked, in the language of the request.</param>
    /// <param name="Decision">The provision or decision, where there is one.</param>
    public sealed record SkippedView(DateOnly Date, string Type, string Reason, string? Decision);

    public static void Map(RouteGroupBuilder calendar) =>
        calendar
            .MapGet("/working-days", Handle)
            .RequireScope(Scopes.DirectoryRead)
            .WithSummary("The end of a limit in working days, days or months, with the days it passes over and why");

    static async Task<Ok<CountView>> Handle(
        [BusinessDate] DateOnly from,
        [Whole(0, 1000)] int add,
        CountBy? by,
        DirectoryDb db,
        CancellationToken ct
    )
    {
        var calendar = (await db.Calendars.AsNoTracking().SingleAsync(ct)).ToWorkingCalendar();
        var how = by ?? CountBy.WorkingDays;
        var counted = how switch
        {
            CountBy.WorkingDays => calendar.AddWorkingDays(from, add),
            CountBy.CalendarDays => calendar.AddDays(from, add),
            _ => calendar.AddMonths(from, add),
        };
        var statutory = how switch
        {
            CountBy.WorkingDays => counted.Due,
            CountBy.CalendarDays => from.AddDays(add),
            _ => from.AddMonths(add),
        };
        var skipped = counted.Skipped.Select(day => new SkippedView(day.Date, day.Type, Phrases.Of(day.Vi, day.En), day.Decision));
        return TypedResults.Ok(new CountView(from, add, how, statutory, counted.Due, counted.CalendarVersion, [.. skipped]));
    }
}
