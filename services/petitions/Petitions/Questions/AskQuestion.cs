using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Questions;

/// <summary>Asks the petitioner something; they find it, and answer, with their code and PIN.</summary>
public static class AskQuestion
{
    /// <param name="Question">What the petitioner reads.</param>
    /// <param name="AnswerBy">The day by which an answer is asked for.</param>
    public sealed record Request([Text(2000)] string Question, DateOnly? AnswerBy);

    static readonly Request Example = new("Xin ông/bà cho biết quyết định thu hồi đất được giao vào ngày nào?", AnswerBy: null);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/questions", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIdempotencyKey(sealAnswer: true)
            .WithSummary("Hỏi người gửi đơn qua mã hồ sơ / Ask the petitioner, who answers by the code")
            .WithExample(Example)
            .WithDescription("The text is sealed; the event tells that something was asked, not what.");

    static async Task<Results<Created<QuestionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        QuestionVault vault,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(petition.Version) is { } stale)
            return stale;
        var today = clock.Today();
        if (petition.MayBeAsked(request.AnswerBy, today) is { } refused)
            return refused.ToProblem();
        var question = vault.Seal(id, request.Question, today, request.AnswerBy);
        db.Add(question);
        db.Announce(
            petition,
            new QuestionAsked(id, EnumNames.Of(petition.Kind), EnumNames.Of(petition.Field), question.Id, today, request.AnswerBy)
        );
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/petitions/{id}/questions", vault.Open(question));
    }
}
