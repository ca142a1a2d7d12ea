using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Petitions.Identities;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Letters;

/// <summary>The copy of a letter that goes to its addressee, with the petitioner's name and address: a reading of the identity, with the rules of every other.</summary>
public static class NameLetter
{
    public sealed record Request(ReadingPurpose Purpose);

    public static void Map(RouteGroupBuilder group) =>
        LetterCopies.Describe(
            group
                .MapPost("/{id:guid}/letters/{n:int}/named-copies", Handle)
                .RequireScope(Scopes.Identity)
                .WithoutIdempotency() // As with every reading of an identity: an answer kept for repetition would be it in the clear.
                .WithSummary(
                    "Bản văn bản có tên, địa chỉ người gửi đơn, có ghi nhật ký / The copy with the petitioner's name; the journal keeps who and what for"
                )
                .WithDescription("As JSON, DOCX or PDF by Accept. That of a denouncer takes leave given beforehand: see identity-grants.")
                .WithExample(new Request(ReadingPurpose.ThongBao))
        );

    static async Task<Results<Ok<LetterView>, FileContentHttpResult, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        int n,
        Request request,
        PetitionsDb db,
        Caller caller,
        IdentityReadings readings,
        LetterCopies copies,
        AcceptedForm form,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition)
            return TypedResults.NotFound();
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.PetitionId == id && l.N == n, ct) is not { } letter)
            return TypedResults.NotFound();
        if (!LetterText.Names(letter.Document))
            return RefusedLetter.NamesNobody.ToProblem();
        var (refused, petitioner) = await readings.Open(petition, request.Purpose, caller, ct);
        if (petitioner is null)
            return refused!.ToProblem();
        var answer = copies.Answer(form, letter, LetterText.Named(letter.Document, petitioner));
        if (answer.Result is not ProblemHttpResult)
            await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return answer;
    }
}
