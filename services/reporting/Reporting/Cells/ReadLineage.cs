using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Facts;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Cells;

/// <summary>The events behind a cell.</summary>
public static class ReadLineage
{
    /// <param name="EventId">The event.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="Source">Whose journal it stands in.</param>
    /// <param name="Sequence">Its number there.</param>
    /// <param name="Subject">What it is about; the record itself is read from its own service.</param>
    /// <param name="UnitId">The unit it counts for.</param>
    /// <param name="FirstDay">The business day, or the first it can have been.</param>
    /// <param name="LastDay">The business day, or the last it can have been.</param>
    /// <param name="Late">Whether it came after the report had been submitted, and so is not in the frozen value.</param>
    public sealed record LineageEntry(
        Guid EventId,
        string Type,
        string Source,
        long Sequence,
        string Subject,
        Guid UnitId,
        DateOnly FirstDay,
        DateOnly LastDay,
        bool Late
    )
    {
        internal static LineageEntry Of(Fact fact, IReadOnlyDictionary<string, long>? frozen) =>
            new(
                fact.EventId,
                fact.Type,
                fact.Source,
                fact.Sequence,
                fact.Subject,
                fact.UnitId,
                fact.FirstDay,
                fact.LastDay,
                frozen is not null && fact.Sequence > frozen.GetValueOrDefault(fact.Source)
            );
    }

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/cells/{code}/lineage", Handle)
            .RequireScope("reporting.read")
            .WithSummary("The events that a cell counts")
            .WithDescription(
                "Các sự kiện đứng sau một ô, theo thời gian; ô tỷ lệ có sự kiện của cả hai phần, ô nhập tay không có sự kiện nào. "
                    + "An event that came after submission is marked late."
            )
            .WithResponseExample(Example);

    static readonly Page<LineageEntry> Example = new(
        [
            new(
                new("01980b5c-7a00-7000-8000-000000000002"),
                "vn.danvan.petitions.petition-received.v1",
                "/danvan/petitions",
                20_398,
                "petition/01980b5c-79f0-7000-8000-000000000003",
                new("01980b5c-0000-7000-8000-000000000004"),
                new(2026, 3, 31),
                new(2026, 3, 31),
                false
            ),
        ],
        null
    );

    static async Task<Results<Ok<Page<LineageEntry>>, NotFound>> Handle(
        Guid id,
        string code,
        [AsParameters] PageRequest page,
        ReportingDb db,
        FormCatalogue forms,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        var form = forms.Version(report.Form, report.FormVersion);
        if (form.Find(code) is not { } indicator)
            return TypedResults.NotFound();
        var frozen = report.Content is { } content ? FrozenContent.Read(content).Watermarks : null;
        var facts = db.FactsBehind(report, form, indicator);
        return TypedResults.Ok(await facts.ToPage(page, fact => fact.EventId, fact => LineageEntry.Of(fact, frozen), ct));
    }
}
