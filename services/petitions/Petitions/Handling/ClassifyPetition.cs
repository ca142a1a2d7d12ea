using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Deadlines;
using DanVan.Petitions.Eligibility;
using DanVan.Petitions.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Handling;

/// <summary>Records the checks of eligibility, the kind by content and the competence, and answers what follows (phân loại, xử lý đơn). TT 05/2021 Đ6.</summary>
public static class ClassifyPetition
{
    /// <param name="Kind">By content and purpose; another than at the receipt corrects it.</param>
    /// <param name="FailedChecks">Ids of the checks that were answered with no, as in /api/v1/petitions/eligibility/rules.</param>
    /// <param name="ConcreteEvidence">Check E7: the anonymous denunciation names the violator, with concrete evidence.</param>
    /// <param name="Competent">Whether this unit may resolve it.</param>
    /// <param name="DocumentNumber">Number of the handling proposal (phiếu đề xuất xử lý).</param>
    public sealed record Request(
        PetitionKind Kind,
        [Items(0, 20)] IReadOnlyList<string> FailedChecks,
        bool? ConcreteEvidence,
        bool Competent,
        DateOnly ClassifiedOn,
        [Text(100)] string DocumentNumber
    );

    /// <param name="Judgement">What the checks come to, and what follows.</param>
    public sealed record Answer(Guid Id, int Version, JudgementView Judgement, PetitionView Petition) : IVersionedView;

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/classification", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Phân loại đơn, xét điều kiện xử lý / Classify a petition and judge its eligibility")
            .WithExample(
                new Request(PetitionKind.KhieuNai, [], ConcreteEvidence: false, Competent: false, new DateOnly(2026, 8, 4), "07/PĐX")
            )
            .WithDescription(
                "What is not eligible is filed (FILED) and kept for the time of TT 07/2014 Đ28; an anonymous denunciation with evidence becomes INFO_ONLY. "
                    + "Another kind than at the receipt counts the first duty anew, from the receipt."
            );

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        UnitTree tree,
        EligibilityTable table,
        DeadlineEngine deadlines,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        Judgement judgement = null!;
        var taken = await db.Take(
            id,
            ifMatch,
            caller,
            deadlines,
            petition =>
                petition.Classify(
                    new(
                        request.Kind,
                        request.FailedChecks,
                        request.ConcreteEvidence ?? false,
                        request.Competent,
                        request.ClassifiedOn,
                        request.DocumentNumber
                    ),
                    table,
                    Competence.KindOf(tree, petition.UnitId, request.ClassifiedOn),
                    deadlines,
                    clock.Today(),
                    out judgement
                ),
            (petition, _) =>
                new PetitionClassified(
                    id,
                    EnumNames.Of(petition.Kind),
                    EnumNames.Of(petition.Field),
                    EnumNames.Of(judgement.Verdict),
                    petition.FailedChecks,
                    judgement.Article,
                    request.Competent,
                    request.ClassifiedOn,
                    petition.Current?.Rule,
                    petition.DueOn,
                    petition.KeepUntil
                ),
            ct
        );
        return taken.Result is Ok<PetitionView> { Value: { } view }
                ? TypedResults.Ok(new Answer(id, view.Version, judgement.ToView(), view))
            : taken.Result is ProblemHttpResult refused ? refused
            : TypedResults.NotFound();
    }
}
