using DanVan.Documents;

namespace DanVan.Reporting.Documents;

/// <summary>By whom, when and under which number a document is issued.</summary>
/// <param name="UnitId">The issuing unit: who answers for the report.</param>
/// <param name="On">The day that it bears.</param>
/// <param name="Number">Number and symbol.</param>
sealed record PaperIssue(Guid UnitId, DateOnly On, string Number, Signature Signature);
