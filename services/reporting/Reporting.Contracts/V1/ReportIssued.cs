namespace DanVan.Reporting.Contracts.V1;

/// <summary>A report that was sent was issued as a document (ban hành văn bản), with a number of its body. Subject: <c>report/{ReportId}</c>.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="Edition">The edition of the report that the document says.</param>
/// <param name="Issue">Which document of the report it is, from 1.</param>
/// <param name="IssuedByUnitId">The issuing unit: the reporting one, or who answers for it since that one ended.</param>
/// <param name="Number">Number and symbol, such as 84/BC-UBND (NĐ 30/2020) or 163-BC/BTGDVTW (HD 36-HD/VPTW).</param>
/// <param name="IssuedOn">The day that it bears, in Việt Nam.</param>
/// <param name="ContentHash">SHA-256 of the content that it says, lower-case hexadecimal.</param>
/// <param name="DocumentHash">SHA-256 of its PDF, lower-case hexadecimal.</param>
public sealed record ReportIssued(
    Guid ReportId,
    Guid UnitId,
    string Form,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    int Edition,
    int Issue,
    Guid IssuedByUnitId,
    string Number,
    DateOnly IssuedOn,
    string ContentHash,
    string DocumentHash
);
