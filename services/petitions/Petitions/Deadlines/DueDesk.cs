using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Deadlines;

/// <summary>Whose duties are asked for, and the classes as they are today.</summary>
sealed record DueAsked(Guid Unit, DueBounds Bounds, WorkingCalendar Calendar)
{
    public DateOnly Today => Bounds.Today;

    /// <summary>Working days after today up to a day that has not passed, or after one that has, up to today.</summary>
    public (int? Left, int? Over) Days(DateOnly due) => Bounds.Days(due, Calendar);
}

/// <summary>Understands what is asked about duties.</summary>
sealed class DueDesk(UnitTree tree, WorkingCalendar calendar, IOptions<DueOptions> options, TimeProvider clock)
{
    /// <param name="unit">The caller's own when none is named.</param>
    /// <returns>None when that unit is not within the caller's reach.</returns>
    public DueAsked? Understand(Caller caller, Guid? unit)
    {
        var today = clock.Today();
        var asked =
            unit is not { } named ? caller.UnitId
            : caller.Sees(named, today, tree) ? named
            : null;
        return asked is { } found ? new(found, DueBounds.On(today, calendar, options.Value), calendar) : null;
    }
}
