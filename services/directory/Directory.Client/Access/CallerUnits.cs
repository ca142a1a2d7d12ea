using DanVan.Chassis.Auth;

namespace DanVan.Directory.Client;

/// <summary>What a caller may know of, by unit. What it may not know of is answered with 404, as if it were not there.</summary>
public static class CallerUnits
{
    /// <summary>Whether the caller acts for the root unit, whose subtree is everything.</summary>
    public static bool IsRoot(this Caller caller) => caller.UnitId == RootUnit.Id;

    /// <summary>
    /// Whether <paramref name="unit"/> stood in the caller's subtree on <paramref name="asOf"/>. The root sees every unit, also one that is not known here yet.
    /// </summary>
    public static bool Sees(this Caller caller, Guid unit, DateOnly asOf, UnitTree tree) =>
        caller.IsRoot() || caller.UnitId == unit || (caller.UnitId is { } own && tree.IsWithin(unit, own, asOf));

    /// <summary>
    /// Whether the caller may enter something for <paramref name="unit"/>: its own unit, or one that is known here and that it sees. So the root enters
    /// nothing for a unit that does not exist.
    /// </summary>
    public static bool ActsFor(this Caller caller, Guid unit, DateOnly asOf, UnitTree tree) =>
        caller.UnitId == unit || (tree.Find(unit) is not null && caller.Sees(unit, asOf, tree));
}
