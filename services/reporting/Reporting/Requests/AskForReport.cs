using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Requests;

/// <summary>Asks units below for a report, by a day.</summary>
public static class AskForReport
{
    /// <param name="Form">Code of the form, such as DANVAN; the version in force on the last day is taken.</param>
    /// <param name="Title">What it is about, in a line.</param>
    /// <param name="From">First day that is reported on.</param>
    /// <param name="To">Last day; the units that stand on it are asked.</param>
    /// <param name="SendBy">The day by which it is sent: today or later, and not before the last day.</param>
    /// <param name="Kinds">Kinds of the units that are asked, as the directory names them.</param>
    /// <param name="Units">Only these, and those below them; all below the unit that asks unless told.</param>
    /// <param name="Basis">Number and symbol of the paper that asks for it.</param>
    /// <param name="LocksAfterDays">So many days after the day by which it is sent the period locks; never unless told.</param>
    /// <param name="UnitId">The unit that asks; the caller's own unless told, or one below it that has called.</param>
    public sealed record Request(
        [Text(64)] string Form,
        RequestPurpose Purpose,
        [Text(300)] string Title,
        DateOnly From,
        DateOnly To,
        DateOnly SendBy,
        [Items(1, 30)] IReadOnlyList<string> Kinds,
        [Items(0, 200)] IReadOnlyList<Guid>? Units = null,
        [Text(200)] string? Basis = null,
        [Whole(0, 3660)] int? LocksAfterDays = null,
        Guid? UnitId = null
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("", Handle)
            .RequireScope("reporting.approve")
            .RequireIdempotencyKey()
            .WithSummary("Ask units below for a thematic or sudden report")
            .WithDescription(
                "Yêu cầu đơn vị cấp dưới báo cáo chuyên đề hoặc đột xuất theo biểu mẫu, có hạn gửi. The service gives the period its number, from 1000 in a year; "
                    + "from then on it is a duty as any other: expected, on time or late, reminded of, added up with its coverage."
            )
            .Produces(StatusCodes.Status404NotFound)
            .WithExample(
                new Request(
                    "DANVAN",
                    RequestPurpose.Thematic,
                    "Công tác dân vận tham gia giải phóng mặt bằng các dự án trọng điểm",
                    new DateOnly(2026, 1, 1),
                    new DateOnly(2026, 9, 30),
                    new DateOnly(2099, 6, 30),
                    ["MASS_MOBILIZATION_BOARD"],
                    Basis: "Công văn số 215-CV/BDVTW",
                    LocksAfterDays: 15,
                    UnitId: RootUnit.Id
                )
            );

    static async Task<Results<Created<ReportRequestView>, ProblemHttpResult>> Handle(
        Request request,
        ReportingDb db,
        Caller caller,
        UnitTree tree,
        RegimeCatalogue regimes,
        FormCatalogue forms,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (now, today) = (clock.GetUtcNow(), clock.Today());
        if ((request.UnitId ?? caller.UnitId) is not { } unit || tree.Find(unit, today) is null || !caller.Sees(unit, today, tree))
            return OpenReport.UnknownUnit.ToProblem();
        if (RefusesWhatAndWhen(request, regimes, forms, today) is { } refused)
            return refused.ToProblem();
        var asked = new ReportRequest
        {
            Id = Guid.CreateVersion7(now),
            UnitId = unit,
            Form = request.Form,
            Purpose = request.Purpose,
            Title = request.Title,
            Basis = request.Basis,
            Kinds = [.. request.Kinds],
            Units = [.. request.Units ?? []],
            PeriodYear = request.To.Year,
            PeriodFrom = request.From,
            PeriodTo = request.To,
            SendBy = request.SendBy,
            LocksAfterDays = request.LocksAfterDays,
            AskedBy = caller.Subject,
            AskedAt = now,
        };
        if (RefusesWhom(asked, tree) is { } nobody)
            return nobody.ToProblem();
        asked.PeriodIndex = await NextIndex(asked.PeriodYear, db, ct);
        db.ReportRequests.Add(asked);
        db.Announce(asked, asked.Requested(today));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/report-requests/{asked.Id}", ReportRequestView.Of(asked));
    }

    static Rejection? RefusesWhatAndWhen(Request request, RegimeCatalogue regimes, FormCatalogue forms, DateOnly today)
    {
        if (request.To.Year is < 2000 or > 2100)
            return RefusedRequest.NoSuchYear;
        var named = new PeriodRequest(ReportRequest.Regime, PeriodKind.AdHoc, request.To.Year, From: request.From, To: request.To);
        if (regimes.Find(named, out var refused) is not { } period)
            return refused! with { Field = "to" };
        if (forms.InForce(request.Form, period, out refused) is null)
            return refused! with { Field = "form" };
        if (request.SendBy < today || request.SendBy < request.To || request.SendBy.Year > 2100)
            return RefusedRequest.SentTooSoon;
        return RefusedText.Among(("title", request.Title));
    }

    static Rejection? RefusesWhom(ReportRequest asked, UnitTree tree)
    {
        for (var i = 0; i < asked.Units.Length; i++)
            if (!tree.IsWithin(asked.Units[i], asked.UnitId, asked.PeriodTo))
                return RefusedRequest.UnknownUnit(i);
        var kinds = asked.Asked(tree).Select(unit => unit.Kind).ToHashSet();
        var nobody = Array.FindIndex(asked.Kinds, kind => !kinds.Contains(kind));
        return nobody < 0 ? null : RefusedRequest.NobodyOf(nobody);
    }

    // In the transaction of the Idempotency-Key: of two at once the second waits until the first is kept, or is not.
    static async Task<int> NextIndex(int year, ReportingDb db, CancellationToken ct)
    {
        var drawn = await db
            .Database.SqlQuery<int>(
                $"""
                insert into report_request_numbers as known values ({year}, {ReportRequest.FirstIndex})
                on conflict (period_year) do update set last = known.last + 1
                returning last as "Value"
                """
            )
            .ToListAsync(ct);
        return drawn[0];
    }
}
