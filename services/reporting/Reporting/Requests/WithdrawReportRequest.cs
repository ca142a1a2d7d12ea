using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Requests;

/// <summary>Takes a request back: it asks for nothing any more, and what was sent stays.</summary>
public static class WithdrawReportRequest
{
    /// <param name="Reason">Why.</param>
    public sealed record Request([Text(2000)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/withdrawal", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Withdraw a request for a report")
            .WithDescription(
                "Rút yêu cầu báo cáo: không đơn vị nào còn phải báo cáo, bị nhắc, hay mở, sửa, gửi báo cáo theo yêu cầu đó. What was sent stays, and is approved, corrected and read as before."
            )
            .WithExample(new Request("Nội dung đã được đưa vào báo cáo năm."));

    static async Task<Results<Ok<ReportRequestView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.RequestsFor(caller).SingleOrDefaultAsync(one => one.Id == id, ct) is not { } asked)
            return TypedResults.NotFound();
        if (!await db.RequestsMadeBelow(caller).AnyAsync(one => one.Id == id, ct))
            return RefusedRequest.NotByUnit.ToProblem();
        if (ifMatch.Refuses(asked.Version) is { } changed)
            return changed;
        if (
            (RefusedText.Among(("reason", request.Reason)) ?? asked.Withdraw(request.Reason, caller.Subject, clock.GetUtcNow())) is
            { } refused
        )
            return refused.ToProblem();
        db.Announce(asked, asked.Taken(clock.Today()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(ReportRequestView.Of(asked));
    }
}
