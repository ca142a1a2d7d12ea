namespace DanVan.Reporting.Cells;

/// <summary>What a formula counted.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Number">The count or the sum; null when a sum found no stated number.</param>
/// <param name="Events">Events behind it.</param>
/// <param name="Unstated">Of these, how many do not state the number that is added up.</param>
/// <param name="Uncertain">Events that may lie in the period or outside, since their exact day is not known; not counted.</param>
public sealed record Figure(string Code, decimal? Number, int Events, int Unstated, int Uncertain);

/// <summary>All figures of a report, and up to where the sources had been read.</summary>
/// <param name="ByCode">The figures.</param>
/// <param name="Watermarks">Highest journal number seen, by source.</param>
public sealed record Figures(IReadOnlyDictionary<string, Figure> ByCode, IReadOnlyDictionary<string, long> Watermarks);
