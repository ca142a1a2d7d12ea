namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// The authority decided in which order units stand that have the same points for a year. It holds as long as these units, and no others, have those points.
/// Subject: <c>score-tie/{TieId}</c>.
/// </summary>
/// <param name="TieId">The decision.</param>
/// <param name="UnitId">The authority; the envelope's unit.</param>
/// <param name="Scheme">Code of the scoring scheme.</param>
/// <param name="Year">The year that was scored.</param>
/// <param name="Level">The level of the units.</param>
/// <param name="Total">The points that they share.</param>
/// <param name="UnitIds">The units in their order.</param>
/// <param name="DecidedOn">The day, in Việt Nam.</param>
public sealed record ScoreTieDecided(
    Guid TieId,
    Guid UnitId,
    string Scheme,
    int Year,
    string Level,
    decimal Total,
    IReadOnlyList<Guid> UnitIds,
    DateOnly DecidedOn
);
