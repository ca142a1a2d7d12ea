using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Reorganisations;

namespace DanVan.Conferences.Convening;

/// <summary>Lists and searches conferences.</summary>
public static class ListConferences
{
    /// <summary>A conference in a list.</summary>
    public sealed record Line(
        Guid Id,
        int Version,
        Guid OrganiserUnitId,
        ConferenceKind Kind,
        ConferenceMode Mode,
        string Title,
        EventDate? Date,
        ConferenceState State,
        int? DeclaredKeyTasks,
        int EnteredKeyTasks,
        ListStatus ListStatus
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Danh sách hội nghị theo năm, loại, hình thức, đơn vị, người dự, chủ đề hoặc từ ngữ / List conferences, by year, kind, mode, organiser, person, topic or words"
            )
            .WithDescription(
                "`ofEndedUnits` keeps those still to come whose organiser, or the unit of a delegate, has ended: a person decides who takes its place."
            );

    static async Task<Ok<Page<Line>>> Handle(
        [AsParameters] ConferenceFilter filter,
        [AsParameters] PageRequest page,
        ConferencesDb db,
        bool? ofEndedUnits,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var conferences = filter.Apply(db.Conferences.AsNoTracking().Visible(caller, db));
        if (ofEndedUnits is true)
        {
            var ended = db.EndedUnits(clock.Today());
            conferences = conferences
                .StillToCome()
                .Where(x => ended.Contains(x.UnitId) || x.Participants.Any(one => one.UnitId != null && ended.Contains(one.UnitId.Value)));
        }
        return TypedResults.Ok(await conferences.ToPage(page, x => x.Id, ToLine, ct));
    }

    static Line ToLine(Conference x) =>
        new(x.Id, x.Version, x.UnitId, x.Kind, x.Mode, x.Title, x.EventDate, x.State, x.DeclaredKeyTasks, x.EnteredKeyTasks, x.ListStatus);
}
