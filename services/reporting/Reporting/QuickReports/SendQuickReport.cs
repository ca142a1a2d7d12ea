using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.QuickReports;

/// <summary>Sends a quick report on the people's situation to the unit above.</summary>
public static class SendQuickReport
{
    /// <param name="Subject">What it is about, in a line.</param>
    /// <param name="Field">Code of the field, of the catalogue.</param>
    /// <param name="Urgency">Code of the urgency, likewise.</param>
    /// <param name="PlaceUnitId">The unit where it is: the sender, or one below it.</param>
    /// <param name="SituationAt">The moment of the situation.</param>
    /// <param name="WhatHappened">What happened, without who.</param>
    /// <param name="Forecast">How it may go on.</param>
    /// <param name="Proposal">What the unit proposes.</param>
    /// <param name="MeasuresTaken">What it has done.</param>
    /// <param name="UnitId">The sending unit; the caller's own unless told, or one below it that has called.</param>
    public sealed record Request(
        [Text(300)] string Subject,
        [Text(32)] string Field,
        [Text(32)] string Urgency,
        Guid PlaceUnitId,
        DateTimeOffset SituationAt,
        [Text(10_000)] string WhatHappened,
        [Text(4000)] string? Forecast = null,
        [Text(4000)] string? Proposal = null,
        [Text(4000)] string? MeasuresTaken = null,
        Guid? UnitId = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("", Handle)
            .RequireScope("reporting.write")
            .RequireIdempotencyKey()
            .WithSummary("Send a quick report on the people's situation")
            .WithDescription(
                "Gửi báo cáo nhanh tình hình Nhân dân, dư luận xã hội lên đơn vị cấp trên trực tiếp; quá thời hạn mà chưa ai tiếp nhận thì chuyển lên một cấp nữa. "
                    + "What identifies a person or stands under a mark of secrecy is refused."
            )
            .Produces(StatusCodes.Status404NotFound)
            .WithExample(
                new Request(
                    "Người dân tập trung phản đối điểm tập kết rác",
                    "HOT_SPOT",
                    "URGENT",
                    RootUnit.Id,
                    new DateTimeOffset(2026, 7, 20, 8, 30, 0, TimeSpan.FromHours(7)),
                    "Khoảng 40 hộ ở hai thôn tập trung trước trụ sở từ 7 giờ, yêu cầu di dời điểm tập kết rác. Không có va chạm.",
                    "Có thể kéo dài sang chiều nếu chưa có đối thoại.",
                    "Đề nghị cấp trên cho chủ trương về vị trí thay thế.",
                    "Lãnh đạo đã gặp đại diện các hộ, hẹn đối thoại 14 giờ.",
                    RootUnit.Id
                )
            );

    static async Task<Results<Created<QuickReportView>, ProblemHttpResult>> Handle(
        Request request,
        ReportingDb db,
        QuickReportCatalogue catalogue,
        UnitTree tree,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        if (
            (request.UnitId ?? caller.UnitId) is not { } sender
            || tree.Find(sender, today) is not { } unit
            || !caller.Sees(sender, today, tree)
        )
            return OpenReport.UnknownUnit.ToProblem();
        if (!tree.IsWithin(request.PlaceUnitId, sender, today))
            return RefusedQuickReport.UnknownPlace.ToProblem();
        var refused =
            catalogue.Refuses(request.Field, request.Urgency)
            ?? (request.SituationAt > now || request.SituationAt.Year < 2000 ? RefusedQuickReport.NoSuchMoment : null)
            ?? RefusedText.Among(
                ("subject", request.Subject),
                ("whatHappened", request.WhatHappened),
                ("forecast", request.Forecast),
                ("proposal", request.Proposal),
                ("measuresTaken", request.MeasuresTaken)
            );
        if (refused is not null)
            return refused.ToProblem();
        var report = new QuickReport
        {
            Id = Guid.CreateVersion7(now),
            UnitId = sender,
            Subject = request.Subject,
            Field = request.Field,
            Urgency = request.Urgency,
            PlaceUnitId = request.PlaceUnitId,
            SituationAt = request.SituationAt.ToUniversalTime(),
            SituationOn = request.SituationAt.BusinessDate(),
            WhatHappened = request.WhatHappened,
            Forecast = request.Forecast,
            Proposal = request.Proposal,
            MeasuresTaken = request.MeasuresTaken,
            SentBy = caller.Subject,
            SentAt = now,
        };
        db.QuickReports.Add(report);
        db.Announce(report, report.Send(unit.ParentId, catalogue.AcknowledgeWithin(report.Urgency)));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/quick-reports/{report.Id}", QuickReportView.Of(report));
    }
}
