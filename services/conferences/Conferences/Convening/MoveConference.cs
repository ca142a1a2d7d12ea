using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Tasks;

namespace DanVan.Conferences.Convening;

/// <summary>Takes a conference to the next state of its life cycle.</summary>
public static class MoveConference
{
    /// <summary>A step.</summary>
    /// <param name="State">The next state. CONCLUSION_ISSUED is reached by the notice of conclusions only.</param>
    /// <param name="Reason">Why; needed for POSTPONED and CANCELLED.</param>
    /// <param name="NewDate">The new day; with POSTPONED, or with PLANNED after it.</param>
    public sealed record Request(ConferenceState State, [Text(1000)] string? Reason, DateOnly? NewDate);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/state", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary(
                "Chuyển trạng thái hội nghị: mời, xác nhận, khai mạc, bế mạc, lưu trữ, hoãn, hủy / Take a conference to the next state: invite, confirm, open, close, archive, postpone, cancel"
            )
            .WithExample(new Request(ConferenceState.Postponed, "Do ảnh hưởng của bão", new DateOnly(2026, 12, 20)));

    static async Task<Results<Ok<ConferenceView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ConferencesDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Conferences.Visible(caller, db).Whole().SingleOrDefaultAsync(x => x.Id == id, ct) is not { } conference)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(conference.Version) is { } stale)
            return stale;
        var openTasks = await db.Tasks.CountAsync(
            x => x.ConferenceId == id && x.State != TaskState.ConfirmedDone && x.State != TaskState.Cancelled,
            ct
        );
        if (conference.MoveTo(request.State, request.Reason, request.NewDate, openTasks, clock.Today()) is { } refused)
            return refused.ToProblem();
        db.Announce(conference, EventOf(conference));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await db.View(conference, ct));
    }

    static object EventOf(Conference conference) =>
        conference.State switch
        {
            ConferenceState.Closed => conference.Held(),
            ConferenceState.Postponed => new ConferencePostponed(conference.Id, conference.UnitId, conference.HeldOn),
            ConferenceState.Cancelled => new ConferenceCancelled(conference.Id, conference.UnitId),
            var state => new ConferenceStateChanged(conference.Id, conference.UnitId, EnumNames.Of(state)),
        };
}
