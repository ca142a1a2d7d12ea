using DanVan.Chassis.Http;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Exchange;

/// <summary>Which figures are given out.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Regime">Code of the regime.</param>
/// <param name="Kind">The kind of period.</param>
/// <param name="FromYear">The first year.</param>
/// <param name="ToYear">The last year; the first unless told.</param>
/// <param name="Index">Which of its kind in each year; all unless told.</param>
/// <param name="UnitId">The unit at the top; the caller's own unit unless told.</param>
/// <param name="Depth">How many levels below it stand beside it, each figure with all that is below its unit: 0 for the unit alone, 1 unless told.</param>
/// <param name="Basis">Which reports count; APPROVED unless told.</param>
/// <param name="Indicator">These only; all that hold numbers unless told.</param>
public sealed record DatasetQuestion(
    [FromQuery] [Text(64)] string Form,
    [FromQuery] [Text(32)] string Regime,
    [FromQuery] PeriodKind Kind,
    [FromQuery] [Whole(2000, 2100)] int FromYear,
    [FromQuery] [Whole(2000, 2100)] int? ToYear = null,
    [FromQuery] [Whole(1, 999)] int? Index = null,
    [FromQuery] Guid? UnitId = null,
    [FromQuery] [Whole(0, 5)] int? Depth = null,
    [FromQuery] Basis? Basis = null,
    [FromQuery] [Items(0, 200)] string[]? Indicator = null
);
