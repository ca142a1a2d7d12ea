using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Attachments;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Intake;
using DanVan.Petitions.Reading;
using DanVan.Petitions.Respondents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Cases;

/// <summary>Splits further contents off a paper of several (đơn có nhiều nội dung), each with its own kind, clock and case. NĐ 154/2026 Đ14.4.</summary>
public static class SplitPetition
{
    /// <param name="Parts">The contents beside the one that the paper itself stays with; correct that one by a classification.</param>
    public sealed record Request([Items(1, 20)] IReadOnlyList<Part> Parts, DateOnly SplitOn);

    /// <param name="Summary">The content, without anything that tells who petitions.</param>
    /// <param name="PlaceUnitId">The unit of the place it is about; that of the paper when left out.</param>
    /// <param name="AttachmentIds">The attachments of the paper that are about this content; all when left out.</param>
    public sealed record Part(
        PetitionKind Kind,
        PetitionField Field,
        [Text(4000)] string Summary,
        Guid? PlaceUnitId,
        [Items(0, 1000)] IReadOnlyList<Guid>? AttachmentIds = null
    );

    /// <param name="Parts">The new petitions, in the order of the request.</param>
    public sealed record Answer(Guid Id, int Version, IReadOnlyList<PetitionView> Parts) : IVersionedView;

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/parts", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey()
            .WithSummary("Tách đơn có nhiều nội dung / Split a paper of several contents")
            .WithExample(
                new Request(
                    [new Part(PetitionKind.ToCao, PetitionField.HanhChinh, "Tố cáo việc thu tiền sai quy định khi đo đạc.", null)],
                    new DateOnly(2026, 8, 4)
                )
            );

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        DeadlineEngine deadlines,
        PetitionBook book,
        AttachmentBook attachments,
        OwnUnit own,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } paper)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(paper.Version) is { } stale)
            return stale;
        if (paper.RefusesSplitOn(request.SplitOn, clock.Today()) is { } date)
            return date.ToProblem();
        if (await own.IsDenounced(paper, db, ct))
            return RefusedRespondents.MustBeHandedUp.ToProblem();
        var along = await attachments.Along(id, ct);
        var people = await book.PeopleOf(id, ct);
        var unitKind = Competence.KindOf(tree, paper.UnitId, paper.ReceivedOn);
        var parts = new List<Petition>();
        foreach (var (content, at) in request.Parts.Select((content, at) => (content, $"parts[{at}]")))
        {
            if (content.PlaceUnitId is { } place && tree.Find(place, paper.ReceivedOn) is null)
                return Refused.UnknownUnitAt($"{at}.placeUnitId").ToProblem();
            if (content.AttachmentIds?.Except(along.Select(a => a.Id)).Any() == true)
                return RefusedAttachment.Unknown($"{at}.attachmentIds").ToProblem();
            if (people.Petitioner?.IsNamedIn(content.Summary) == true)
                return (Refused.IdentityInSummary with { Field = $"{at}.summary" }).ToProblem();
            if (
                paper.SplitOff(
                    content.Kind,
                    content.Field,
                    content.Summary,
                    content.PlaceUnitId,
                    unitKind,
                    deadlines,
                    clock.Today(),
                    out var part
                ) is
                { } refused
            )
                return (refused with { Field = $"{at}.kind" }).ToProblem();
            parts.Add(part);
            book.Enter(part, people, [.. along.Where(a => content.AttachmentIds?.Contains(a.Id) ?? true)]);
        }
        db.Announce(paper, new PetitionSplit(id, EnumNames.Of(paper.Kind), EnumNames.Of(paper.Field), request.SplitOn));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Answer(id, paper.Version, [.. parts.Select(part => part.ToView(deadlines))]));
    }
}
