using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Following;

/// <summary>Every value that somebody entered and every decision: who, when, from what to what. Entries and the journal are only added to, so nothing of it can be altered.</summary>
public static class ReadHistory
{
    /// <param name="Type">Of a value: MANUAL, OVERRIDE or WITHDRAWAL. Of a decision: its event, as in docs/events.md.</param>
    /// <param name="By">The account or client; absent where nobody asked for it.</param>
    /// <param name="ReportId">The report; absent for exceptions and consolidations, which <c>subject</c> names.</param>
    /// <param name="Subject">What it happened to: <c>report/…</c>, <c>lock-exception/…</c>.</param>
    /// <param name="Cell">The cell of a value.</param>
    /// <param name="Before">What had been entered before; absent at the first entry.</param>
    /// <param name="After">What was entered; absent at a withdrawal, which gives the cell back to its derived value.</param>
    /// <param name="StateBefore">Of a decision that changed the state of a report: from which.</param>
    /// <param name="StateAfter">To which.</param>
    /// <param name="Reason">Why, where that was said.</param>
    /// <param name="Data">What the event of a decision tells.</param>
    public sealed record Entry(
        Guid Id,
        HistoryKind Kind,
        string Type,
        DateTimeOffset At,
        string? By,
        Guid UnitId,
        Guid? ReportId,
        string Subject,
        string? Cell,
        CellValue? Before,
        CellValue? After,
        ReportState? StateBefore,
        ReportState? StateAfter,
        string? Reason,
        IReadOnlyDictionary<string, JsonElement>? Data
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/history", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Every value and decision of a subtree in a window of days: who, when, from what to what")
            .WithDescription(
                "Lịch sử nhập số liệu và quyết định về báo cáo trong một khoảng ngày, của một đơn vị và toàn bộ đơn vị cấp dưới; cũ nhất trước. Values as they were entered; what of "
                    + "them counts, and since when, is at `/reports/changes`."
            )
            .WithResponseExample(Example);

    static async Task<Results<Ok<Page<Entry>>, ProblemHttpResult>> Handle(
        [AsParameters] HistoryQuestion question,
        [AsParameters] PageRequest page,
        ReportingDb db,
        UnitTree tree,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (question.Window(clock.Today(), out var refused) is not var (from, to))
            return refused!.ToProblem();
        if (question.UnitId is { } unit && !caller.Knows(unit, tree, clock.Today()))
            return OpenReport.UnknownUnit.ToProblem();
        var entries = db.HistoryOf(from, to, question.UnitId).Visible(caller, db, entry => entry.Concerns);
        var reports = db.Reports.AsQueryable();
        if (reports.NotHiddenFrom(caller, db) is var readable && readable != reports)
            entries = entries.Where(entry => entry.ReportId == null || readable.Any(one => one.Id == entry.ReportId));
        if (question.Form is { } form)
            entries = entries.Where(entry => entry.Form == form);
        if (question.ReportId is { } report)
            entries = entries.Where(entry => entry.ReportId == report);
        if (question.Cell is { } cell)
            entries = entries.Where(entry => entry.Cell == cell);
        if (question.By is { } by)
            entries = entries.Where(entry => entry.By == by);
        if (question.Kind is { } kind)
            entries = entries.Where(entry => entry.Kind == EnumNames.Of(kind));
        return TypedResults.Ok(await entries.ToPage(page, entry => entry.Id, ViewOf, ct));
    }

    static Entry ViewOf(HistoryRow row) =>
        new(
            row.Id,
            EnumNames.Parse<HistoryKind>(row.Kind),
            row.Type,
            row.At,
            row.By,
            row.UnitId,
            row.ReportId,
            row.Subject,
            row.Cell,
            ValueOf(row.StateBefore, row.NumberBefore, row.TextBefore),
            row.Type == EnumNames.Of(EntryKind.Withdrawal) ? null : ValueOf(row.StateAfter, row.NumberAfter, row.TextAfter),
            StateOf(row.Was),
            StateOf(row.Became),
            row.Reason,
            row.Data is { } data ? JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(data) : null
        );

    static CellValue? ValueOf(string? state, decimal? number, string? text) =>
        state is null ? null : new(EnumNames.Parse<CellState>(state), number, text);

    static ReportState? StateOf(string? state) => state is null ? null : EnumNames.Parse<ReportState>(state);

    static readonly Page<Entry> Example = new(
        [
            new(
                new("01980b5c-7a10-7000-8000-000000000005"),
                HistoryKind.Value,
                "MANUAL",
                new(2026, 6, 15, 2, 30, 0, TimeSpan.Zero),
                "vp-xa",
                new("01980b5c-0000-7000-8000-000000000004"),
                new("01980b5c-7a00-7000-8000-000000000001"),
                "report/01980b5c-7a00-7000-8000-000000000001",
                "QC01",
                CellValue.Unspecified,
                CellValue.Of(12),
                null,
                null,
                null,
                null
            ),
            new(
                new("01980b5c-7a20-7000-8000-000000000006"),
                HistoryKind.Decision,
                "vn.danvan.reporting.report-returned.v1",
                new(2026, 6, 16, 8, 0, 0, TimeSpan.Zero),
                "vp-tinh-uy",
                new("01980b5c-0000-7000-8000-000000000004"),
                new("01980b5c-7a00-7000-8000-000000000001"),
                "report/01980b5c-7a00-7000-8000-000000000001",
                null,
                null,
                null,
                ReportState.Submitted,
                ReportState.Returned,
                "Thiếu số liệu về cơ quan, đơn vị xếp loại tốt (QC05).",
                null
            ),
        ],
        null
    );
}
