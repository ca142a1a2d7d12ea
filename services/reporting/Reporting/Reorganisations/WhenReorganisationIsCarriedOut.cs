using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Reports;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reorganisations;

/// <summary>
/// Lets the one successor of a unit that ended answer for its open reports. The reports stay those of the unit that ended, with their days and figures:
/// a report on the time before is corrected, never restarted.
/// </summary>
public sealed class WhenReorganisationIsCarriedOut(ReportingDb db) : IConsumer<ReorganisationCarriedOut>
{
    public Task Consume(ConsumeContext<ReorganisationCarriedOut> context) =>
        db.FollowOnce(
            context,
            async (heirs, ct) =>
            {
                var (reorganisation, undecided) = (context.Message, 0);
                var reports = await OpenIn(heirs.Ended).ToListAsync(ct);
                foreach (var report in reports)
                    if (heirs.Of(report.AnsweringUnitId) is { } heir)
                        db.Announce(report, report.HandOver(heir, reorganisation.EffectiveOn, reorganisation.ReorganisationId));
                    else
                        undecided++;
                return new ReorganisationFollowed(reorganisation.ReorganisationId, [new("REPORTS", reports.Count - undecided, undecided)]);
            }
        );

    // Locked, so that whoever edits one at this moment is answered that it has changed, and not we.
    IQueryable<Report> OpenIn(Guid[] units) =>
        db.Reports.FromSql(
            $"""
            select * from reports where coalesce(handled_by_unit_id, unit_id) = any ({units}) and state <> 'APPROVED' order by id for update
            """
        );
}
