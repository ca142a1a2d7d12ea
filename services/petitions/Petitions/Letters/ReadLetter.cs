using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Letters;

/// <summary>A letter as JSON, DOCX or PDF by Accept, without the petitioner's name.</summary>
public static class ReadLetter
{
    public static void Map(RouteGroupBuilder group) =>
        LetterCopies.Describe(
            group
                .MapGet("/{id:guid}/letters/{n:int}", Handle)
                .RequireScope(Scopes.Read)
                .WithSummary(
                    "Văn bản dạng JSON, DOCX hoặc PDF, không nêu tên người gửi đơn / A letter as JSON, DOCX or PDF, naming no petitioner"
                )
        );

    static async Task<Results<Ok<LetterView>, FileContentHttpResult, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        int n,
        PetitionsDb db,
        Caller caller,
        LetterCopies copies,
        AcceptedForm form,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.PetitionId == id && l.N == n, ct) is not { } letter)
            return TypedResults.NotFound();
        return copies.Answer(form, letter, LetterText.Neutral(letter.Document, petition));
    }
}
