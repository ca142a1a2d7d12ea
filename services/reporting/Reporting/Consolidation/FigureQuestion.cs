using DanVan.Chassis.Http;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Requests;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Consolidation;

/// <summary>Which figures are asked for.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Regime">Code of the regime.</param>
/// <param name="Kind">The kind of period.</param>
/// <param name="Year">The year that it is named after.</param>
/// <param name="Index">Which of its kind; may be left out where a year has one only.</param>
/// <param name="UnitId">The unit whose figures they are, its own and of all below it; the caller's own unit unless told.</param>
/// <param name="Basis">SENT counts every report that stands sent; APPROVED, unless told otherwise, each as it was approved last.</param>
/// <param name="Tree">AS_WAS, unless told otherwise, is the tree of the last day of the period; RESTATED is that of today.</param>
public sealed record FigureQuestion(
    [FromQuery] [Text(64)] string Form,
    [FromQuery] [Text(32)] string Regime,
    [FromQuery] PeriodKind Kind,
    [FromQuery] [Whole(2000, 2100)] int Year,
    [FromQuery] [Whole(1, ReportRequest.LastIndex)] int? Index = null,
    [FromQuery] Guid? UnitId = null,
    [FromQuery] Basis? Basis = null,
    [FromQuery] TreeReading? Tree = null
);

/// <summary>Figures that a caller may read.</summary>
/// <param name="UnitId">The unit at the top.</param>
/// <param name="Day">The day whose tree it is.</param>
/// <param name="Collection">Where they stand.</param>
/// <param name="Owed">Which reports were owed for them.</param>
public sealed record Asked(
    Form Form,
    Period Period,
    Guid UnitId,
    Basis Basis,
    TreeReading Tree,
    DateOnly Day,
    Collection Collection,
    Owed Owed
);
