using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Documents;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Documents;

/// <summary>Issues a report that was sent as a document (ban hành văn bản): with the next number of the body, a day and who signs.</summary>
public static class IssuePaper
{
    /// <param name="Capacity">TM, KT, TL or TUQ; left out when the head signs by their own right.</param>
    /// <param name="OnBehalfOf">With a capacity: the body or the head (KT. CHỦ TỊCH).</param>
    /// <param name="SignerPosition">The position of who signs.</param>
    /// <param name="SignerName">The name of who signs.</param>
    public sealed record Request(
        SigningCapacity? Capacity,
        [Text(200)] string? OnBehalfOf,
        [Text(200)] string SignerPosition,
        [Text(200)] string SignerName
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/issues", Handle)
            .RequireScope("reporting.approve")
            .RequireIdempotencyKey()
            .WithSummary("Issue a report that was sent as a document, with the next number of its body")
            .WithDescription(
                "Ban hành báo cáo đã gửi thành văn bản: cấp số, ghi ngày và người ký; tệp PDF và DOCX được giữ nguyên từng byte. Numbers of state bodies run within a calendar year "
                    + "(NĐ 30/2020 Đ15), those of party bodies by type within a term; they have neither gaps nor repeats. Of a content there is one document; a correction has its own, "
                    + "with its own number."
            )
            .WithExample(new Request(SigningCapacity.KT, "Chủ tịch", "Phó Chủ tịch", "Trần Văn Mẫu"));

    static async Task<Results<Created<IssuedPaperView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        ReportingDb db,
        PaperBook papers,
        Caller caller,
        CancellationToken ct
    )
    {
        if (request.Capacity is null != request.OnBehalfOf is null)
            return RefusedPaper.CapacityHalfTold.ToProblem();
        // Of two at once the second waits, and finds the document of the first. The transaction is that of the Idempotency-Key.
        await db.Database.ExecuteSqlAsync($"select from reports where id = {id} for update", ct);
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        if (report.Content is null)
            return RefusedPaper.NotSent.ToProblem();
        var signature = new Signature(request.Capacity, request.OnBehalfOf, request.SignerPosition, request.SignerName);
        var (paper, refused) = await papers.Issue(report, signature, caller, ct);
        if (paper is null)
            return refused!.ToProblem();
        db.IssuedPapers.Add(paper);
        db.Announce(report, Issued(report, paper));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/reports/{id}/issues/{paper.N}/document?format=pdf", IssuedPaperView.Of(paper));
    }

    static ReportIssued Issued(Report report, IssuedPaper paper) =>
        new(
            report.Id,
            report.UnitId,
            report.Form,
            report.Regime,
            EnumNames.Of(report.PeriodKind),
            report.PeriodYear,
            report.PeriodIndex,
            paper.Edition,
            paper.N,
            paper.UnitId,
            paper.Number,
            paper.IssuedOn,
            paper.ContentHash,
            paper.PdfSha256
        );
}
