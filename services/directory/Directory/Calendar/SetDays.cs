using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Calendar;

/// <summary>
/// The days of a decision, such as the yearly notice of Tết and swaps, become one version of the calendar: all of them or none, with one event that
/// carries the days it changed. Every service recounts its open deadlines by it.
/// </summary>
public static class SetDays
{
    /// <param name="Days">The days, each date once. A day that a later decision takes back is set again, disabled.</param>
    public sealed record Request([Items(1, 400)] IReadOnlyList<Day> Days);

    /// <param name="Date">The day.</param>
    /// <param name="Type">Why it differs from the plain week.</param>
    /// <param name="Name">What is celebrated or swapped.</param>
    /// <param name="Decision">The provision or decision, as cited; a day that counts must have one.</param>
    /// <param name="Enabled">Whether the day counts.</param>
    public sealed record Day(
        [BusinessDate] DateOnly Date,
        DayType Type,
        [Text(200)] string Name,
        [Text(300)] string? Decision,
        bool Enabled
    );

    /// <param name="Version">Version of the calendar after this.</param>
    /// <param name="Changed">The dates that this changed; empty when all stood so already.</param>
    public sealed record CalendarVersion(int Version, IReadOnlyList<DateOnly> Changed) : IVersionedView;

    public static void Map(RouteGroupBuilder calendar) =>
        calendar
            .MapPost("/versions", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Set the days of a decision as one version of the working calendar")
            .WithExample(
                new Request([
                    new(new(2027, 12, 25), DayType.SwappedWork, "Làm bù cho ngày 31/12", "Thông báo ví dụ số 09/TB-VD", true),
                    new(new(2027, 12, 31), DayType.SwappedOff, "Nghỉ hoán đổi, làm bù ngày 25/12", "Thông báo ví dụ số 09/TB-VD", true),
                ])
            );

    static async Task<Results<Ok<CalendarVersion>, ProblemHttpResult>> Handle(
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (!caller.IsRoot())
            return SetDay.OnlyTheRoot.ToProblem();
        if (Refuse(request) is { } refused)
            return refused.ToProblem();
        var calendar = await db.Calendars.SingleAsync(ct);
        if (ifMatch.Refuses(calendar.Version) is { } stale)
            return stale;
        var changed = calendar.Set(request.Days.Select(Definition));
        if (changed is not null)
        {
            db.Announce(calendar, changed);
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Ok(new CalendarVersion(calendar.Version, [.. changed?.Days.Select(day => day.Date) ?? []]));
    }

    internal static Rejection? Refuse(Request request)
    {
        foreach (var (place, day) in request.Days.Index())
            if (SetDay.Refuse(Definition(day)) is { } refused)
                return refused with { Field = $"days[{place}].{refused.Field}" };
        return request.Days.DistinctBy(day => day.Date).Count() < request.Days.Count ? Twice : null;
    }

    static DayDefinition Definition(Day day) => new(day.Date, day.Type, day.Name, day.Decision, day.Enabled);

    static readonly Rejection Twice = new(
        "calendar.twice",
        "Một ngày chỉ được nêu một lần trong một phiên bản.",
        "A version names each day once.",
        400,
        "days"
    );
}
