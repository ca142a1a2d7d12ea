using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Oversight;
using DanVan.Conferences.People;
using DanVan.Conferences.Tasks;

namespace DanVan.Conferences.Convening;

/// <summary>Enters a conference with all that is known of it, planned or already held.</summary>
public static class RecordConference
{
    /// <summary>A conference. What the source does not state is left out, and stays "not stated".</summary>
    /// <param name="Id">Identity, a UUIDv7 chosen by the caller; made here when absent. The same request again answers with what it made.</param>
    /// <param name="OrganiserUnitId">The unit that organises it.</param>
    /// <param name="Level">Level of the organiser on that day.</param>
    /// <param name="Scope">Whom it reaches.</param>
    /// <param name="Kind">Main kind.</param>
    /// <param name="Purposes">All it is for: one conference may sum up, evaluate and launch at once.</param>
    /// <param name="Mode">How the delegates meet.</param>
    /// <param name="Title">Title.</param>
    /// <param name="Date">The day, with what is known of it; absent while it is open.</param>
    /// <param name="PartOfDay">Morning, afternoon …; absent when not stated.</param>
    /// <param name="Place">Hall or address; absent when not stated.</param>
    /// <param name="PeriodReviewed">The period it looks back on: 2021, 2021-H1, 2021-Q1, 2021-9M, 2021-M03.</param>
    /// <param name="PeriodPlanned">The period it plans.</param>
    /// <param name="State">PLANNED, or CLOSED for the record of a conference that was held.</param>
    /// <param name="Themes">Themes of years, as named.</param>
    /// <param name="Sites">Bridge sites; the centre is none.</param>
    /// <param name="Participants">People, bodies and classes of units.</param>
    /// <param name="Papers">Papers.</param>
    /// <param name="Results">Results reported in words.</param>
    /// <param name="Discussions">Matters discussed.</param>
    /// <param name="Documents">Documents cited.</param>
    /// <param name="Models">Models named.</param>
    /// <param name="Mentions">Topics touched.</param>
    /// <param name="DeclaredKeyTasks">The number of key tasks that was stated; absent when none was.</param>
    /// <param name="DeclaredAsPrinted">The words in which it was stated.</param>
    /// <param name="Conclusions">Items of the conclusions with their tasks.</param>
    /// <param name="OversightPlans">Inspections and surveys announced.</param>
    /// <param name="Source">Where the record was taken from.</param>
    public sealed record Request(
        Guid? Id,
        Guid OrganiserUnitId,
        OrganiserLevel Level,
        Reach Scope,
        ConferenceKind Kind,
        [Items(1, 10)] IReadOnlyList<Purpose> Purposes,
        ConferenceMode Mode,
        [Text(500)] string Title,
        EventDate? Date,
        PartOfDay? PartOfDay,
        [Text(300)] string? Place,
        [Pattern(Period.Written)] string? PeriodReviewed,
        [Pattern(Period.Written)] string? PeriodPlanned,
        [Items(0, 10)] IReadOnlyList<ThemeMention>? Themes,
        [Items(0, 200)] IReadOnlyList<Site>? Sites,
        [Items(0, 1000)] IReadOnlyList<ParticipantEntry>? Participants,
        [Items(0, 200)] IReadOnlyList<Paper>? Papers,
        [Items(0, 200)] IReadOnlyList<Statement>? Results,
        [Items(0, 200)] IReadOnlyList<Statement>? Discussions,
        [Items(0, 200)] IReadOnlyList<Citation>? Documents,
        [Items(0, 100)] IReadOnlyList<ModelMention>? Models,
        [Items(0, 50)] IReadOnlyList<TopicMention>? Mentions,
        [Whole(0, 1000)] int? DeclaredKeyTasks,
        [Text(200)] string? DeclaredAsPrinted,
        [Items(0, 100)] IReadOnlyList<ConclusionEntry>? Conclusions,
        [Items(0, 100)] IReadOnlyList<OversightEntry>? OversightPlans,
        Source? Source,
        ConferenceState State = ConferenceState.Planned
    )
    {
        internal ConferenceRecord ToRecord() =>
            new(
                Sites ?? [],
                Themes ?? [],
                Papers ?? [],
                Results ?? [],
                Discussions ?? [],
                Documents ?? [],
                Models ?? [],
                Mentions ?? [],
                [],
                Source
            );
    }

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary(
                "Ghi hội nghị cùng điểm cầu, người dự, tham luận, kết luận, nhiệm vụ, kế hoạch kiểm tra / Enter a conference with its sites, people, papers, conclusions, tasks and oversight plans"
            )
            .WithExample(ConferenceExample.Value);

    static async Task<Results<Created<ConferenceView>, Ok<ConferenceView>, ProblemHttpResult>> Handle(
        Request request,
        ConferencesDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        var id = request.Id ?? Guid.CreateVersion7();
        if (await db.Conferences.Whole().SingleOrDefaultAsync(x => x.Id == id, ct) is { } entered)
            return entered.WasEnteredBy(request) && caller.Sees(entered.UnitId, entered.HeldOn ?? today, tree)
                ? TypedResults.Ok(await db.View(entered, ct))
                : ConferenceRejections.AlreadyExists.ToProblem();
        if (RecordRules.Check(request, today) is { } refused)
            return refused.ToProblem();

        var day = request.Date?.On ?? today;
        if (!caller.ActsFor(request.OrganiserUnitId, day, tree))
            return References.OutOfReach("organiserUnitId").ToProblem();
        var references = new References(db, tree, caller, day, ct);
        var units = references.Units(UnitsOf(request)) ?? references.LeadUnits(request.Conclusions ?? []);
        if ((units ?? await references.Registers(request)) is { } unknown)
            return unknown.ToProblem();
        var (people, nobody) = await references.People(request);
        if (nobody is not null)
            return nobody.ToProblem();

        var conference = Conference.From(request, id, people.Select(person => person.Name).OfType<string>());
        db.Add(conference);
        AnnounceNew(db, conference);
        db.AssignTasks(conference, request.Conclusions ?? [], firstItem: 1, day);
        foreach (var plan in request.OversightPlans ?? [])
            db.AddPlan(OversightPlan.From(plan, conference.UnitId, id));
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/conferences/{id}", await db.View(conference, ct));
    }

    static void AnnounceNew(ConferencesDb db, Conference conference)
    {
        if (conference.State is ConferenceState.Closed)
            db.Announce(conference, conference.Held());
        else
            db.Announce(
                conference,
                new ConferencePlanned(
                    conference.Id,
                    conference.UnitId,
                    EnumNames.Of(conference.Kind),
                    EnumNames.Of(conference.Mode),
                    EnumNames.Of(conference.Level),
                    conference.HeldOn
                )
            );
    }

    static IEnumerable<(Guid?, string)> UnitsOf(Request request) =>
        [
            .. (request.Sites ?? []).Select((site, index) => (site.UnitId, $"sites[{index}].unitId")),
            .. (request.Participants ?? []).Select((one, index) => (one.UnitId, $"participants[{index}].unitId")),
        ];
}
