using DanVan.Conferences.Conclusions;
using DanVan.Conferences.Convening;

namespace DanVan.Conferences.Statistics;

/// <summary>Counts over the conferences that a filter chooses.</summary>
public static class CountConferences
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/statistics", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary(
                "Thống kê hội nghị, điểm cầu, người dự, chủ đề, nhiệm vụ trọng tâm, mô hình, kiểm tra / Count conferences, sites, people, themes, key tasks, models, oversight plans and topics"
            );

    static async Task<Ok<StatisticsView>> Handle(
        [AsParameters] ConferenceFilter filter,
        ConferencesDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var chosen = await filter
            .Apply(db.Conferences.AsNoTracking().Visible(caller, db))
            .OrderBy(x => x.Id)
            .Select(x => new Header(x.Id, x.Kind, x.Mode, x.Level, x.DeclaredKeyTasks, x.EnteredKeyTasks))
            .ToListAsync(ct);
        var counts = new NamedCounts(db, [.. chosen.Select(x => x.Id)], ct);
        return TypedResults.Ok(
            new StatisticsView(
                chosen.Count,
                By(chosen, x => EnumNames.Of(x.Kind)),
                By(chosen, x => EnumNames.Of(x.Mode)),
                By(chosen, x => EnumNames.Of(x.Level)),
                await counts.BridgeSites(),
                await counts.CentralChairStated(),
                await counts.PeopleInSeveral(),
                await counts.Themes(),
                [.. chosen.Where(x => x.DeclaredKeyTasks is not null).Select(KeyTasksOf)],
                await counts.Models(),
                await counts.OversightPlans(),
                await counts.Topics(),
                await counts.Awards()
            )
        );
    }

    static Counted[] By(IEnumerable<Header> conferences, Func<Header, string> code) =>
        [
            .. conferences
                .CountBy(code)
                .Select(pair => new Counted(pair.Key, pair.Value))
                .OrderByDescending(x => x.Count)
                .ThenBy(x => x.Code),
        ];

    static KeyTasks KeyTasksOf(Header x) =>
        new(x.Id, x.DeclaredKeyTasks!.Value, x.EnteredKeyTasks, KeyTaskList.StatusOf(x.DeclaredKeyTasks, x.EnteredKeyTasks));

    sealed record Header(
        Guid Id,
        ConferenceKind Kind,
        ConferenceMode Mode,
        OrganiserLevel Level,
        int? DeclaredKeyTasks,
        int EnteredKeyTasks
    );
}
