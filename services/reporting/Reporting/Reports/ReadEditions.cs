using System.Text;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reports;

/// <summary>The approved editions of a report, and what each said.</summary>
public static class ReadEditions
{
    /// <param name="Edition">Counts from 1.</param>
    /// <param name="ContentHash">SHA-256 of the document at <c>/editions/{edition}/content</c>.</param>
    /// <param name="Reason">Why it took the place of the edition before; absent at the first.</param>
    public sealed record EditionView(
        int Edition,
        string ContentHash,
        string SubmittedBy,
        DateTimeOffset SubmittedAt,
        string ApprovedBy,
        DateTimeOffset ApprovedAt,
        string? Reason
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}/editions", Handle)
            .RequireScope("reporting.read")
            .WithSummary("The approved editions of a report, the first first")
            .WithDescription(
                "Các bản đã phê duyệt của báo cáo, kèm lý do đính chính. The edition that is worked on or sent is not among them."
            );
        group
            .MapGet("/{id:guid}/editions/{edition:int}/content", Content)
            .RequireScope("reporting.read")
            .WithSummary("An approved edition, byte for byte")
            .WithDescription("Nội dung của bản đã phê duyệt, nguyên từng byte. The SHA-256 of this answer is the edition's contentHash.")
            .Produces<FrozenContent.Document>();
    }

    static async Task<Results<Ok<IReadOnlyList<EditionView>>, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.FindKnownReport(caller, id, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<EditionView>>(
                await db
                    .ReportEditions.Where(e => e.ReportId == id)
                    .OrderBy(e => e.Edition)
                    .Select(e => new EditionView(
                        e.Edition,
                        e.ContentHash,
                        e.SubmittedBy,
                        e.SubmittedAt,
                        e.ApprovedBy,
                        e.ApprovedAt,
                        e.Reason
                    ))
                    .ToListAsync(ct)
            );

    static async Task<Results<ContentHttpResult, NotFound>> Content(
        Guid id,
        [Whole(1, 9999)] int edition,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.FindKnownReport(caller, id, ct) is not null && await db.ApprovedContent(id, edition, ct) is { } content
            ? TypedResults.Text(content, "application/json", Encoding.UTF8)
            : TypedResults.NotFound();

    /// <summary>What an edition of a report said, to the byte; null when there is no such edition.</summary>
    internal static Task<string?> ApprovedContent(this ReportingDb db, Guid report, int edition, CancellationToken ct) =>
        db.ReportEditions.Where(e => e.ReportId == report && e.Edition == edition).Select(e => e.Content).SingleOrDefaultAsync(ct);
}
