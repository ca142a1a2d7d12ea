using DanVan.Conferences.Contracts.V1;
using DanVan.Conferences.Convening;
using DanVan.Conferences.Tasks;

namespace DanVan.Conferences.Conclusions;

/// <summary>Issues the numbered notice of conclusions (thông báo kết luận) of a closed conference and assigns its tasks.</summary>
public static class IssueConclusion
{
    /// <summary>A notice of conclusions.</summary>
    /// <param name="Number">Number and symbol, such as 12-TB/BDVTU.</param>
    /// <param name="IssuedOn">Its date.</param>
    /// <param name="DeclaredKeyTasks">The number of key tasks that it states; absent when it states none.</param>
    /// <param name="DeclaredAsPrinted">The words in which it states it.</param>
    /// <param name="Conclusions">Its items, numbered after those recorded already.</param>
    public sealed record Request(
        [Text(100)] string Number,
        DateOnly IssuedOn,
        [Whole(0, 1000)] int? DeclaredKeyTasks,
        [Text(200)] string? DeclaredAsPrinted,
        [Items(0, 100)] IReadOnlyList<ConclusionEntry> Conclusions
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/conclusion", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Ban hành thông báo kết luận và giao nhiệm vụ / Issue the notice of conclusions with its tasks")
            .WithExample(
                new Request(
                    "12-TB/BTGDVTU",
                    new DateOnly(2026, 7, 20),
                    5,
                    "5 nhóm nhiệm vụ trọng tâm",
                    [new ConclusionEntry(ConclusionKind.KeyTask, "Đổi mới nội dung, phương thức công tác dân vận", null, null)]
                )
            );

    static async Task<Results<Ok<ConferenceView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
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
        var references = new References(db, tree, caller, request.IssuedOn, ct);
        if ((RecordRules.CheckTasks(request.Conclusions) ?? references.LeadUnits(request.Conclusions)) is { } wrong)
            return wrong.ToProblem();
        if ((await references.People(request.Conclusions)).Refused is { } nobody)
            return nobody.ToProblem();
        var before = conference.Record.Conclusions.Count;
        if (conference.IssueConclusion(request, clock.Today()) is { } refused)
            return refused.ToProblem();
        db.AssignTasks(conference, request.Conclusions, firstItem: before + 1, request.IssuedOn);
        db.Announce(
            conference,
            new ConclusionIssued(
                conference.Id,
                conference.UnitId,
                request.Number,
                request.IssuedOn,
                conference.Record.Conclusions.Count,
                request.Conclusions.Sum(item => item.Tasks?.Count ?? 0),
                conference.DeclaredKeyTasks,
                conference.EnteredKeyTasks,
                EnumNames.Of(conference.ListStatus)
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await db.View(conference, ct));
    }
}
