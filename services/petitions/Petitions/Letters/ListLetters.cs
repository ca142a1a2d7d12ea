using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Letters;

public static class ListLetters
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/letters", Handle)
            .RequireScope(Scopes.Read)
            .WithSummary("Các văn bản đã ban hành của một đơn / The letters of a petition, the first one first");

    static async Task<Results<Ok<IReadOnlyList<LetterLine>>, NotFound>> Handle(Guid id, PetitionsDb db, Caller caller, CancellationToken ct)
    {
        if (await db.Find(id, caller, ct) is null)
            return TypedResults.NotFound();
        return TypedResults.Ok<IReadOnlyList<LetterLine>>(
            await db
                .Letters.Where(letter => letter.PetitionId == id)
                .OrderBy(letter => letter.N)
                .Select(letter => new LetterLine(letter.N, letter.Number, letter.Form, letter.Addressee, letter.IssuedOn))
                .ToListAsync(ct)
        );
    }
}
