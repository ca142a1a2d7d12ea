using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.QuickReports;

/// <summary>Adds to a quick report how it goes on, or what a unit above wants done. What was added is never changed.</summary>
public static class AddToQuickReport
{
    /// <param name="Text">What is added, without who.</param>
    public sealed record Request([Text(10_000)] string Text);

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapPost("/{id:guid}/follow-ups", FollowUp)
            .RequireScope("reporting.write")
            .RequireIdempotencyKey()
            .WithSummary("Add how it goes on to a quick report")
            .WithDescription("Bổ sung diễn biến tiếp theo. Whoever has the report adds to it; what was added is never changed.")
            .WithExample(new Request("14 giờ 30: đối thoại xong, các hộ ra về; thống nhất khảo sát vị trí mới trong tuần."));
        group
            .MapPost("/{id:guid}/instructions", Instruct)
            .RequireScope("reporting.write")
            .RequireIdempotencyKey()
            .WithSummary("Add what a unit above wants done to a quick report")
            .WithDescription("Chỉ đạo của đơn vị cấp trên đã nhận báo cáo. What was added is never changed.")
            .WithExample(new Request("Giữ liên lạc với các hộ, báo cáo kết quả đối thoại trước 17 giờ."));
    }

    static Task<Results<Ok<QuickReportView>, NotFound, ProblemHttpResult>> FollowUp(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) => Add(QuickEntryKind.FollowUp, id, request, ifMatch, db, caller, clock, ct);

    static Task<Results<Ok<QuickReportView>, NotFound, ProblemHttpResult>> Instruct(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) => Add(QuickEntryKind.Instruction, id, request, ifMatch, db, caller, clock, ct);

    static Task<Results<Ok<QuickReportView>, NotFound, ProblemHttpResult>> Add(
        QuickEntryKind kind,
        Guid id,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            report =>
            {
                var (unit, now) = (caller.UnitId!.Value, clock.GetUtcNow());
                var refused = RefusedText.Among(("text", request.Text)) ?? report.Add(kind, request.Text, unit, caller.Subject, now);
                if (refused is null)
                    db.Announce(report, new QuickReportAddedTo(report.Id, report.UnitId, unit, EnumNames.Of(kind), now));
                return refused;
            },
            ct
        );
}
