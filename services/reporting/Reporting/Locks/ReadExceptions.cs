using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Locks;

/// <summary>Who may work on a report of a period although that has locked, and who could.</summary>
public static class ReadExceptions
{
    /// <param name="Form">On this form only.</param>
    /// <param name="Regime">Under this regime only.</param>
    /// <param name="Kind">For periods of this kind only.</param>
    /// <param name="Year">For periods named after this year only.</param>
    /// <param name="Index">For this period of its kind only.</param>
    public sealed record Filter(
        [FromQuery] string? Form = null,
        [FromQuery] string? Regime = null,
        [FromQuery] PeriodKind? Kind = null,
        [FromQuery] int? Year = null,
        [FromQuery] int? Index = null
    );

    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/exceptions", List)
            .RequireScope("reporting.read")
            .WithSummary("Exceptions from the lock of periods, oldest first")
            .WithDescription(
                "Các đơn vị được phép báo cáo cho kỳ đã khóa, trong phạm vi của người gọi. Those that were revoked, and those that are over, are told as well."
            );
        group
            .MapGet("/exceptions/{id:guid}", Handle)
            .RequireScope("reporting.read")
            .WithSummary("An exception from the lock of a period")
            .WithDescription("Một việc cho phép báo cáo cho kỳ đã khóa.");
    }

    /// <summary>Of units of the caller's subtree today, or as it stood at the end of the period.</summary>
    public static IQueryable<LockException> ExceptionsFor(this ReportingDb db, Caller caller) =>
        db.LockExceptions.Visible(caller, db, exception => exception.PeriodTo);

    static async Task<Ok<Page<LockExceptionView>>> List(
        [AsParameters] Filter filter,
        [AsParameters] PageRequest page,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var exceptions = db.ExceptionsFor(caller);
        if (filter.Form is { } form)
            exceptions = exceptions.Where(exception => exception.Form == form);
        if (filter.Regime is { } regime)
            exceptions = exceptions.Where(exception => exception.Regime == regime);
        if (filter.Kind is { } kind)
            exceptions = exceptions.Where(exception => exception.PeriodKind == kind);
        if (filter.Year is { } year)
            exceptions = exceptions.Where(exception => exception.PeriodYear == year);
        if (filter.Index is { } index)
            exceptions = exceptions.Where(exception => exception.PeriodIndex == index);
        return TypedResults.Ok(await exceptions.ToPage(page, exception => exception.Id, LockExceptionView.Of, ct));
    }

    static async Task<Results<Ok<LockExceptionView>, NotFound>> Handle(Guid id, ReportingDb db, Caller caller, CancellationToken ct) =>
        await db.ExceptionsFor(caller).AsNoTracking().SingleOrDefaultAsync(exception => exception.Id == id, ct) is { } exception
            ? TypedResults.Ok(LockExceptionView.Of(exception))
            : TypedResults.NotFound();
}
