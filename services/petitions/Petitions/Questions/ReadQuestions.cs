using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Questions;

public static class ReadQuestions
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/questions", Handle)
            .RequireScope(Scopes.Decide)
            .WithSummary("Câu hỏi đã gửi và câu trả lời / What was asked, and what the petitioner answered");

    static async Task<Results<Ok<IReadOnlyList<QuestionView>>, NotFound>> Handle(
        Guid id,
        PetitionsDb db,
        Caller caller,
        QuestionVault vault,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is null)
            return TypedResults.NotFound();
        var questions = await db.Questions.AsNoTracking().Where(q => q.PetitionId == id).OrderBy(q => q.Id).ToListAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok<IReadOnlyList<QuestionView>>([.. questions.Select(vault.Open)]);
    }
}
