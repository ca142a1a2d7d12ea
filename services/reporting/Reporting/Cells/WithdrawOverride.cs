using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Cells;

/// <summary>Gives an overridden cell back to its derived value; the override stays in the cell's history.</summary>
public static class WithdrawOverride
{
    static readonly Rejection NotOverridden = new(
        "reporting.not-overridden",
        "Ô này không có giá trị thay thế.",
        "This cell has no override."
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapDelete("/{id:guid}/cells/{code}/override", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Withdraw the override of a cell")
            .WithDescription("Bỏ giá trị thay thế, trở lại giá trị tính từ sự kiện; lịch sử của ô vẫn giữ cả hai.");

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        string code,
        IfMatch ifMatch,
        ReportingDb db,
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
                var newest = await db
                    .CellEntries.Where(e => e.ReportId == id && e.Cell == code)
                    .OrderByDescending(e => e.Id)
                    .FirstOrDefaultAsync(ct);
                if (newest is not { Kind: EntryKind.Override })
                    return NotOverridden.ToProblem();
                db.CellEntries.Add(
                    new()
                    {
                        Id = Guid.CreateVersion7(clock.GetUtcNow()),
                        ReportId = id,
                        Cell = code,
                        Kind = EntryKind.Withdrawal,
                        State = CellState.NotReported,
                        EnteredBy = caller.Subject,
                        EnteredAt = clock.GetUtcNow(),
                    }
                );
                db.Announce(report, new ReportEdited(report.Id, report.UnitId, report.Form, [code]));
                return null;
            },
            ct
        );
}
