using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Reorganisations;

/// <summary>
/// A person decides which unit takes the place of one that has ended, as organiser of a conference still to come and as the unit that delegates come from.
/// </summary>
public static class ReorganiseConference
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/unit", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary(
                "Quyết định đơn vị thay đơn vị đã kết thúc trong hội nghị chưa họp / Decide who takes the place of a unit that has ended, in a conference still to come"
            )
            .WithDescription(
                "Thay cả với tư cách đơn vị tổ chức và đơn vị cử đại biểu. / As organiser and as the unit that delegates come from; "
                    + "`GET /api/v1/conferences?ofEndedUnits=true` lists those that wait for a decision."
            )
            .WithExample(Replacement.Example);

    static async Task<Results<Ok<ConferenceView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Replacement request,
        IfMatch ifMatch,
        ConferencesDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Conferences.Visible(caller, db).Whole().SingleOrDefaultAsync(x => x.Id == id, ct) is not { } conference)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(conference.Version) is { } stale)
            return stale;
        if (!conference.IsStillToCome)
            return ConferenceRejections.NotToCome.ToProblem();
        var today = clock.Today();
        if (request.Refuses(conference.Concerns, tree, caller, today) is { } refused)
            return refused.ToProblem();
        db.Announce(conference, conference.Move(request.FromUnitId, request.ToUnitId, today));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await db.View(conference, ct));
    }
}
