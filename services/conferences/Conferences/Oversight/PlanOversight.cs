using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Oversight;

/// <summary>Enters an inspection or survey that no conference announced.</summary>
public static class PlanOversight
{
    /// <summary>A plan of a unit.</summary>
    /// <param name="UnitId">The unit that plans it.</param>
    /// <param name="Plan">The plan. With an id of your own the same request again answers with what it made.</param>
    public sealed record Request(Guid UnitId, OversightEntry Plan);

    static readonly Request Example = new(
        RootUnit.Id,
        new OversightEntry(
            new Guid("019cfa1c-5000-7000-8000-000000000006"),
            OversightKind.KiemTra,
            2026,
            "Việc thực hiện Quy chế dân chủ ở cơ sở",
            [
                new OversightTarget("các sở, ngành", TargetQuantity.WholeClass, null),
                new OversightTarget("một số xã", TargetQuantity.Unspecified, null),
                new OversightTarget("5 phường", TargetQuantity.Counted, 5),
            ]
        )
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Lập kế hoạch kiểm tra, khảo sát / Plan an inspection or a survey")
            .WithExample(Example);

    static async Task<Results<Created<OversightView>, Ok<OversightView>, ProblemHttpResult>> Handle(
        Request request,
        ConferencesDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var digest = EntryDigest.Of(request);
        if (request.Plan.Id is { } asked && await db.OversightPlans.SingleOrDefaultAsync(x => x.Id == asked, ct) is { } entered)
            return entered.EntryDigest.AsSpan().SequenceEqual(digest)
                ? TypedResults.Ok(OversightView.Of(entered))
                : ConferenceRejections.AlreadyExists.ToProblem();
        if (request.Plan.Check("plan.") is { } refused)
            return refused.ToProblem();
        if (!caller.ActsFor(request.UnitId, clock.Today(), tree))
            return References.OutOfReach("unitId").ToProblem();
        var plan = OversightPlan.From(request.Plan, request.UnitId, conferenceId: null, digest);
        db.AddPlan(plan);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/oversight-plans/{plan.Id}", OversightView.Of(plan));
    }

    /// <summary>Adds a plan and tells of it.</summary>
    internal static void AddPlan(this ConferencesDb db, OversightPlan plan)
    {
        db.Add(plan);
        db.Announce(
            plan,
            new OversightPlanned(plan.Id, plan.UnitId, plan.ConferenceId, EnumNames.Of(plan.Kind), plan.Year, plan.TargetCount)
        );
    }
}
