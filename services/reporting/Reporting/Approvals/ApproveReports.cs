using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Approvals;

/// <summary>Approves many reports, each for itself: what cannot be approved is told and holds up no other.</summary>
public static class ApproveReports
{
    const int Most = 200;

    /// <param name="Reports">Which, in any order.</param>
    public sealed record Request([Items(1, Most)] IReadOnlyList<OfReport> Reports);

    /// <param name="Id">The report.</param>
    /// <param name="Version">Its version as it was read.</param>
    public sealed record OfReport(Guid Id, [Whole(1, int.MaxValue)] int Version);

    /// <param name="Approved">How many were approved, for good or for the level of the caller.</param>
    /// <param name="Results">What became of each, in the order of the request.</param>
    public sealed record Answer(int Approved, IReadOnlyList<Result> Results);

    /// <param name="Id">The report.</param>
    /// <param name="Outcome">What became of it.</param>
    /// <param name="Version">Its version now; absent of one that is not there.</param>
    /// <param name="Code">Why it was refused; for REFUSED.</param>
    /// <param name="Detail">The same for people.</param>
    public sealed record Result(Guid Id, ApprovalOutcome Outcome, int? Version = null, string? Code = null, string? Detail = null);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/approvals", Handle)
            .RequireScope("reporting.approve")
            .RequireIdempotencyKey()
            .WithSummary("Approve many reports at once")
            .WithDescription(
                $"Phê duyệt nhiều báo cáo, tối đa {Most}; kết quả cho từng báo cáo, báo cáo không phê duyệt được không ảnh hưởng báo cáo khác. Each names the version that was read."
            )
            .WithExample(new Request([new(RootUnit.Id, 2)]));

    static async Task<Ok<Answer>> Handle(Request request, ReportingDb db, ApproveLevel approve, Caller caller, CancellationToken ct)
    {
        Guid[] wanted = [.. request.Reports.Select(one => one.Id).Distinct()];
        Guid[] visible = await db.ReadableReports(caller)
            .Where(report => wanted.Contains(report.Id))
            .Select(report => report.Id)
            .ToArrayAsync(ct);
        // In one order, so that two who approve never wait for each other. The transaction is that of the Idempotency-Key.
        await db.Database.ExecuteSqlAsync($"select from reports where id = any ({visible}) order by id for update", ct);
        var reports = await db.Reports.Where(report => visible.Contains(report.Id)).ToDictionaryAsync(report => report.Id, ct);
        var results = new List<Result>();
        foreach (var one in request.Reports)
            results.Add(await Approve(one, reports.GetValueOrDefault(one.Id), db, approve, caller, ct));
        return TypedResults.Ok(new Answer(results.Count(result => result.Outcome < ApprovalOutcome.VersionChanged), results));
    }

    static async Task<Result> Approve(
        OfReport one,
        Report? report,
        ReportingDb db,
        ApproveLevel approve,
        Caller caller,
        CancellationToken ct
    )
    {
        if (report is null)
            return new(one.Id, ApprovalOutcome.NotFound);
        if (report.Version != one.Version)
            return new(one.Id, ApprovalOutcome.VersionChanged, report.Version);
        if (await approve.Take(report, caller, ct) is { } refused)
            return new(one.Id, ApprovalOutcome.Refused, report.Version, refused.Code, Phrases.Of(refused.Vi, refused.En));
        await db.SaveChangesAsync(ct);
        var outcome = report.State is ReportState.Approved ? ApprovalOutcome.Approved : ApprovalOutcome.LevelApproved;
        return new(one.Id, outcome, report.Version);
    }
}

/// <summary>What became of an approval.</summary>
public enum ApprovalOutcome
{
    /// <summary>The report is approved for good.</summary>
    Approved,

    /// <summary>The level of the caller has approved it; it awaits the next.</summary>
    LevelApproved,

    /// <summary>It has changed since it was read.</summary>
    VersionChanged,

    /// <summary>A rule forbids it.</summary>
    Refused,

    /// <summary>There is no such report, or the caller may not know of it.</summary>
    NotFound,
}
