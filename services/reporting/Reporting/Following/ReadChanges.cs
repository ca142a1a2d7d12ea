using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Following;

/// <summary>
/// What reports say, change by change and deletions among them, for those who keep a copy: a reader that goes on from <c>next</c> to <c>next</c> misses nothing.
/// The steps of reports write the rows (migration 0037), and the journal of the service gives them their order.
/// </summary>
public static class ReadChanges
{
    /// <summary>Numbers of the journal looked through at most: a reader who may see little gets short pages and goes on.</summary>
    const int Window = 20_000;

    /// <param name="After">The <c>next</c> of the page before; from the beginning when left out.</param>
    /// <param name="Limit">At most so many changes of reports; 100 unless told.</param>
    /// <param name="Basis">APPROVED, unless told otherwise: each report as it was approved last. SENT: as it stands sent, or else as it was approved last.</param>
    /// <param name="Form">Of reports on this form only.</param>
    /// <param name="UnitId">Of this unit and all below it at the end of the period.</param>
    public sealed record Question(
        [FromQuery] [Text(64)] string? After = null,
        [FromQuery] [Whole(1, 1000)] int? Limit = null,
        [FromQuery] Basis? Basis = null,
        [FromQuery] [Text(64)] string? Form = null,
        [FromQuery] Guid? UnitId = null
    );

    /// <param name="Changes">In the order in which they happened.</param>
    /// <param name="Next">Where to go on; always there.</param>
    /// <param name="More">Whether the end is not reached yet, even when the page is short.</param>
    public sealed record Answer(IReadOnlyList<Change> Changes, string Next, bool More);

    /// <param name="Period">The period with its days.</param>
    /// <param name="Edition">Which edition it is about.</param>
    /// <param name="State">What the step made of the report. CORRECTING changes no cell: the edition before counts until the next is there.</param>
    /// <param name="By">The account or client.</param>
    /// <param name="Cells">The cells that say something else than before, in the order of the form.</param>
    public sealed record Change(
        Guid ReportId,
        Guid UnitId,
        string Form,
        int FormVersion,
        Period Period,
        int Edition,
        ReportState State,
        string? By,
        DateTimeOffset At,
        IReadOnlyList<CellChange> Cells
    );

    /// <param name="Code">The cell.</param>
    /// <param name="Deleted">Whether it says nothing any more.</param>
    /// <param name="Before">What it said; absent when it said nothing.</param>
    /// <param name="After">What it says; absent when it says nothing.</param>
    public sealed record CellChange(string Code, bool Deleted, CellValue? Before, CellValue? After);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/changes", Handle)
            .RequireScope("reporting.read")
            .WithSummary("What reports say, change by change, for who keeps a copy")
            .WithDescription(
                "Thay đổi số liệu của các báo cáo theo thứ tự, kể cả số liệu bị rút (báo cáo bị trả lại, ô không còn số liệu): `deleted`. Pass `next` as `after` to go on; the "
                    + "same cursor always begins with the same changes. A change is there about a second after it was made. A cursor of before a restore from backup is answered with 410."
            )
            .ProducesProblem(StatusCodes.Status410Gone)
            .WithResponseExample(Example);

    static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        [AsParameters] Question question,
        ReportingDb db,
        UnitTree tree,
        DutyCatalogue duties,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var from = question.After is { } text ? FeedCursor.Parse(text) : default(FeedCursor);
        if (from is not { } cursor)
            return Problems.Invalid(
                "after",
                "Không phải con trỏ do hệ thống trả về. Lấy nguyên giá trị next của trang trước, hoặc bỏ tham số này để đọc từ đầu.",
                "Not a cursor that was given out here. Take next of the page before as it is, or leave it out to start over."
            );
        if (question.UnitId is { } unit && !caller.Knows(unit, tree, clock.Today()))
            return OpenReport.UnknownUnit.ToProblem();
        // Not left out of the pages: it would be missed for good once it is approved.
        if (question.Basis is Basis.Sent && duties.RefusesWhatWasSent(question.Form, caller, tree) is { } hidden)
            return hidden.ToProblem();
        // The head is read first: everything up to it is visible to the query after it.
        var head = await db
            .Database.SqlQuery<Head>($"""select epoch as "Epoch", sequence as "Position" from chassis.journal_head""")
            .SingleAsync(ct);
        if (question.After is not null && (cursor.Epoch != head.Epoch || cursor.Position > head.Position))
            return EpochEnded.ToProblem();
        var upTo = Math.Min(head.Position, cursor.Position + Window);
        var limit = question.Limit ?? 100;
        var rows = await Wanted(question, cursor.Position, upTo, db, caller).OrderBy(row => row.Position).Take(limit).ToListAsync(ct);
        var next = new FeedCursor(head.Epoch, rows.Count == limit ? rows[^1].Position : upTo);
        return TypedResults.Ok(new Answer(rows.ConvertAll(ViewOf), $"{next}", next.Position < head.Position));
    }

    static IQueryable<Row> Wanted(Question question, long after, long upTo, ReportingDb db, Caller caller)
    {
        string[] steps = question.Basis is Basis.Sent ? ["SUBMITTED", "RETURNED", "CORRECTING"] : ["APPROVED", "CORRECTING"];
        var rows = db.Database.SqlQuery<Row>(
            $"""
            select j.sequence as "Position", j.time as "At", j.actor as "By", c.edition as "Edition", c.state as "State", c.cells::text as "Cells",
                r.id as "ReportId", r.unit_id as "UnitId", r.form as "Form", r.form_version as "FormVersion", r.regime as "Regime",
                r.period_kind as "PeriodKind", r.period_year as "PeriodYear", r.period_index as "PeriodIndex", r.period_from as "PeriodFrom",
                r.period_to as "PeriodTo"
            from chassis.journal j
            join report_changes c on c.report_id = case when j.subject like 'report/%' then substr(j.subject, 8)::uuid end and c.version = j.version
            join reports r on r.id = c.report_id
            where j.sequence > {after} and j.sequence <= {upTo} and c.state = any ({steps})
                and ({question.UnitId}::uuid is null or r.unit_id = {question.UnitId} or exists (
                    select from directory.unit_ancestors a where a.unit_id = r.unit_id and a.ancestor_id = {question.UnitId}
                        and (a.valid @> r.period_to or (a.to_the_end and upper(a.valid) <= r.period_to))))
            """
        );
        if (question.Form is { } form)
            rows = rows.Where(row => row.Form == form);
        if (caller.IsRoot())
            return rows;
        var visible = db.ReportsFor(caller).Select(report => report.Id);
        return rows.Where(row => visible.Contains(row.ReportId));
    }

    static Change ViewOf(Row row) =>
        new(
            row.ReportId,
            row.UnitId,
            row.Form,
            row.FormVersion,
            new(row.Regime, EnumNames.Parse<PeriodKind>(row.PeriodKind), row.PeriodYear, row.PeriodIndex, row.PeriodFrom, row.PeriodTo),
            row.Edition,
            EnumNames.Parse<ReportState>(row.State),
            row.By,
            row.At,
            [
                .. JsonSerializer
                    .Deserialize<List<Changed>>(row.Cells, JsonRules.Options)!
                    .Select(cell => new CellChange(cell.Code, cell.After is null, cell.Before, cell.After)),
            ]
        );

    static readonly Rejection EpochEnded = new(
        "reporting.changes-epoch-ended",
        "Con trỏ thuộc về một chuỗi thay đổi đã kết thúc (hệ thống được khôi phục từ bản sao lưu). Bỏ con trỏ và đọc lại từ đầu.",
        "The cursor belongs to a history that has ended (the system was restored from a backup). Leave it out and read from the beginning.",
        StatusCodes.Status410Gone
    );

    static readonly Answer Example = new(
        [
            new(
                new("01980b5c-7a00-7000-8000-000000000001"),
                new("01980b5c-0000-7000-8000-000000000004"),
                "DANVAN",
                2,
                new("STATE_ND09", PeriodKind.HalfYear, 2026, 1, new(2025, 12, 15), new(2026, 6, 14)),
                2,
                ReportState.Approved,
                "vp-tinh-uy",
                new(2026, 6, 20, 2, 30, 0, TimeSpan.Zero),
                [new("DT01", false, CellValue.Of(56), CellValue.Of(57)), new("QC10", true, CellValue.Of(12), null)]
            ),
        ],
        "AZgLXHoAcACAAAAAAAAAAQAAAAAAAAAq",
        false
    );

    sealed record Head(Guid Epoch, long Position);

    sealed record Changed(string Code, CellValue? Before, CellValue? After);

    sealed record Row(
        long Position,
        DateTimeOffset At,
        string? By,
        int Edition,
        string State,
        string Cells,
        Guid ReportId,
        Guid UnitId,
        string Form,
        int FormVersion,
        string Regime,
        string PeriodKind,
        int PeriodYear,
        int PeriodIndex,
        DateOnly PeriodFrom,
        DateOnly PeriodTo
    );
}
