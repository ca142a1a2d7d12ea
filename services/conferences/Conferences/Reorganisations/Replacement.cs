namespace DanVan.Conferences.Reorganisations;

/// <summary>One unit in the place of another that has ended with several successors, or with none: a person decides.</summary>
/// <param name="FromUnitId">The unit that has ended.</param>
/// <param name="ToUnitId">The unit that takes its place: a successor, where there are any.</param>
public sealed record Replacement(Guid FromUnitId, Guid ToUnitId)
{
    /// <summary>For the documentation. The unit that has ended is none that exists.</summary>
    internal static readonly Replacement Example = new(new Guid("019cfa1c-5000-7000-8000-000000000013"), RootUnit.Id);

    static readonly Rejection NotThere = new(
        "conferences.unit-not-there",
        "Đơn vị này không có ở đây, nên không thể thay.",
        "This unit has no place here, so no other can take it.",
        400,
        "fromUnitId"
    );

    /// <summary>Why it cannot be; <paramref name="isThere"/> tells whether a unit has a place in what is to be changed.</summary>
    internal Rejection? Refuses(Func<Guid, bool> isThere, UnitTree tree, Caller caller, DateOnly today) =>
        isThere(FromUnitId) ? tree.RefusesHeir(FromUnitId, ToUnitId, caller, today, "fromUnitId") : NotThere;
}
