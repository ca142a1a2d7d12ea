using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Cells;

/// <summary>Fills cells by hand, or puts a value beside a derived one with a reason. All of the cells or none.</summary>
public static class EnterCells
{
    /// <param name="Cells">The cells to set; those not named keep what they have.</param>
    public sealed record Request([Items(1, 500)] IReadOnlyList<CellInput> Cells);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPut("/{id:guid}/cells", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Enter or override cells")
            .WithDescription(
                "Nhập giá trị, hoặc thay giá trị tính được và ghi lý do; giá trị tính được vẫn giữ bên cạnh. "
                    + "The states NOT_REPORTED, zero, NOT_APPLICABLE and UNSPECIFIED (“một số”) are four different things."
            )
            .WithExample(
                new Request([
                    new("QC01", CellState.Reported, 124),
                    new("QC10", CellState.Unspecified),
                    new("DT01", CellState.Reported, 57, Reason: "Hai đơn nhận trong kỳ chưa vào sổ của hệ thống."),
                    new("NX01", CellState.Reported, Text: "Hoàn thành rà soát quy chế dân chủ ở cơ sở tại 3 loại hình."),
                ])
            );

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
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
            report =>
            {
                var form = forms.Version(report.Form, report.FormVersion);
                if (CellInput.Check(form, request.Cells) is { Count: > 0 } wrong)
                    return Task.FromResult<ProblemHttpResult?>(Problems.Invalid(wrong));
                db.Enter(report, form, request.Cells, caller, clock);
                return Task.FromResult<ProblemHttpResult?>(null);
            },
            ct
        );

    /// <summary>Enters values that fit the form, and announces it.</summary>
    internal static void Enter(
        this ReportingDb db,
        Report report,
        Form form,
        IReadOnlyList<CellInput> cells,
        Caller caller,
        TimeProvider clock
    )
    {
        foreach (var cell in cells)
            db.CellEntries.Add(Entry(report, form.Find(cell.Code)!, cell, caller, clock));
        db.Announce(report, new ReportEdited(report.Id, report.UnitId, report.Form, [.. cells.Select(cell => cell.Code)]));
    }

    static CellEntry Entry(Report report, Indicator indicator, CellInput cell, Caller caller, TimeProvider clock) =>
        new()
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            ReportId = report.Id,
            Cell = cell.Code,
            Kind = indicator.Formula is null ? EntryKind.Manual : EntryKind.Override,
            State = cell.State,
            Number = cell.Number,
            Text = cell.Text,
            Reason = cell.Reason,
            EnteredBy = caller.Subject,
            EnteredAt = clock.GetUtcNow(),
        };
}
