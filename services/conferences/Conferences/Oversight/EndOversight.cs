using DanVan.Conferences.Contracts.V1;

namespace DanVan.Conferences.Oversight;

/// <summary>Records that an inspection or survey was carried out, with its result, or that it was dropped.</summary>
public static class EndOversight
{
    /// <summary>The end of a plan.</summary>
    /// <param name="State">CARRIED_OUT or DROPPED.</param>
    /// <param name="EndedOn">The day.</param>
    /// <param name="Result">What came out of it, or why it was dropped.</param>
    public sealed record Request(OversightState State, DateOnly EndedOn, [Text(4000)] string Result);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/end", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary(
                "Ghi kết quả kiểm tra, khảo sát, hoặc việc thôi thực hiện / Record that an inspection or survey was carried out or dropped"
            )
            .WithExample(new Request(OversightState.CarriedOut, new DateOnly(2026, 8, 1), "Đã kiểm tra 5 phường; 3 kiến nghị"));

    static async Task<Results<Ok<OversightView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ConferencesDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.OversightPlans.Visible(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } plan)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(plan.Version) is { } stale)
            return stale;
        if (plan.End(request.State, request.EndedOn, request.Result, clock.Today()) is { } refused)
            return refused.ToProblem();
        if (plan.State is OversightState.CarriedOut)
            db.Announce(plan, new OversightCarriedOut(plan.Id, plan.UnitId, EnumNames.Of(plan.Kind), request.EndedOn));
        else
            db.Announce(plan, new OversightDropped(plan.Id, plan.UnitId, EnumNames.Of(plan.Kind)));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(OversightView.Of(plan));
    }
}
