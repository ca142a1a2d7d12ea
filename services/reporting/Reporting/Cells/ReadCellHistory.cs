using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Cells;

/// <summary>What people entered into a cell, from the first entry on.</summary>
public static class ReadCellHistory
{
    public sealed record EntryView(EntryKind Kind, CellValue Value, string? Reason, string EnteredBy, DateTimeOffset EnteredAt);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/cells/{code}/entries", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Everything that was entered into a cell")
            .WithDescription("Lịch sử nhập của một ô: ai, khi nào, giá trị nào, vì sao. Entries are never changed; the newest stands.");

    static async Task<Results<Ok<Page<EntryView>>, NotFound>> Handle(
        Guid id,
        string code,
        [AsParameters] PageRequest page,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is null)
            return TypedResults.NotFound();
        var entries = db.CellEntries.Where(entry => entry.ReportId == id && entry.Cell == code);
        return TypedResults.Ok(await entries.ToPage(page, entry => entry.Id, View, ct));
    }

    static EntryView View(CellEntry entry) => new(entry.Kind, entry.Value, entry.Reason, entry.EnteredBy, entry.EnteredAt);
}
