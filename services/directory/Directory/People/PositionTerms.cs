using DanVan.Chassis.Http;
using DanVan.Directory.Units;

namespace DanVan.Directory.People;

/// <summary>What is said of a position when it is entered or corrected.</summary>
/// <param name="Title">The title.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day on which it is no longer held; null while open.</param>
/// <param name="Basis">The decision or election.</param>
public sealed record PositionTerms(string Title, DateOnly From, DateOnly? To, string Basis)
{
    /// <summary>Whether there can be such a position. Pure: what it needs to know is given to it.</summary>
    /// <param name="unit">The unit in which it is held.</param>
    /// <param name="same">Another position of the same person with the same title in the same unit at an overlapping time.</param>
    internal Rejection? Refuse(Unit unit, Position? same)
    {
        if (To <= From)
            return PeopleRejections.EndsBeforeItBegins;
        if (!unit.Covers(From, To))
            return PeopleRejections.UnitNotThere(From, To);
        return same is null ? null : PeopleRejections.HeldAlready(same);
    }
}
