namespace DanVan.Petitions.Publicity;

/// <summary>
/// The figures of a quarter as they may be shown. They are taken once: counted again after a late entry, the difference of the two would tell of one paper.
/// Nothing that is left out is kept here.
/// </summary>
public sealed class QuarterFigures
{
    public required int Year { get; init; }
    public required int Quarter { get; init; }
    public required DateOnly TakenOn { get; init; }
    public required IReadOnlyList<UnitFigures> Units { get; init; }
}

/// <param name="Parent">The unit whose total it is part of.</param>
/// <param name="Total">Of the unit and all below it: by kind and all kinds, by state and all states; none where a count is left out.</param>
/// <param name="Own">Of the unit's own book; the same as the total when no unit below has any.</param>
/// <param name="Satisfaction">The mean of the ratings of the unit's own, to one decimal; none where they are too few.</param>
public sealed record UnitFigures(Guid Unit, Guid? Parent, IReadOnlyList<int?> Total, IReadOnlyList<int?> Own, decimal? Satisfaction);
