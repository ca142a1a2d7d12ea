using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Checks;

/// <summary>Explains why a rule of the form does not hold, for the numbers as they are now.</summary>
public static class ExplainCheck
{
    /// <param name="Explanation">Why the numbers are right all the same.</param>
    public sealed record Request([Text(2_000)] string Explanation);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPut("/{id:guid}/checks/{code}/explanation", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Explain why a rule of the form does not hold")
            .WithDescription(
                "Giải trình khi số liệu không đạt kiểm tra. It stands for these numbers: when they change, the rule is put right or explained anew."
            )
            .WithExample(new Request("Một lượt tiếp theo ủy quyền không thuộc hai loại này."));

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        [Text(64)] string code,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        FormCatalogue forms,
        Caller caller,
        PeriodLocks locks,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Edit(
            id,
            ifMatch,
            caller,
            locks,
            async report =>
            {
                var form = forms.Version(report.Form, report.FormVersion);
                var (_, cells) = await db.CellsNow(report, form, ct);
                if ((await db.ChecksNow(report, form, cells, ct)).FirstOrDefault(one => one.Code == code) is not { } check)
                    return RefusedChecks.NoSuchCheck.ToProblem();
                if (check.Outcome is not CheckOutcome.Fails)
                    return RefusedChecks.NothingToExplain.ToProblem();
                db.CheckExplanations.Add(CheckExplanation.Of(report, check, request.Explanation, caller.Subject, clock.GetUtcNow()));
                db.Announce(report, new ReportCheckExplained(report.Id, report.UnitId, report.Form, code));
                return null;
            },
            ct
        );
}
