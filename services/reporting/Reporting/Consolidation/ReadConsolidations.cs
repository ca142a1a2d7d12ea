using System.Text.Json;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>An edition of consolidated figures, without its cells.</summary>
/// <param name="PeriodTo">Last day of the period.</param>
/// <param name="Edition">From 1.</param>
/// <param name="Reason">Why it differs from the edition before.</param>
/// <param name="ContentHash">SHA-256 of its document.</param>
public sealed record ConsolidationView(
    Guid Id,
    Guid UnitId,
    string Form,
    int FormVersion,
    string Regime,
    PeriodKind PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    DateOnly PeriodTo,
    int Edition,
    string? Reason,
    string ConsolidatedBy,
    DateTimeOffset ConsolidatedAt,
    string ContentHash
)
{
    internal static ConsolidationView Of(ConsolidatedEdition edition) =>
        new(
            edition.Id,
            edition.UnitId,
            edition.Form,
            edition.FormVersion,
            edition.Regime,
            edition.PeriodKind,
            edition.PeriodYear,
            edition.PeriodIndex,
            edition.PeriodTo,
            edition.Edition,
            edition.Reason,
            edition.ConsolidatedBy,
            edition.ConsolidatedAt,
            edition.ContentHash
        );
}

/// <summary>What was consolidated, and whether it would say something else now.</summary>
public static class ReadConsolidations
{
    /// <param name="Document">What was frozen; its bytes are at <c>…/document</c>.</param>
    /// <param name="Stale">Whether consolidating now would say something else.</param>
    /// <param name="Changes">What: the proposal for the next edition.</param>
    public sealed record Answer(ConsolidationView Edition, ConsolidateFigures.Document Document, bool Stale, IReadOnlyList<Change> Changes);

    /// <param name="Code">The cell; <c>*</c> is how many reports count.</param>
    /// <param name="Frozen">As consolidated.</param>
    /// <param name="Now">As the approved reports add up now.</param>
    public sealed record Change(string Code, CellValue Frozen, CellValue Now);

    /// <param name="Form">On this form only.</param>
    /// <param name="UnitId">Of this unit only.</param>
    /// <param name="PeriodYear">For periods named after this year only.</param>
    public sealed record Filter(
        [FromQuery] string? Form = null,
        [FromQuery] Guid? UnitId = null,
        [FromQuery] [Whole(2000, 2100)] int? PeriodYear = null
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("", List)
            .RequireScope("reporting.read")
            .WithSummary("Consolidations of the caller's subtree, oldest first")
            .WithDescription("Các lần tổng hợp số liệu trong phạm vi của người gọi, lọc theo biểu mẫu, đơn vị và năm.");
        group
            .MapGet("/{id:guid}", Get)
            .RequireScope("reporting.read")
            .WithSummary("A consolidation, and what has changed since")
            .WithDescription(
                "Số liệu đã chốt; `stale` cho biết báo cáo phê duyệt sau làm thay đổi gì. What was consolidated stays; `changes` are what the next edition would say."
            );
        group
            .MapGet("/{id:guid}/document", Document)
            .RequireScope("reporting.read")
            .WithSummary("The document of a consolidation, to the byte")
            .WithDescription("Văn bản đã chốt, đúng từng byte: mã băm SHA-256 của nó là `contentHash`.")
            .Produces<ConsolidateFigures.Document>();
    }

    static async Task<Ok<Page<ConsolidationView>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var editions = db.Consolidations.Visible(caller, db, edition => edition.PeriodTo);
        if (filter.Form is { } form)
            editions = editions.Where(edition => edition.Form == form);
        if (filter.UnitId is { } unit)
            editions = editions.Where(edition => edition.UnitId == unit);
        if (filter.PeriodYear is { } year)
            editions = editions.Where(edition => edition.PeriodYear == year);
        return TypedResults.Ok(await editions.ToPage(page, edition => edition.Id, ConsolidationView.Of, ct));
    }

    static async Task<Results<Ok<Answer>, NotFound>> Get(
        Guid id,
        ReportingDb db,
        FormCatalogue forms,
        FigureDesk desk,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await Find(id, db, caller, ct) is not { } edition)
            return TypedResults.NotFound();
        var document = JsonSerializer.Deserialize<ConsolidateFigures.Document>(edition.Content, JsonRules.Options)!;
        var form = forms.Version(edition.Form, edition.FormVersion);
        var asked = await desk.Ask(form, document.Period, edition.UnitId, Basis.Approved, TreeReading.AsWas, ct);
        var totals = await desk.Now(asked, ct);
        var changes = Changes(document, form, totals).ToList();
        return TypedResults.Ok(new Answer(ConsolidationView.Of(edition), document, changes.Count > 0, changes));
    }

    static async Task<Results<ContentHttpResult, NotFound>> Document(Guid id, ReportingDb db, Caller caller, CancellationToken ct) =>
        await Find(id, db, caller, ct) is { } edition ? TypedResults.Text(edition.Content, "application/json") : TypedResults.NotFound();

    static Task<ConsolidatedEdition?> Find(Guid id, ReportingDb db, Caller caller, CancellationToken ct) =>
        db
            .Consolidations.AsNoTracking()
            .Visible(caller, db, edition => edition.PeriodTo)
            .SingleOrDefaultAsync(edition => edition.Id == id, ct);

    static IEnumerable<Change> Changes(ConsolidateFigures.Document frozen, Form form, IReadOnlyDictionary<string, Total> now)
    {
        var counted = now.GetValueOrDefault(Contribution.Report)?.Reported ?? 0;
        if (counted != frozen.Coverage.Counted)
            yield return new(Contribution.Report, CellValue.Of(frozen.Coverage.Counted), CellValue.Of(counted));
        foreach (var (was, after) in frozen.Cells.Zip(ConsolidatedCell.Of(form, now)))
            if (was.Value != after.Value || was.AtLeast != after.AtLeast)
                yield return new(was.Code, was.Value, after.Value);
    }

    /// <summary>The editions of what is asked for.</summary>
    internal static IQueryable<ConsolidatedEdition> EditionsOf(this ReportingDb db, Asked asked) =>
        db
            .Consolidations.Where(edition => edition.Form == asked.Form.Code && edition.UnitId == asked.UnitId)
            .Where(edition => edition.Regime == asked.Period.Regime && edition.PeriodKind == asked.Period.Kind)
            .Where(edition => edition.PeriodYear == asked.Period.Year && edition.PeriodIndex == asked.Period.Index);
}
