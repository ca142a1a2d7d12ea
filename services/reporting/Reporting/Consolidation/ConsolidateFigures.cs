using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>Freezes what the approved reports of a unit and of all below it add up to. Later reports make it stale and change nothing of it.</summary>
public static class ConsolidateFigures
{
    /// <param name="Form">Code of the form.</param>
    /// <param name="UnitId">The unit at the top.</param>
    /// <param name="Period">The period.</param>
    /// <param name="Reason">Why it is done anew; needed from the second edition on.</param>
    public sealed record Request([Text(64)] string Form, Guid UnitId, PeriodRequest Period, [Text(2000)] string? Reason = null);

    /// <summary>What is frozen.</summary>
    /// <param name="Missing">Units that owed a report and have none that counts.</param>
    public sealed record Document(
        Guid UnitId,
        string Form,
        int FormVersion,
        Period Period,
        int Edition,
        string? Reason,
        Coverage Coverage,
        IReadOnlyList<Guid> Missing,
        IReadOnlyList<ConsolidatedCell> Cells
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("", Handle)
            .RequireScope("reporting.approve")
            .RequireIdempotencyKey()
            .WithSummary("Freeze the consolidated figures of a unit")
            .WithDescription(
                "Chốt số liệu tổng hợp từ các báo cáo đã phê duyệt, kèm mã băm. Edition 1, 2, …: from the second on a reason is given. "
                    + "A report that is approved later makes it stale, with what would change; it never changes by itself."
            )
            .Produces(StatusCodes.Status404NotFound)
            .WithExample(new Request("DANVAN", RootUnit.Id, new("STATE_ND09", PeriodKind.HalfYear, 2026, 1), "Một xã gửi báo cáo muộn."));

    static async Task<Results<Created<ConsolidationView>, ProblemHttpResult>> Handle(
        Request request,
        ReportingDb db,
        FigureDesk desk,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var period = request.Period;
        var (asked, refused) = await desk.Understand(
            new(request.Form, period.Regime, period.Kind, period.Year, period.Index, request.UnitId, Basis.Approved, TreeReading.AsWas),
            caller,
            ct
        );
        if (asked is null)
            return refused!.ToProblem();
        // Two at once: the second is the next edition. The transaction is that of the Idempotency-Key.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{asked.Form.Code} {asked.UnitId}"}, 61))", ct);
        var before = await db.EditionsOf(asked).MaxAsync(edition => (int?)edition.Edition, ct) ?? 0;
        if (before > 0 && request.Reason is null)
            return NeedsReason.ToProblem();
        var edition = await Freeze(asked, before + 1, request.Reason, desk, caller, clock, ct);
        db.Consolidations.Add(edition.Row);
        db.Announce(edition.Row, Consolidated(edition.Row, edition.Document.Coverage, clock.Today()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/consolidations/{edition.Row.Id}", ConsolidationView.Of(edition.Row));
    }

    static async Task<(ConsolidatedEdition Row, Document Document)> Freeze(
        Asked asked,
        int number,
        string? reason,
        FigureDesk desk,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var totals = await desk.Anew(asked, ct);
        var document = new Document(
            asked.UnitId,
            asked.Form.Code,
            asked.Form.Version,
            asked.Period,
            number,
            reason,
            desk.CoverageOf(asked, totals),
            await desk.Missing(asked, ct),
            ConsolidatedCell.Of(asked.Form, totals)
        );
        var json = JsonSerializer.Serialize(document, JsonRules.Options);
        var row = new ConsolidatedEdition
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = asked.UnitId,
            Form = asked.Form.Code,
            FormVersion = asked.Form.Version,
            Regime = asked.Period.Regime,
            PeriodKind = asked.Period.Kind,
            PeriodYear = asked.Period.Year,
            PeriodIndex = asked.Period.Index,
            PeriodTo = asked.Period.To,
            Edition = number,
            Reason = reason,
            Content = json,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))),
            ConsolidatedBy = caller.Subject,
            ConsolidatedAt = clock.GetUtcNow(),
        };
        return (row, document);
    }

    static readonly Rejection NeedsReason = new(
        "reporting.restatement-needs-reason",
        "Kỳ này đã tổng hợp; tổng hợp lại phải nêu lý do.",
        "The period has been consolidated; doing so anew needs a reason.",
        StatusCodes.Status400BadRequest,
        "reason"
    );

    static FiguresConsolidated Consolidated(ConsolidatedEdition edition, Coverage coverage, DateOnly today) =>
        new(
            edition.Id,
            edition.UnitId,
            edition.Form,
            edition.FormVersion,
            edition.Regime,
            EnumNames.Of(edition.PeriodKind),
            edition.PeriodYear,
            edition.PeriodIndex,
            edition.PeriodTo,
            edition.Edition,
            coverage.Expected,
            coverage.Counted,
            today,
            edition.ContentHash
        );
}
