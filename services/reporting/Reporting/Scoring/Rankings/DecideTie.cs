using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Scoring.Assessments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Scoring.Rankings;

/// <summary>The authority decides in which order units stand that have the same points: the machine does not.</summary>
public static class DecideTie
{
    /// <param name="Scheme">Code of the scheme.</param>
    /// <param name="Year">The year that is scored.</param>
    /// <param name="UnitId">The authority.</param>
    /// <param name="Units">All units of a level that share their points, in their order.</param>
    /// <param name="Reason">Why in this order.</param>
    public sealed record Request(
        [Text(32)] string Scheme,
        [Whole(2000, 2100)] int Year,
        Guid UnitId,
        [Items(2, 1000)] IReadOnlyList<Guid> Units,
        [Text(2000)] string Reason
    );

    /// <param name="Units">The units in their order.</param>
    public sealed record Answer(
        Guid Id,
        Guid UnitId,
        string Scheme,
        int Year,
        string Level,
        decimal Total,
        IReadOnlyList<Guid> Units,
        string Reason,
        string DecidedBy,
        DateTimeOffset DecidedAt
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/ranking/ties", Handle)
            .RequireScope("reporting.approve")
            .RequireIdempotencyKey()
            .WithSummary("Decide the order of units with the same points")
            .WithDescription(
                "Thẩm quyền quyết định thứ tự các đơn vị bằng điểm, nêu lý do. It holds as long as these units, and no others, share these points; "
                    + "a later one for the same units takes its place."
            )
            .Produces(StatusCodes.Status404NotFound)
            .WithExample(
                new Request(
                    "CAN_THO_2579",
                    2026,
                    RootUnit.Id,
                    [new("01980b5c-7a00-7000-8000-000000000011"), new("01980b5c-7a00-7000-8000-000000000012")],
                    "Đơn vị thứ nhất có số cuộc đối thoại và tỷ lệ giải quyết kiến nghị cao hơn."
                )
            );

    static async Task<Results<Ok<Answer>, ProblemHttpResult>> Handle(
        Request request,
        ReportingDb db,
        RankingDesk desk,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (ranked, refused) = desk.Understand(request.Scheme, request.Year, request.UnitId, caller);
        if (ranked is null)
            return refused!.ToProblem();
        var levels = ranked.Units.ToDictionary(unit => unit.UnitId, unit => unit.Level);
        var peers = (await desk.Assessments(ranked, ct))
            .GroupBy(one => levels[one.UnitId])
            .SelectMany(level => RankedUnit.WithEqualPoints(RankingDesk.Decided(level)))
            .FirstOrDefault(one =>
                one.Count == request.Units.Count && one.Select(score => score.UnitId).ToHashSet().SetEquals(request.Units)
            );
        if (peers is null)
            return NoTie.ToProblem();
        var tie = new ScoreTie
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = ranked.UnitId,
            Scheme = ranked.Scheme.Code,
            Year = ranked.Year,
            Level = levels[peers[0].UnitId],
            Total = peers[0].Total,
            Units = [.. request.Units],
            Reason = request.Reason,
            DecidedBy = caller.Subject,
            DecidedAt = clock.GetUtcNow(),
        };
        db.ScoreTies.Add(tie);
        db.Announce(tie, new ScoreTieDecided(tie.Id, tie.UnitId, tie.Scheme, tie.Year, tie.Level, tie.Total, tie.Units, clock.Today()));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(
            new Answer(tie.Id, tie.UnitId, tie.Scheme, tie.Year, tie.Level, tie.Total, tie.Units, tie.Reason, tie.DecidedBy, tie.DecidedAt)
        );
    }

    static readonly Rejection NoTie = new(
        "reporting.no-such-tie",
        "Chỉ xếp thứ tự giữa tất cả các đơn vị cùng cấp đang bằng điểm nhau theo quyết định, mỗi đơn vị một lần.",
        "An order is given to all units of a level that share their decided points, each once.",
        Field: "units"
    );
}
