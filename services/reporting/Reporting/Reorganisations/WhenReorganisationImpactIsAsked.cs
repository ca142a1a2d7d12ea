using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Reports;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reorganisations;

/// <summary>Counts the reports of the units that would end, and those that they answer for, which are not approved yet.</summary>
public sealed class WhenReorganisationImpactIsAsked(ReportingDb db) : IConsumer<ReorganisationImpactAsked>
{
    public Task Consume(ConsumeContext<ReorganisationImpactAsked> context) =>
        db.CountOnce(
            context,
            async (ending, ct) =>
            {
                var (reports, undecided) = await ending.Count(units =>
                    db.Reports.CountAsync(
                        report => report.State != ReportState.Approved && units.Contains(report.HandledByUnitId ?? report.UnitId),
                        ct
                    )
                );
                return new ReorganisationImpactCounted(
                    context.Message.ReorganisationId,
                    context.Message.Round,
                    [new("REPORTS", reports, undecided)]
                );
            }
        );
}
