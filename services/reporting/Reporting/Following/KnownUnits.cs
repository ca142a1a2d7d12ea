using DanVan.Chassis.Auth;
using DanVan.Directory.Client;

namespace DanVan.Reporting.Following;

static class KnownUnits
{
    /// <summary>Whether the caller may ask about a unit: as it stands today, or stood at its end.</summary>
    public static bool Knows(this Caller caller, Guid unit, UnitTree tree, DateOnly today) =>
        tree.Find(unit) is not null && caller.Sees(unit, tree.LastDay(unit) is { } last && last < today ? last : today, tree);
}
