using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Locks;

/// <summary>Lets a unit work on its report for a period although that has locked, up to a day.</summary>
public static class GrantException
{
    /// <param name="Form">Code of the form.</param>
    /// <param name="Period">The period; its days are given only where the law does not fix them.</param>
    /// <param name="UnitId">The reporting unit.</param>
    /// <param name="Until">The last day on which it holds.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request([Text(64)] string Form, PeriodRequest Period, Guid UnitId, DateOnly Until, [Text(2000)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/exceptions", Handle)
            .RequireScope("reporting.approve")
            .RequireIdempotencyKey()
            .WithSummary("Let a unit report for a period that has locked")
            .WithDescription(
                "Cho phép một đơn vị mở, sửa, gửi báo cáo của kỳ đã khóa, đến hết một ngày. It may be granted before the period locks, and be revoked."
            )
            .Produces(StatusCodes.Status404NotFound)
            .WithExample(
                new Request(
                    "DANVAN",
                    new("STATE_ND09", PeriodKind.HalfYear, 2026, 1),
                    RootUnit.Id,
                    new DateOnly(2099, 6, 30),
                    "Địa bàn bị bão lũ chia cắt trong thời gian gửi báo cáo."
                )
            );

    static async Task<Results<Created<LockExceptionView>, ProblemHttpResult>> Handle(
        Request request,
        ReportingDb db,
        Caller caller,
        ReportRules rules,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (named, refused) = await rules.Understand(new(request.Form, request.UnitId, request.Period), caller, ct);
        if (named is not var (period, _, unit, _))
            return refused!.ToProblem();
        if (request.Until < clock.Today())
            return IsOver.ToProblem();
        var exception = new LockException
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = unit.UnitId,
            Form = request.Form,
            Regime = period.Regime,
            PeriodKind = period.Kind,
            PeriodYear = period.Year,
            PeriodIndex = period.Index,
            PeriodFrom = period.From,
            PeriodTo = period.To,
            Until = request.Until,
            Reason = request.Reason,
            GrantedBy = caller.Subject,
            GrantedAt = clock.GetUtcNow(),
        };
        db.LockExceptions.Add(exception);
        db.Announce(exception, Granted(exception, clock.Today()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/duties/exceptions/{exception.Id}", LockExceptionView.Of(exception));
    }

    static readonly Rejection IsOver = new(
        "reporting.exception-is-over",
        "Ngày cuối được phép phải từ hôm nay trở đi.",
        "The last day of an exception is today or later.",
        StatusCodes.Status400BadRequest,
        "until"
    );

    static LockExceptionGranted Granted(LockException exception, DateOnly today) =>
        new(
            exception.Id,
            exception.UnitId,
            exception.Form,
            exception.Regime,
            EnumNames.Of(exception.PeriodKind),
            exception.PeriodYear,
            exception.PeriodIndex,
            exception.Until,
            today
        );
}
