using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Locks;

/// <summary>Takes back the leave to work on a report of a period that has locked.</summary>
public static class RevokeException
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/exceptions/{id:guid}/revocation", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Revoke an exception from the lock of a period")
            .WithDescription("Thu hồi việc cho phép báo cáo cho kỳ đã khóa. What was sent under it stays sent.");

    static async Task<Results<Ok<LockExceptionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        ReportingDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.ExceptionsFor(caller).SingleOrDefaultAsync(exception => exception.Id == id, ct) is not { } exception)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(exception.Version) is { } changed)
            return changed;
        if (exception.Revoke(caller.Subject, clock.GetUtcNow()) is { } refused)
            return refused.ToProblem();
        db.Announce(exception, Revoked(exception, clock.Today()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(LockExceptionView.Of(exception));
    }

    static LockExceptionRevoked Revoked(LockException exception, DateOnly today) =>
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
